// The fields of one card, or of several at once: then those that all of them have.
import { filledFields } from '@commonboard/shared/board/board-model.ts';
import type { FieldName, FieldValue } from '@commonboard/shared/domain/fields.ts';
import { fieldsOf, kindOf } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import type { Editor } from 'tldraw';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { changeFields, fieldChange } from './card-changes.ts';
import { cardChoices } from './card-choices.ts';
import { kindOfCard, titleOf } from './card-content.ts';
import styles from './details-panel.module.css';
import { FieldInput } from './field-input.tsx';
import { GroupOrigin } from './group-origin.tsx';
import { KindSign } from './kind-sign.tsx';

export function CardDetails({ editor, cards }: { editor: Editor; cards: readonly CardShape[] }) {
  const [first] = cards;
  if (!first) return null;
  const kind = kindOfCard(first);
  const isOneKind = cards.every((card) => kindOfCard(card) === kind);
  const ids = cards.map(({ id }) => id).join(' ');
  const change = (name: FieldName, value: FieldValue | undefined): void => {
    const now = cards.flatMap(({ id }) => editor.getShape(id) ?? []).filter(isCard);
    changeFields(editor, now, fieldChange(name, value));
  };
  return (
    <>
      <h2 className={styles.title} dir="auto">
        {cards.length === 1
          ? titleOf(editor, first.id) || t('cards.untitled')
          : t('cards.several', { count: cards.length })}
      </h2>
      {isOneKind && (
        <p className={styles.kind}>
          <KindSign kind={kind} size={18} />
          {textIn(kindOf(kind).label, locale)}: {textIn(kindOf(kind).meaning, locale)}
        </p>
      )}
      <GroupOrigin shapes={cards} />
      {sharedFields(cards).map((name) => (
        <FieldInput
          key={`${ids} ${name}`}
          name={name}
          value={sharedValue(cards, name)}
          choices={cardChoices(editor, name, first.id)}
          onStart={() => editor.markHistoryStoppingPoint('edit field')}
          onChange={(value) => change(name, value)}
        />
      ))}
    </>
  );
}

/** In the order of the first card's kind. */
function sharedFields(cards: readonly CardShape[]): FieldName[] {
  const [first, ...others] = cards.map((card) => fieldsOf(kindOfCard(card)));
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)));
}

/** Null where they differ. */
function sharedValue(cards: readonly CardShape[], name: FieldName): FieldValue | undefined | null {
  const [first, ...others] = cards.map((card) => filledFields({ ...card.props })[name]);
  return others.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : null;
}
