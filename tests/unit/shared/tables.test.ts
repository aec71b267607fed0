// The tables of a world café: who hosts, who goes where, whom they meet. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsMade } from '@commonboard/shared/groups/group-stages.ts';
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { meetingsIn } from '@commonboard/shared/groups/pairing.ts';
import { areGroupsEnding, groupsAtStep } from '@commonboard/shared/groups/step-groups.ts';
import { firstTables, nextTables, type Table, tableCount } from '@commonboard/shared/groups/tables.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { SessionActs, step } from '../../support/session-acts.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `p${String(i).padStart(16, '0')}`);
/** Whole numbers that a test can repeat. */
const drawnFrom = (seed: number) => {
  let state = seed >>> 0;
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % n;
  };
};
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const groupsOf = (tables: readonly Table[]) => tables.map(({ people }) => people);
const used = (tables: readonly Table[]) => tables.filter(({ people }) => people.length > 0);
/** So many rounds of the same people; all who have met twice, by pair. */
function repeatsOf(people: readonly string[], rounds: number, seed = 1): string[] {
  let tables = firstTables(people, limits.groupsMax);
  const met = meetingsIn(groupsOf(tables));
  for (let round = 1; round < rounds; round++) {
    tables = nextTables(tables, people, new Set(met), drawnFrom(seed));
    met.push(...meetingsIn(groupsOf(tables)));
  }
  return met.filter((pair, i) => met.indexOf(pair) !== i);
}

/** By who hosted it before, or, where they have left, by somebody who sat there. One that is not used is hosted by nobody. */
function isHostedRightly({ host, people }: Table, now: Table | undefined, here: readonly string[]): boolean {
  if (now === undefined || now.host === null) return now !== undefined;
  if (host !== null && here.includes(host)) return now.host === host;
  return !people.some((person) => here.includes(person)) || people.includes(now.host);
}

describe('tables', () => {
  it('[R200] of nobody there is none to sit at, of a few there is one, and else there are four or five at each', () => {
    expect(groupsOf(firstTables([], 40))).toEqual([[]]);
    expect(nextTables([], [], new Set(), () => 0)).toEqual([]);
    expect(nextTables([{ host: null, people: [] }], names(3), new Set(), () => 0)[0]?.people).toHaveLength(3);
    expect([2, 3, 4, 8, 12, 16, 23, 30].map(tableCount)).toEqual([1, 1, 2, 2, 3, 4, 5, 6]);
  });

  it('[R200] everybody sits at one table, its host among them, and hosts stay where they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 120 }), seeds, (count, seed) => {
        const people = names(count);
        let tables = firstTables(people, limits.groupsMax);
        const hosts = tables.map(({ host }) => host);
        for (let round = 0; round < 3; round++) {
          expect(groupsOf(tables).flat().toSorted()).toEqual(people);
          const sizes = tables.map((table) => table.people.length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          expect(tables.map(({ host }) => host)).toEqual(hosts);
          for (const { host, people: at } of tables) expect(at).toContain(host);
          tables = nextTables(tables, people, new Set(meetingsIn(groupsOf(tables))), drawnFrom(seed));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('[R200] in the second round nobody meets somebody again, wherever there are tables enough for all to part', () => {
    const canPart = (count: number): boolean => {
      const tables = firstTables(names(count), limits.groupsMax);
      return Math.max(...tables.map(({ people }) => people.length)) <= tables.length;
    };
    const counts = Array.from({ length: 87 }, (_, i) => i + 4).filter(canPart);
    expect(counts.length).toBeGreaterThan(70);
    expect(counts.filter((count) => repeatsOf(names(count), 2).length > 0)).toEqual([]);
  });

  it('[R200] in three rounds nobody meets somebody twice, where that is known to be possible', () => {
    for (const count of [16, 25, 30, 35, 40, 60, 100]) expect(repeatsOf(names(count), 3)).toEqual([]);
  });

  it('[R200] with too few tables no more repeat than must', () => {
    // Two tables of four: whoever goes, of three who move at each two stay together, or one with the host.
    expect(repeatsOf(names(8), 2)).toHaveLength(4);
    // Three of five: of four who move at each, two and two go to the other tables.
    expect(repeatsOf(names(15), 2)).toHaveLength(6);
  });

  it('[R200] people come and go between the rounds: all sit, none alone, and a host who has left is replaced by their table', () => {
    const moments = fc.tuple(...Array.from({ length: 4 }, () => fc.subarray(names(40), { minLength: 2 })), seeds);
    fc.assert(
      fc.property(moments, ([first, ...rest]) => {
        const below = drawnFrom(rest.at(-1) as number);
        let tables = firstTables(first as string[], limits.groupsMax);
        for (const here of rest.slice(0, -1) as string[][]) {
          const before = tables;
          tables = nextTables(before, here, new Set(meetingsIn(groupsOf(before))), below);
          expect(groupsOf(tables).flat().toSorted()).toEqual(here.toSorted());
          for (const { host, people } of used(tables)) {
            expect(people.length).toBeGreaterThanOrEqual(2);
            expect(people).toContain(host);
          }
          expect(before.filter((table, i) => !isHostedRightly(table, tables[i], here))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[R200] hundreds are seated in a moment, at as many tables as there can be', () => {
    const people = names(300);
    const first = firstTables(people, 40);
    const met = new Set(meetingsIn(groupsOf(first)));
    const next = nextTables(first, people, met, drawnFrom(3));
    expect(groupsOf(next).flat()).toHaveLength(300);
    expect(meetingsIn(groupsOf(next)).filter((pair) => met.has(pair))).toEqual([]);
  });
});

describe('a world café in the agenda', () => {
  const crowd = names(9).map((id) => ({ participant: participantIdSchema.parse(id), name: id }));

  it('[R200] zones and hosts stay for three rounds, also over a break, and what they made comes back after them', () => {
    const acts = new SessionActs([step('before')]);
    acts.people = crowd;
    acts.act({ type: 'add-activity', activity: 'world-cafe', zone: 'shape:z', question: '', after: 'before' });
    acts.start();
    const follow = (here = crowd): GroupSet => {
      acts.state = groupsAtStep(acts.state, { here, below: () => 0, now: acts.now });
      return acts.state.groups as GroupSet;
    };
    const next = () => acts.act({ type: 'next', phase: acts.state.phase ?? '' });
    next();
    const first = follow();
    expect(first).toMatchObject({ stage: 'making', title: 'Table #' });
    expect(first.groups.map(({ people }) => people.length)).toEqual([5, 4]);
    next();
    // Their zones are not there yet.
    expect(follow()).toBe(first);
    acts.state = groupsMade(
      acts.state,
      first.id,
      new Map([
        [1, 'shape:1'],
        [2, 'shape:2'],
      ]),
    );
    const second = follow();
    expect(second.groups.map(({ host, zone }) => [host, zone])).toEqual([
      [first.groups[0]?.host, 'shape:1'],
      [first.groups[1]?.host, 'shape:2'],
    ]);
    expect(second.groups.flatMap(({ people }) => people)).toHaveLength(9);
    expect(second.groups[0]?.people).not.toEqual(first.groups[0]?.people);
    expect(follow()).toBe(second);
    acts.act({ type: 'take-break', phase: acts.state.phase ?? '', minutes: 5 });
    expect(areGroupsEnding(acts.state)).toBe(false);
    expect(follow()).toBe(second);
    next();
    // Without its host, somebody of the table hosts.
    const left = crowd.filter(({ participant }) => participant !== second.groups[0]?.host);
    const third = follow(left);
    expect(second.groups[0]?.people.map(({ participant }) => participant)).toContain(third.groups[0]?.host);
    expect(third.groups.flatMap(({ people }) => people)).toHaveLength(8);
    expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
    expect(areGroupsEnding(acts.state)).toBe(false);
    next();
    expect(areGroupsEnding(acts.state)).toBe(true);
    expect(follow()).toMatchObject({ stage: 'bringing', ends: 'remove', zone: 'shape:z' });
    expect(areGroupsEnding(acts.state)).toBe(true);
  });
});
