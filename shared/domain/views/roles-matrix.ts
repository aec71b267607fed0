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
  const responsible = columns.map(({ fields }) => sameWords(fields.responsible ?? ''));
  const named = new Set<number>();
  const rows = stakeholders.map((card): RolesRow => {
    const name = sameWords(card.title);
    const cells = columns.map((column, i): RoleCell => {
      if (name !== '' && ` ${responsible[i]} `.includes(` ${name} `)) {
        named.add(i);
        return 'responsible';
      }
      return joined.has(`${card.id} ${column.id}`) ? 'contributes' : null;
    });
    return { card, name: card.title, contribution: card.fields.contribution ?? '', cells };
  });
  const others = responsible.map((name, i) => (named.has(i) ? '' : name));
  return {
    columns,
    rows: [...rows, ...otherRows(columns, others)],
    open: columns.filter((_, i) => responsible[i] === ''),
  };
}

/** A row for each name; `names` has one for each column, empty where there is none to add. */
function otherRows(columns: readonly Card[], names: readonly string[]): RolesRow[] {
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => ({
      card: null,
      name: columns[names.indexOf(name)]?.fields.responsible ?? name,
      contribution: '',
      cells: names.map((own) => (own === name ? 'responsible' : null)),
    }));
}
