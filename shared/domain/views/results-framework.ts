// The results framework: one row for each result and each of its indicators, with what is measured. The columns are those of
// results.csv. Goals of the shared goal canvas stand in it with their key results as indicators.
import { ceilingByPage, isBelow } from '../ceiling.ts';
import { keyResultsByGoal } from '../key-results.ts';
import type { BoardModel, Card } from '../model.ts';
import { withoutExamples } from '../without-examples.ts';
import type { LogframeLevel } from './logframe-codes.ts';
import { logframe } from './logframe.ts';

/** What the group answers for alone, what it moves, what it only adds to. */
export type Sphere = 'control' | 'influence' | 'interest';

export interface ResultRow {
  resultCode: string;
  parentCodes: string[];
  /** `objective`: a goal that is no part of a chain. null: key results under no goal. */
  level: LogframeLevel | 'objective' | null;
  result: Card | null;
  /** null: the result has none. */
  indicatorCode: string | null;
  /** An indicator or a key result: what is measured stands in its fields. */
  indicator: Card | null;
  sphere: Sphere | null;
}

/** Results in the order of the logical framework, then goals, then what hangs on nothing. */
export function resultsFramework(model: BoardModel): ResultRow[] {
  const board = withoutExamples(model);
  const { rows, loose } = logframe(board);
  const ceilings = ceilingByPage(board);
  const sphereOf = (card: Card): Sphere => {
    if (card.kind === 'output' || card.kind === 'activity') return 'control';
    return card.kind === 'outcome' && isBelow(card, ceilings) ? 'influence' : 'interest';
  };
  const byGoal = keyResultsByGoal(board);
  const goals = board.cards.filter(({ kind }) => kind === 'goal');
  const unused = new Set(loose.filter(({ kind }) => kind === 'indicator'));
  const ofGoal = new Map(
    goals.map((goal) => [goal.id, [...unused].filter((indicator) => indicator.fields.on === goal.id)]),
  );
  const used = new Set([...byGoal.values(), ...ofGoal.values()].flat());
  const hanging = board.cards.filter((card) => (card.kind === 'keyResult' || unused.has(card)) && !used.has(card));
  return [
    ...rows.flatMap(({ code, parent, alsoContributesTo, level, card, indicators }) =>
      lines(
        {
          resultCode: code,
          parentCodes: [...(parent === null ? [] : [parent]), ...alsoContributesTo],
          level,
          result: card,
          sphere: sphereOf(card),
        },
        indicators,
      ),
    ),
    ...goals.flatMap((goal, i) =>
      lines({ resultCode: `OB${i + 1}`, parentCodes: [], level: 'objective', result: goal, sphere: 'interest' }, [
        ...(byGoal.get(goal.id) ?? []),
        ...(ofGoal.get(goal.id) ?? []),
      ]),
    ),
    ...(hanging.length === 0
      ? []
      : lines({ resultCode: '', parentCodes: [], level: null, result: null, sphere: null }, hanging)),
  ];
}

/** One for each indicator; one without where there is none. */
function lines(result: Omit<ResultRow, 'indicator' | 'indicatorCode'>, indicators: readonly Card[]): ResultRow[] {
  if (indicators.length === 0) return [{ ...result, indicatorCode: null, indicator: null }];
  const prefix = result.resultCode === '' ? 'X' : `${result.resultCode}-`;
  return indicators.map((indicator, i) => ({ ...result, indicatorCode: `${prefix}${i + 1}`, indicator }));
}
