// An intake in words: what each new card says, and the old and the new value of what changes.
import type { FieldName } from '@commonboard/shared/domain/fields.ts';
import { fieldOf } from '@commonboard/shared/domain/fields.ts';
import { fieldCell, fieldColumns } from '@commonboard/shared/domain/harvest/field-columns.ts';
import { shownText } from '@commonboard/shared/domain/harvest/table.ts';
import type { Intake, IntakeCard } from '@commonboard/shared/domain/intake/intake.ts';
import { kindOf } from '@commonboard/shared/domain/kinds.ts';
import { linkTypes } from '@commonboard/shared/domain/link-types.ts';
import type { BoardModel, Card } from '@commonboard/shared/domain/model.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';

export interface PreviewRow {
  key: string;
  cells: readonly (string | readonly string[])[];
}

export interface Preview {
  fresh: readonly PreviewRow[];
  changed: readonly PreviewRow[];
  links: readonly PreviewRow[];
  /** Cards that are here as they are. */
  same: number;
}

export function previewOf({ cards, links }: Intake, board: BoardModel): Preview {
  const byId = new Map(board.cards.map((card) => [card.id, card]));
  const titles = new Map(board.cards.map(({ id, title }) => [id, title]));
  for (const { key, title } of cards) titles.set(key, title);
  const titleOf = (key: string): string => titles.get(key) ?? key;
  const kindName = ({ kind }: IntakeCard): string => textIn(kindOf(kind).label, locale);
  const changes = cards.filter(({ match, changes: names }) => match !== null && names.length > 0);
  const fresh = cards.filter(({ match }) => match === null);
  return {
    fresh: fresh.map((card) => ({ key: card.key, cells: [kindName(card), card.title, saidOf(card, titleOf)] })),
    changed: changes.map((card) => ({
      key: card.key,
      cells: [kindName(card), card.title, changesOf(card, byId.get(card.key), titleOf)],
    })),
    links: links
      .filter(({ match, changes: names }) => match === null || names.length > 0)
      .map(({ key, from, to, said }) => ({
        key,
        cells: [titleOf(from), said.type ? textIn(linkTypes[said.type].label, locale) : '', titleOf(to)],
      })),
    same: cards.length - fresh.length - changes.length,
  };
}

function saidOf(card: IntakeCard, titleOf: (key: string) => string): string[] {
  return (Object.keys(card.fields) as FieldName[]).map(
    (name) => `${textIn(fieldOf(name).label, locale)}: ${valueText(card, name, titleOf)}`,
  );
}

function changesOf(card: IntakeCard, old: Card | undefined, titleOf: (key: string) => string): string[] {
  const words = (text: string): string => text || t('intake.empty-value');
  return card.changes.map((name) => {
    if (name === 'title')
      return t('intake.change', { name: t('intake.field.title'), before: words(old?.title ?? ''), after: card.title });
    if (name === 'kind')
      return t('intake.change', {
        name: t('intake.field.kind'),
        before: old ? textIn(kindOf(old.kind).label, locale) : words(''),
        after: textIn(kindOf(card.kind).label, locale),
      });
    return t('intake.change', {
      name: textIn(fieldOf(name).label, locale),
      before: words(old ? valueText(old, name, titleOf) : ''),
      after: words(valueText(card, name, titleOf)),
    });
  });
}

function valueText({ fields }: Pick<Card, 'fields'>, name: FieldName, titleOf: (key: string) => string): string {
  const value = fields[name];
  if (fieldOf(name).type === 'card') return typeof value === 'string' ? titleOf(value) : '';
  const column = fieldColumns(name).at(-1);
  return column ? shownText(column, fieldCell({ fields }, name), locale) : '';
}
