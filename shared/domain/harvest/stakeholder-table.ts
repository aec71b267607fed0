// stakeholders.csv: the columns of section B5 of the domain reference, in their order.
import type { FieldName } from '../fields.ts';
import { kindOf } from '../kinds.ts';
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { fieldCell, fieldColumns } from './field-columns.ts';
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
    words: {
      'manage-closely': { en: 'Manage closely' },
      'keep-satisfied': { en: 'Keep satisfied' },
      'keep-informed': { en: 'Bring in, keep informed' },
      monitor: { en: 'Monitor' },
    },
  },
  salience: { key: 'salience', title: { en: 'Salience' }, type: 'text', isPersonal: true, words: salienceWords() },
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
    ],
    rows: cards.map((card) => ({
      id: card.id,
      name: oneWay(card.title),
      ...Object.fromEntries(
        Object.entries(stakeholderFields).map(([key, field]) => [
          key,
          field ? fieldCell(card, field) : derived(card, key as Derived),
        ]),
      ),
    })),
  };
}

function derived({ fields }: Card, what: Derived): Cell {
  if (what === 'salience') return salience(fields);
  const { power, interest } = fields;
  if (power === undefined || interest === undefined) return null;
  if (power >= 50) return interest >= 50 ? 'manage-closely' : 'keep-satisfied';
  return interest >= 50 ? 'keep-informed' : 'monitor';
}

/** Which of the three are said of them: P can get their way, L has a rightful say, U cannot wait. */
function salience({ hasPower, legitimacy, urgency }: Card['fields']): string | null {
  return [hasPower && 'P', legitimacy && 'L', urgency && 'U'].filter(Boolean).join('') || null;
}

function salienceWords(): Record<string, Text> {
  return {
    P: { en: 'powerful' },
    L: { en: 'with a rightful say' },
    U: { en: 'urgent' },
    PL: { en: 'powerful, with a rightful say' },
    PU: { en: 'powerful and urgent, rightful say in dispute' },
    LU: { en: 'rightful and urgent, depends on others' },
    PLU: { en: 'powerful, rightful and urgent' },
  };
}
