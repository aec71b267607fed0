// stakeholders.csv: the columns of section B5 of the domain reference, in their order.
import type { FieldName } from '../fields.ts';
import { kindOf } from '../kinds.ts';
import type { BoardModel, Card } from '../model.ts';
import { quadrantOf, quadrants } from '../views/power-interest.ts';
import { salienceOf, salienceWords } from '../views/salience.ts';
import { fieldCell, fieldColumns } from './field-columns.ts';
import { groupColumns } from './group-column.ts';
import { oneWay, type Cell, type Column, type Table } from './table.ts';

type Derived = 'quadrant' | 'salience';

/** Header -> the field it holds. */
export const stakeholderFields = {
  kind: 'entity',
  sector: 'sector',
  organisation: 'organisation',
  role: 'role',
  power: 'power',
  interest: 'interest',
  quadrant: null,
  impact: 'impact',
  stance: 'stance',
  desired_stance: 'desiredStance',
  power_attr: 'hasPower',
  legitimacy: 'legitimacy',
  urgency: 'urgency',
  salience: null,
  influence: 'influence',
  ring: 'ring',
  contribution: 'contribution',
  wants: 'wants',
  engagement_level: 'engagement',
  contact_strategy: 'strategy',
  channel: 'channel',
  owner: 'owner',
  next_action: 'nextAction',
  next_due: 'nextDue',
  tags: 'tags',
  notes: 'note',
} as const satisfies Record<string, FieldName | null>;

const derivedColumns: Record<Derived, Column> = {
  quadrant: {
    key: 'quadrant',
    title: { en: 'Quadrant' },
    type: 'text',
    words: quadrants,
  },
  salience: { key: 'salience', title: { en: 'Salience' }, type: 'text', isPersonal: true, words: salienceWords },
};

export function stakeholderTable(model: BoardModel): Table {
  const cards = model.cards.filter(({ kind }) => kind === 'stakeholder');
  return {
    name: 'stakeholders',
    title: kindOf('stakeholder').plural,
    columns: [
      { key: 'id', title: { en: 'Id' }, type: 'text', onlyInFiles: true },
      { key: 'name', title: { en: 'Name' }, type: 'text' },
      ...Object.entries(stakeholderFields).flatMap(([key, field]) =>
        field ? fieldColumns(field, key) : [derivedColumns[key as Derived]],
      ),
      ...groupColumns(cards),
    ],
    rows: cards.map((card) => ({
      id: card.id,
      name: oneWay(card.title),
      group: card.group,
      ...Object.fromEntries(
        Object.entries(stakeholderFields).map(([key, field]) => [
          key,
          field ? fieldCell(card, field) : derived(card, key as Derived),
        ]),
      ),
    })),
  };
}

function derived(card: Card, what: Derived): Cell {
  if (what === 'salience') return salienceOf(card);
  const { power, interest } = card.fields;
  return power === undefined || interest === undefined ? null : quadrantOf(power, interest);
}
