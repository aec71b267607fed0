// What a card says beside its title: its kind and the fields that are filled.
import { type FieldValue, isFieldName } from '@commonboard/shared/domain/fields.ts';
import { isKind, kindOf } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { fieldLabel, fieldText } from '../cards/field-text.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './page.module.css';

export function CardFacts({
  card,
  titleOf,
}: {
  card: NonNullable<OutlineNode['card']>;
  titleOf: (id: string) => string;
}) {
  const facts = Object.entries(card.fields).flatMap(([name, value]) => factOf(name, value, titleOf));
  return (
    <ul className={styles.facts}>
      {isKind(card.kind) && <li>{textIn(kindOf(card.kind).label, locale)}</li>}
      {facts.map((fact) => (
        <li key={fact.label}>{t('page.read.field', fact)}</li>
      ))}
    </ul>
  );
}

function factOf(name: string, value: FieldValue, titleOf: (id: string) => string): { label: string; value: string }[] {
  if (!isFieldName(name)) return [];
  const words = fieldText(name, value, titleOf);
  return words === '' ? [] : [{ label: fieldLabel(name), value: words }];
}
