// What the words in the other tables mean: the kinds and fields that are used, and what was left out.
import { fieldOf, fieldNames } from '../fields.ts';
import { kindNames, kindOf } from '../kinds.ts';
import { linkTypeNames, linkTypes } from '../link-types.ts';
import type { Text } from '../text.ts';
import { textIn } from '../text.ts';
import type { Exported } from './for-export.ts';
import { isPersonalField } from './personal.ts';
import type { Row, Table } from './table.ts';

export function legendTable({ model, redacted, leftOut }: Exported, locale: string): Table {
  const inLocale = (text: Text): string => textIn(text, locale);
  const used = new Set(model.cards.flatMap(({ fields }) => Object.keys(fields)));
  const kinds = kindNames.filter((kind) => model.cards.some((card) => card.kind === kind));
  const links = linkTypeNames.filter((type) => model.links.some((link) => link.type === type));
  const fields = fieldNames.filter((name) => used.has(name) && !(redacted && isPersonalField(name)));
  const rows: Row[] = [
    ...kinds.map((kind) => ({
      what: 'kind',
      name: inLocale(kindOf(kind).label),
      meaning: inLocale(kindOf(kind).meaning),
    })),
    ...fields.map((name) => ({ what: 'field', name: inLocale(fieldOf(name).label), meaning: fieldMeaning(name) })),
    ...links.map((type) => ({
      what: 'link',
      name: inLocale(linkTypes[type].label),
      meaning: inLocale(linkTypes[type].verb),
    })),
    ...leftOut.map((sentence) => ({ what: 'left-out', name: null, meaning: inLocale(sentence) })),
  ];

  function fieldMeaning(name: (typeof fieldNames)[number]): string | null {
    const definition = fieldOf(name);
    if (definition.hint) return inLocale(definition.hint);
    if (definition.type === 'choice') return Object.values(definition.choices).map(inLocale).join(', ');
    if (definition.type === 'scale')
      return Object.entries(definition.steps)
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .map(([step, word]) => (word.en === step ? step : `${step} ${inLocale(word)}`))
        .join(', ');
    return null;
  }

  return {
    name: 'legend',
    title: { en: 'Legend' },
    columns: [
      {
        key: 'what',
        title: { en: 'What' },
        type: 'text',
        words: {
          kind: { en: 'Kind of card' },
          field: { en: 'Field' },
          link: { en: 'Link' },
          'left-out': { en: 'Left out' },
        },
      },
      { key: 'name', title: { en: 'Name' }, type: 'text' },
      { key: 'meaning', title: { en: 'Meaning' }, type: 'text' },
    ],
    rows,
  };
}
