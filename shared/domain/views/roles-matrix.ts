// Who brings what and who does what: stakeholders against the activities and outputs of the plan.
import type { BoardModel, Card } from '../model.ts';
import { sameWords } from '../words-of.ts';
import { withoutExamples } from '../without-examples.ts';

/** Says so itself; is linked with it. */
export type RoleCell = 'responsible' | 'contributes' | null;

export interface RolesRow {
  /** null: a name that is responsible for something and is no stakeholder of the board. */
  card: Card | null;
  name: string;
  contribution: string;
  /** One for each column. */
  cells: RoleCell[];
}

export interface RolesMatrix {
  /** Activities and outputs, in reading order. */
  columns: Card[];
  /** Stakeholders in reading order, then the other names. */
  rows: RolesRow[];
  /** Columns that nobody is responsible for. */
  open: Card[];
}

/** The field `responsible` may name several, and names a stakeholder where it holds its whole name. */
export function rolesMatrix(model: BoardModel): RolesMatrix {
  const { cards, links } = withoutExamples(model);
  const columns = cards.filter(({ kind }) => kind === 'activity' || kind === 'output');
  const stakeholders = cards.filter(({ kind }) => kind === 'stakeholder');
  const joined = new Set(links.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const named = new Set<string>();
  const rows = stakeholders.map((card): RolesRow => {
    const cells = columns.map((column): RoleCell => {
      if (isNamed(card.title, column.fields.responsible ?? '')) {
        named.add(column.id);
        return 'responsible';
      }
      return joined.has(`${card.id} ${column.id}`) ? 'contributes' : null;
    });
    return { card, name: card.title, contribution: card.fields.contribution ?? '', cells };
  });
  return {
    columns,
    rows: [...rows, ...othersResponsible(columns, named)],
    open: columns.filter(({ fields }) => sameWords(fields.responsible ?? '') === ''),
  };
}

function othersResponsible(columns: readonly Card[], named: ReadonlySet<string>): RolesRow[] {
  const nameOf = (column: Card): string => (named.has(column.id) ? '' : sameWords(column.fields.responsible ?? ''));
  const byName = Map.groupBy(columns, nameOf);
  byName.delete('');
  return [...byName].map(([key, own]) => ({
    card: null,
    name: own[0]?.fields.responsible ?? key,
    contribution: '',
    cells: columns.map((column) => (nameOf(column) === key ? 'responsible' : null)),
  }));
}

function isNamed(name: string, responsible: string): boolean {
  const words = sameWords(name);
  return words !== '' && ` ${sameWords(responsible)} `.includes(` ${words} `);
}
