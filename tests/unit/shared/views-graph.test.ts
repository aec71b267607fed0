// Loops, paths and orders on graphs: against what looking at everything finds on small ones, and bounded on large ones.
import { causalGraph, forwardGraph } from '@commonboard/shared/domain/graph/causal-graph.ts';
import { elementaryLoops } from '@commonboard/shared/domain/graph/elementary-loops.ts';
import { reach } from '@commonboard/shared/domain/graph/reach.ts';
import { strongComponents } from '@commonboard/shared/domain/graph/strong-components.ts';
import { topologicalOrder } from '@commonboard/shared/domain/graph/topological-order.ts';
import { loopKinds, loops, loopsMax } from '@commonboard/shared/domain/views/loops.ts';
import { paths } from '@commonboard/shared/domain/views/paths.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, modelOf, type LinkSketch } from '../../support/model-builder.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const outcomes = (names: readonly string[]) => names.map((id) => card('outcome', id));
const board = (names: readonly string[], links: readonly LinkSketch[]) => modelOf({ cards: outcomes(names), links });
const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${i}`);

/** Edges of a small graph, as `a>b`. */
const edges = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { selector: String, maxLength: 14 })
  .map((pairs) => pairs.map(([a, b]) => `${a}>${b}`));

/** Every loop by walking every path from each card over later cards only. */
function allLoops(links: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (root: string, path: string[]): void => {
    for (const link of links) {
      const [from = '', to = ''] = link.split('>');
      if (from !== path.at(-1) || (to === root && path.length === 1)) continue;
      if (to === root) found.push(path.join(''));
      else if (to > root && !path.includes(to)) walk(root, [...path, to]);
    }
  };
  for (const id of ids) walk(id, [id]);
  return found.toSorted();
}

function leadsTo(links: readonly string[], start: string): Set<string> {
  const seen = new Set([start]);
  for (let size = 0; size !== seen.size;) {
    size = seen.size;
    for (const link of links) {
      const [from = '', to = ''] = link.split('>');
      if (seen.has(from)) seen.add(to);
    }
  }
  return seen;
}

describe('loops', () => {
  it('are those that walking every path finds', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const found = loops(board(ids, links));
        expect(found.hasMore).toBe(allLoops(links).length > loopsMax);
        expect(found.loops.map(({ cardIds }) => cardIds.join('')).toSorted()).toEqual(allLoops(links));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['++', '+', 'R1'],
    ['--', '+', 'R1'],
    ['+-', '-', 'B1'],
    ['+ ', null, 'L1'],
  ])('with polarities %j have the sign %j and the name %s', (polarities, sign, name) => {
    const [ab, ba] = polarities.split('').map((sign_) => (sign_ === ' ' ? null : (sign_ as '+' | '-')));
    const found = loops(
      board(
        ['a', 'b'],
        [
          { from: 'a', to: 'b', polarity: ab ?? null },
          { from: 'b', to: 'a', polarity: ba ?? null, feedback: true, delayed: true },
        ],
      ),
    );
    expect(found).toEqual({
      loops: [
        {
          name,
          sign,
          cardIds: ['a', 'b'],
          linkIds: ['a>b', 'b>a'],
          titles: ['a', 'b'],
          hasDelay: true,
          isMarked: true,
        },
      ],
      hasMore: false,
    });
    expect(loopKinds[sign === null ? 'unsaid' : (sign as '+' | '-')].en).not.toBe('');
  });

  it('are made by causal links between cards that count, not by others', () => {
    const support = { from: 'b', to: 'a', type: 'supports' as const };
    expect(loops(board(['a', 'b'], ['a>b', support])).loops).toEqual([]);
    expect(loops(board(['a'], ['a>a', 'a>gone', 'gone>a'])).loops).toEqual([]);
    const example = modelOf({
      cards: [card('outcome', 'a', {}, { example: true }), card('outcome', 'b')],
      links: ['a>b', 'b>a'],
    });
    expect(loops(example).loops).toEqual([]);
    expect(loops(modelOf({}))).toEqual({ loops: [], hasMore: false });
  });

  it('of links drawn twice are one loop', () =>
    expect(loops(board(['a', 'b'], ['a>b', { id: 'x', from: 'a', to: 'b' }, 'b>a'])).loops).toHaveLength(1));

  it('come short ones first', () => {
    const links = ['a>b', 'b>c', 'c>d', 'd>e', 'e>a', 'b>a', 'c>a'];
    expect(loops(board(ids, links)).loops.map(({ cardIds }) => cardIds.length)).toEqual([2, 3, 5]);
  });

  it('are listed up to a limit, and it is said that there are more', () => {
    const names = numbered(30);
    const links = names.flatMap((a) => names.filter((b) => b !== a).map((b) => `${a}>${b}`));
    const found = loops(board(names, links));
    expect(found.loops).toHaveLength(loopsMax);
    expect(found.hasMore).toBe(true);
  });

  it('exactly as many as the limit are all of them', () => {
    const names = numbered(200);
    const links = names.flatMap((id, i) => (i % 2 === 0 ? [`${id}>n${i + 1}`, `n${i + 1}>${id}`] : []));
    expect(loops(board(names, links))).toMatchObject({ hasMore: false, loops: { length: 100 } });
    const more = [...names, 'y', 'z'];
    expect(loops(board(more, [...links, 'y>z', 'z>y']))).toMatchObject({ hasMore: true, loops: { length: 100 } });
  });

  it('of 500 cards in one ring are found', () => {
    const names = numbered(500);
    const found = loops(
      board(
        names,
        names.map((id, i) => `${id}>n${(i + 1) % 500}`),
      ),
    );
    expect(found.hasMore).toBe(false);
    expect(found.loops.map(({ cardIds }) => cardIds)).toEqual([names]);
  });

  it('end even where the search leads into blind alleys without number', () => {
    const names = numbered(60);
    // A ladder: each rung doubles the ways, and one arrow leads back.
    const rungs = names
      .flatMap((id, i) => [`${id}>n${i + 1}`, `${id}>n${i + 2}`])
      .filter((link) => names.includes(link.split('>')[1] ?? ''));
    const found = elementaryLoops(causalGraph(board(names, [...rungs, 'n59>n0'])), 1000);
    expect(found.hasMore).toBe(true);
    expect(found.loops.length).toBeGreaterThan(0);
  });
});

describe('groups that lead to each other', () => {
  it('are those that lead both ways', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const components = strongComponents(causalGraph(board(ids, links)));
        const together = (a: string, b: string): boolean => leadsTo(links, a).has(b) && leadsTo(links, b).has(a);
        const expected = new Set(
          ids.map((a) => ids.filter((b) => together(a, b)).join('')).filter((group) => group.length > 1),
        );
        expect(new Set(components.map((group) => group.join('')))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are found along a chain of 20,000 cards', () => {
    const names = numbered(20_000);
    const links = names.slice(1).map((id, i) => `n${i}>${id}`);
    expect(strongComponents(causalGraph(board(names, links)))).toEqual([]);
    expect(strongComponents(causalGraph(board(names, [...links, 'n19999>n0'])))[0]).toHaveLength(20_000);
  });
});

describe('the order of causes before effects', () => {
  it('holds for every arrow that is in no circle, and names every card once', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const order = topologicalOrder(causalGraph(board(ids, links)));
        expect([...order.values()].toSorted((a, b) => a - b)).toEqual(ids.map((_, i) => i));
        if (allLoops(links).length > 0) return;
        const backward = links.filter((link) => {
          const [from = '', to = ''] = link.split('>');
          return from !== to && (order.get(from) ?? 0) > (order.get(to) ?? 0);
        });
        expect(backward).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('begins with what has no cause, in reading order', () =>
    expect([...topologicalOrder(forwardGraph(board(['c', 'b', 'a'], ['b>c']))).keys()]).toEqual(['b', 'a', 'c']));
});

describe('paths', () => {
  it('lead to what following every arrow leads to', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...ids), (links, id) => {
        const { ancestors, descendants } = paths(board(ids, links));
        const after = ids.filter((other) => other !== id && leadsTo(links, id).has(other));
        const before = ids.filter((other) => other !== id && leadsTo(links, other).has(id));
        expect(descendants(id).toSorted()).toEqual(after);
        expect(ancestors(id).toSorted()).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('between two are whole, and no shorter one is there', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...ids), fc.constantFrom(...ids), (links, from, to) => {
        const model = board(ids, links);
        const path = paths(model).shortest(from, to);
        expect(path !== null).toBe(leadsTo(links, from).has(to));
        if (!path) return;
        expect(path.linkIds).toEqual(path.cardIds.slice(1).map((id, i) => `${path.cardIds[i]}>${id}`));
        expect([path.cardIds[0], path.cardIds.at(-1)]).toEqual([from, to]);
        expect(path.linkIds.length).toBe(reach([from], causalGraph(model).effects).get(to)?.distance);
      }),
      { numRuns: 300 },
    );
  });

  it('of cards that are not there lead nowhere', () => {
    const { ancestors, descendants, shortest, reachesImpact } = paths(board(['a'], []));
    expect([ancestors('x'), descendants('x'), shortest('x', 'a'), shortest('a', 'x'), reachesImpact('x')]).toEqual([
      [],
      [],
      null,
      null,
      false,
    ]);
    expect(shortest('a', 'a')).toEqual({ cardIds: ['a'], linkIds: [] });
  });

  it('say whether an impact is reached', () => {
    const { reachesImpact } = paths(
      modelOf({ cards: [card('impact', 'i'), ...outcomes(['a', 'b', 'c'])], links: ['a>b', 'b>i', 'i>c'] }),
    );
    expect(['i', 'a', 'b', 'c'].map(reachesImpact)).toEqual([true, true, true, false]);
  });
});
