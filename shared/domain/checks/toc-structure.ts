// Rules about the shape of the map: T01 to T05, T09, T10, T15, T21. How far things are joined, and whether they lead upward.
import type { Kind } from '../kinds.ts';
import type { Card, Link } from '../model.ts';
import { reach } from '../graph/reach.ts';
import { strongComponents } from '../graph/strong-components.ts';
import { quoted } from '../sentence.ts';
import { loopsOf } from '../views/loops.ts';
import { each, type Check, type CheckedBoard } from './checked-board.ts';
import { finding, type Finding } from './finding.ts';

const impactsMax = 3;
const causesMax = 7;
const cardsOnMapMax = 40;
const loopsNamedMax = 20;
/** From an input to an impact. Goals and key results have no rank: they may stand at any height. */
const ranks: Partial<Record<Kind, number>> = { input: 0, activity: 1, output: 2, outcome: 3, impact: 4 };
const rankStepMax = 2;

export const tocStructureChecks = {
  T01: (board) => {
    if (board.chain.every(({ kind }) => kind === 'input')) return null;
    const impacts = board.ofKind('impact');
    if (impacts.length === 0) return [finding('T01', 'none', [])];
    return mapsOf(impacts)
      .filter((onMap) => onMap.length > impactsMax)
      .map((onMap) => finding('T01', 'many', idsOf(onMap), { count: onMap.length }));
  },

  // Without an impact, T01 says all there is to say; a card that stands alone is T03's.
  T02: (board) => {
    const impacts = board.ofKind('impact');
    if (impacts.length === 0) return null;
    const leading = reach(idsOf(impacts), board.graph.causes);
    const joined = joinedIds(board);
    return each(board.ofKind('outcome', 'output', 'activity'), ({ id, title }) =>
      leading.has(id) || !joined.has(id) ? null : finding('T02', 'lost', [id], { title }),
    );
  },

  // The first card of a board is not alone: there is nothing to join it to.
  T03: (board) => {
    if (board.chain.length < 2) return null;
    const joined = joinedIds(board);
    return each(board.chain, ({ id, title }) => (joined.has(id) ? null : finding('T03', 'alone', [id], { title })));
  },

  T04: (board) => {
    const joined = joinedIds(board);
    return each(
      board.ofKind('outcome').filter(({ fields }) => fields.external !== true),
      ({ id, title }) =>
        board.graph.causes(id).length > 0 || !joined.has(id) ? null : finding('T04', 'uncaused', [id], { title }),
    );
  },

  T05: (board) => {
    if (board.causal.length === 0) return null;
    const { loops } = loopsOf(board.forward, board.cards, loopsNamedMax);
    const named = new Set(loops.flatMap(({ cardIds }) => cardIds));
    return [
      ...loops.map(({ cardIds, linkIds, titles, sign }) =>
        finding(
          'T05',
          sign === null ? 'unsaid' : sign === '+' ? 'reinforcing' : 'balancing',
          [...cardIds, ...linkIds],
          {
            loop: loopInWords(titles),
          },
        ),
      ),
      ...strongComponents(board.forward)
        .filter((component) => !component.some((id) => named.has(id)))
        .map((component) => finding('T05', 'tangle', component, { count: component.length })),
    ];
  },

  T09: (board) =>
    eachRankedLink(board, (link, from, to, step) =>
      step > rankStepMax ? finding('T09', 'leap', [from.id, link.id, to.id], { from: from.title, to: to.title }) : null,
    ),

  // A mutual link is a loop: T05 names it.
  T10: (board) =>
    eachRankedLink(board, (link, from, to, step) =>
      step < 0 && !link.feedback && link.direction !== 'mutual'
        ? finding('T10', 'back', [from.id, link.id, to.id], { from: from.title, to: to.title })
        : null,
    ),

  // Counted on the way with the fewest outcomes, not the fewest arrows.
  T15: (board) => {
    const outcomes = outcomesOnTheWay(board);
    return each(
      board.ofKind('activity').filter(({ id }) => outcomes.has(id)),
      ({ id, title }) => {
        const count = outcomes.get(id) ?? 0;
        return count < 2 ? finding('T15', count === 0 ? 'none' : 'one', [id], { title }) : null;
      },
    );
  },

  T21: (board) => [
    ...board.chain.flatMap(({ id, title }) => {
      const count = board.graph.causes(id).length;
      return count > causesMax ? [finding('T21', 'causes', [id], { title, count })] : [];
    }),
    ...mapsOf(board.chain)
      .filter((onMap) => onMap.length > cardsOnMapMax)
      .map((onMap) => finding('T21', 'cards', idsOf(onMap), { count: onMap.length })),
  ],
} satisfies Record<string, Check>;

/** Groups draw maps side by side: what is of one page and one group is one map. */
function mapsOf(cards: readonly Card[]): Card[][] {
  return [...Map.groupBy(cards, ({ pageId, group }) => `${pageId} ${group ?? ''}`).values()];
}

function idsOf(cards: readonly Card[]): string[] {
  return cards.map(({ id }) => id);
}

/** Cards of the chain with a link of any type to another of them. */
function joinedIds({ model, chain }: CheckedBoard): Set<string> {
  const steps = new Set(idsOf(chain));
  return new Set(
    model.links
      .filter(({ from, to }) => from !== to && steps.has(from) && steps.has(to))
      .flatMap(({ from, to }) => [from, to]),
  );
}

/** Each causal link between cards that have a rank; `step` is how much higher its end stands. */
function eachRankedLink(
  { causal }: CheckedBoard,
  look: (link: Link, from: Card, to: Card, step: number) => Finding | null,
): Finding[] | null {
  const ranked = causal.flatMap(({ link, from, to }) => {
    const [low, high] = [ranks[from.kind], ranks[to.kind]];
    return low === undefined || high === undefined ? [] : [{ link, from, to, step: high - low }];
  });
  return each(ranked, ({ link, from, to, step }) => look(link, from, to, step));
}

/** Id -> fewest outcomes between a card and an impact; an outcome counts itself. Level by level, from the impacts down. */
function outcomesOnTheWay({ forward, cards, ofKind }: CheckedBoard): Map<string, number> {
  const counts = new Map<string, number>();
  let level = idsOf(ofKind('impact'));
  for (let count = 0; level.length > 0; count++) {
    const next: string[] = [];
    const here = level;
    for (const id of here) {
      if (counts.has(id)) continue;
      counts.set(id, count);
      for (const { to } of forward.causes(id)) (cards.get(to)?.kind === 'outcome' ? next : here).push(to);
    }
    level = next;
  }
  return counts;
}

function loopInWords(titles: readonly string[]): string {
  const shown = titles.slice(0, 4).map((title) => `“${quoted(title).slice(0, 40)}”`);
  return [...shown, ...(titles.length > shown.length ? ['…'] : []), shown[0] ?? ''].join(' → ');
}
