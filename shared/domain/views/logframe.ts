// The logical framework: each result of the chain as a row with its code, indicators and assumptions. The same rows are the
// 4 x 4 table and the lines of logframe.csv. An assumption on a link prints in the row that the link leads from: this row
// and its assumptions together lead to the next row up.
import { belongings } from '../belongs-to.ts';
import { forwardGraph, type CausalGraph } from '../graph/causal-graph.ts';
import { topologicalOrder } from '../graph/topological-order.ts';
import type { BoardModel, Card } from '../model.ts';
import { withoutExamples } from '../without-examples.ts';
import { codedRows, type CodedRow, type LogframeLevel, type UncodedRow } from './logframe-codes.ts';

export interface LogframeRow extends CodedRow {
  indicators: readonly Card[];
  /** Printed in the column of indicators. */
  inputs: readonly Card[];
  /** Of a goal: what has to hold for it to last. */
  assumptions: readonly Card[];
}

export interface Logframe {
  /** Level by level from the top. */
  rows: LogframeRow[];
  /** Inputs, indicators and assumptions that belong to no row. */
  loose: Card[];
}

/** Loops do no harm: feedback is left out, and in a circle that nobody has marked the card that is read first comes first. */
export function logframe(model: BoardModel): Logframe {
  const board = withoutExamples(model);
  const graph = forwardGraph(board);
  const levels = levelsOf(board.cards, graph);
  const order = topologicalOrder(graph);
  const parentsOf = (id: string): string[] =>
    graph
      .effects(id)
      .map(({ to }) => to)
      .filter((to) => levels.has(to))
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const uncoded = board.cards.flatMap((card): UncodedRow[] => {
    const level = levels.get(card.id);
    return level === undefined ? [] : [{ level, card, parents: parentsOf(card.id) }];
  });
  const parts = partsOf(board, levels, parentsOf);
  const rows = codedRows(uncoded).map((row) => ({ ...row, ...parts.of(row.card.id) }));
  return { rows, loose: parts.loose(rows) };
}

function levelsOf(cards: readonly Card[], graph: CausalGraph): Map<string, LogframeLevel> {
  const impacts = new Set(cards.filter(({ kind }) => kind === 'impact').map(({ id }) => id));
  return new Map(
    cards.flatMap(({ id, kind }): [string, LogframeLevel][] => {
      if (kind === 'impact') return [[id, 'goal']];
      if (kind === 'output' || kind === 'activity') return [[id, kind]];
      if (kind !== 'outcome') return [];
      return [[id, graph.effects(id).some(({ to }) => impacts.has(to)) ? 'purpose' : 'intermediate']];
    }),
  );
}

interface Parts {
  of: (id: string) => Pick<LogframeRow, 'indicators' | 'inputs' | 'assumptions'>;
  loose: (rows: readonly LogframeRow[]) => Card[];
}

function partsOf(
  model: BoardModel,
  levels: ReadonlyMap<string, LogframeLevel>,
  parentsOf: (id: string) => string[],
): Parts {
  const indicators = belongings(model, 'indicator');
  const assumptions = belongings(model, 'assumption');
  const inputs = inputsByRow(model, levels, parentsOf);
  const linksByStart = Map.groupBy(model.links, ({ from }) => from);
  const assumed = (id: string): Card[] =>
    [id, ...(linksByStart.get(id) ?? []).map((link) => link.id)].flatMap((whole) => assumptions.get(whole) ?? []);
  return {
    of: (id) => {
      const own = inputs.get(id) ?? [];
      const all = [id, ...own.map((card) => card.id)].flatMap(assumed);
      return { indicators: indicators.get(id) ?? [], inputs: own, assumptions: [...new Set(all)] };
    },
    loose: (rows) => {
      const printed = new Set(rows.flatMap((row) => [...row.indicators, ...row.inputs, ...row.assumptions]));
      const isPart = ({ kind }: Card): boolean => kind === 'input' || kind === 'indicator' || kind === 'assumption';
      return model.cards.filter((card) => isPart(card) && !printed.has(card));
    },
  };
}

/** Each input under the first row it leads to, else the first it is linked with in any way. */
function inputsByRow(
  model: BoardModel,
  levels: ReadonlyMap<string, LogframeLevel>,
  parentsOf: (id: string) => string[],
): Map<string, Card[]> {
  const linked = new Map<string, string>();
  for (const { from, to } of model.links) {
    if (levels.has(to) && !linked.has(from)) linked.set(from, to);
    if (levels.has(from) && !linked.has(to)) linked.set(to, from);
  }
  const rowOf = ({ id, kind }: Card): string | undefined =>
    kind === 'input' ? (parentsOf(id)[0] ?? linked.get(id)) : undefined;
  const byRow = new Map<string, Card[]>();
  for (const card of model.cards) {
    const row = rowOf(card);
    if (row !== undefined) byRow.set(row, [...(byRow.get(row) ?? []), card]);
  }
  return byRow;
}
