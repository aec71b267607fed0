// Which cards and links a field can name.
import { fieldOf, type FieldName } from '@commonboard/shared/domain/fields.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { kindOfCard, titleOf } from './card-content.ts';
import type { CardChoice } from './field-input.tsx';
import { cardLinks } from './card-links.ts';

/** On this page, by title; links after cards. Empty for fields that name none. */
export function cardChoices(editor: Editor, name: FieldName, ownId: string): CardChoice[] {
  const definition = fieldOf(name);
  if (definition.type !== 'card') return [];
  const cards = editor
    .getCurrentPageShapes()
    .filter(isCard)
    .filter((card) => card.id !== ownId && definition.kinds.includes(kindOfCard(card)))
    .map(({ id }) => ({ id: String(id), title: titleOf(editor, id) }));
  const links = definition.links
    ? cardLinks(editor).map(({ id, from, to }) => ({
        id: String(id),
        title: t('cards.link.between', { from: titleOf(editor, from), to: titleOf(editor, to) }),
      }))
    : [];
  return [...cards.toSorted((a, b) => a.title.localeCompare(b.title)), ...links];
}
