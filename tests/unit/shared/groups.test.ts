// Groups without a server: how people are dealt into them, who comes and goes, and what each may ask. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLot, groupCount, mixedBySector } from '@commonboard/shared/groups/form-groups.ts';
import { type GroupSet, groupLinkSchema, groupOf } from '@commonboard/shared/groups/group-set.ts';
import { groupsBrought, groupsMade, groupsMet } from '@commonboard/shared/groups/group-stages.ts';
import { personSectors } from '@commonboard/shared/groups/person-sectors.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { SessionPerson } from '@commonboard/shared/session/session-person.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';
import { ada, ben, lea, SessionActs } from '../../support/session-acts.ts';

const person = (i: number): SessionPerson => ({
  participant: participantIdSchema.parse(`p${String(i).padStart(16, '0')}`),
  name: `Person ${i}`,
});
const crowd = (count: number) => Array.from({ length: count }, (_, i) => person(i));
/** Whole numbers that a test can repeat. */
const drawnFrom = (seed: number) => {
  let state = seed >>> 0;
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % n;
  };
};
const sizes = (groups: readonly (readonly unknown[])[]) => groups.map(({ length }) => length);
const namesIn = (people: readonly SessionPerson[]) => people.map(({ name }) => name).toSorted();
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);
const plans = fc.record({
  by: fc.constantFrom('count', 'size'),
  number: fc.integer({ min: 1, max: limits.groupsMax }),
});
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

const make = { type: 'make-groups', how: 'random', zone: null, title: 'Group #', drawsScribes: false } as const;
const twoOf = { by: 'size', number: 2 } as const;

function grouped(people: SessionPerson[], more: object = {}): SessionActs & { set: () => GroupSet } {
  const acts = new SessionActs();
  acts.people = people;
  acts.act({ ...make, plan: twoOf, ...more });
  return Object.assign(acts, { set: () => acts.state.groups as GroupSet });
}

const members = ({ groups }: GroupSet) => groups.map(({ people }) => people.map(({ name }) => name));

describe('how people are dealt', () => {
  it('[R170] fewer than two make no groups, and no plan leaves somebody alone', () => {
    for (const people of [0, 1]) expect(groupCount(people, twoOf, 40)).toBeNull();
    expect(groupCount(5, twoOf, 40)).toBe(2);
    expect(groupCount(3, { by: 'count', number: 40 }, 40)).toBe(1);
    expect(groupCount(1_000, { by: 'size', number: 1 }, 40)).toBe(40);
    expect(groupCount(6, { by: 'size', number: 4 }, 40)).toBe(2);
  });

  it('[R170] everybody is in exactly one group, none is alone, and sizes differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), plans, seeds, (count, plan, seed) => {
        const people = crowd(count);
        const groups = byLot(people, groupCount(count, plan, limits.groupsMax) ?? 0, drawnFrom(seed));
        expect(namesIn(groups.flat())).toEqual(namesIn(people));
        expect(Math.min(...sizes(groups))).toBeGreaterThanOrEqual(2);
        expect(spread(sizes(groups))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[R170] mixed: each sector is spread, those who said none too', () => {
    const said = fc.array(fc.option(fc.constantFrom(...personSectors)), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(said, plans, seeds, (sectors, plan, seed) => {
        const people = crowd(sectors.length);
        const of = ({ participant }: SessionPerson) =>
          sectors[people.findIndex((one) => one.participant === participant)] ?? null;
        const groups = mixedBySector(
          people,
          of,
          groupCount(people.length, plan, limits.groupsMax) ?? 0,
          drawnFrom(seed),
        );
        expect(namesIn(groups.flat())).toEqual(namesIn(people));
        expect(spread(sizes(groups))).toBeLessThanOrEqual(1);
        for (const sector of new Set(sectors)) {
          const each = groups.map((group) => group.filter((one) => of(one) === sector).length);
          expect(spread(each)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('who comes and who goes', () => {
  it('[R172] whoever is here is in exactly one group after any coming and going, and nobody is left alone', () => {
    const visits = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), plans, visits, seeds, (count, plan, moments, seed) => {
        const acts = grouped(crowd(count), { plan, how: seed % 2 ? 'random' : 'mixed' });
        for (const moment of moments) {
          const here = moment.map(person);
          const gone = new Set(crowd(12).flatMap(({ participant }, i) => (moment.includes(i) ? [] : [participant])));
          acts.state = groupsMet(acts.state, here, gone);
          const { groups } = acts.set();
          const all = groups.flatMap(({ people }) => people.map(({ participant }) => participant));
          expect(all.toSorted()).toEqual(here.map(({ participant }) => participant).toSorted());
          expect(here.length < 2 || groups.every(({ people }) => people.length !== 1)).toBe(true);
          expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
        }
      }),
    );
  });

  it('[R172] who comes late goes to the smallest group; who is the last of theirs makes a trio of another', () => {
    const acts = grouped(crowd(5));
    const [trio, pair] = [
      acts.set().groups.find(({ people }) => people.length === 3),
      acts.set().groups.find(({ people }) => people.length === 2),
    ];
    const after = groupsMet(acts.state, [...crowd(5), person(9)], new Set());
    expect(groupOf(after.groups as GroupSet, person(9).participant)?.number).toBe(pair?.number);
    const [leaves, stays] = pair?.people ?? [];
    const rest = crowd(5).filter((one) => one.participant !== leaves?.participant);
    const merged = groupsMet(acts.state, rest, new Set([leaves?.participant ?? lea.participant])).groups as GroupSet;
    expect(groupOf(merged, stays?.participant ?? '')?.number).toBe(trio?.number);
    expect(groupOf(merged, leaves?.participant ?? '')).toBeNull();
  });

  it('[R172] who comes back is in the same group, and a scribe who left has a successor', () => {
    const acts = grouped(crowd(6), { plan: { by: 'count', number: 2 }, drawsScribes: true });
    const first = acts.set().groups[0];
    const scribe = crowd(6).find(({ participant }) => participant === first?.scribe) ?? lea;
    const rest = crowd(6).filter(({ participant }) => participant !== scribe.participant);
    acts.state = groupsMet(acts.state, rest, new Set([scribe.participant]));
    const now = acts.set().groups[0];
    expect(now?.people.map(({ participant }) => participant)).toContain(now?.scribe);
    acts.state = groupsMet(acts.state, crowd(6), new Set());
    expect(groupOf(acts.set(), scribe.participant)?.number).toBe(1);
    expect(groupsMet(acts.state, crowd(6), new Set())).toBe(acts.state);
  });
});

describe('who may ask what', () => {
  it('[R171] a participant makes, ends and steers no groups, moves nobody, and is told so', () => {
    const acts = grouped([ada, ben]);
    const { id } = acts.set();
    expect(acts.act({ ...make, plan: twoOf }, ada)).toBe('not-leading');
    for (const type of ['settle-groups', 'warn-groups', 'end-groups'] as const)
      expect(acts.act({ type, set: id }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'move-person', set: id, participant: ben.participant, to: 1 }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'move-person', set: id, participant: ada.participant, to: 1 }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'link-group', set: id, group: 1, link: null }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'group-helped', set: id, group: 1 }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'bring-groups', set: id, ends: 'remove' }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'ask-sectors', isAsked: true }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'choose-group', set: id, group: 1 }, ada)).toBe('not-choosing');
    expect(acts.act({ type: 'ask-help', set: id, isNeeded: true }, ada, 'view')).toBe('not-taking-part');
    expect(acts.act({ type: 'end-groups', set: 'g999' as GroupSet['id'] })).toBe('no-groups');
    expect(acts.act({ ...make, plan: twoOf })).toBe('grouped');
  });

  it('[R171] only people of a group ask for help and name its scribe, who is one of them', () => {
    const acts = grouped(crowd(4), { plan: { by: 'count', number: 2 } });
    const { id, groups } = acts.set();
    const [mine, yours] = [groups[0]?.people[0] ?? lea, groups[1]?.people[0] ?? lea];
    expect(acts.act({ type: 'ask-help', set: id, isNeeded: true }, ada)).toBe('not-in-group');
    expect(acts.act({ type: 'name-scribe', set: id, group: 2, participant: mine.participant }, mine)).toBe(
      'not-in-group',
    );
    expect(acts.act({ type: 'name-scribe', set: id, group: 1, participant: yours.participant }, mine)).toBe(
      'no-person',
    );
    acts.act({ type: 'name-scribe', set: id, group: 1, participant: mine.participant }, mine);
    acts.act({ type: 'ask-help', set: id, isNeeded: true }, mine);
    expect(acts.set().groups[0]).toMatchObject({ scribe: mine.participant, helpAt: acts.now });
    acts.act({ type: 'group-helped', set: id, group: 1 });
    expect(acts.set().groups[0]?.helpAt).toBeNull();
  });

  it('[R170] self-chosen: nobody is put anywhere until that ends, then everybody is somewhere', () => {
    const acts = grouped(crowd(5), { how: 'chosen' });
    const { id } = acts.set();
    expect(members(acts.set())).toEqual([[], []]);
    acts.state = groupsMet(acts.state, crowd(5), new Set());
    expect(members(acts.set())).toEqual([[], []]);
    expect(acts.act({ type: 'choose-group', set: id, group: 3 }, person(0))).toBe('no-group');
    acts.act({ type: 'choose-group', set: id, group: 2 }, person(0));
    acts.act({ type: 'choose-group', set: id, group: 1 }, person(0));
    expect(members(acts.set())).toEqual([['Person 0'], []]);
    acts.act({ type: 'settle-groups', set: id });
    expect(acts.set().groups.flatMap(({ people }) => people)).toHaveLength(5);
    expect(acts.set().groups.every(({ people }) => people.length !== 1)).toBe(true);
    expect(acts.act({ type: 'choose-group', set: id, group: 2 }, person(0))).toBe('not-choosing');
  });

  it('[R171] a video link is https, and holds no name or password', () => {
    for (const bad of [
      'http://meet.example/a',
      'javascript:alert(1)',
      'https://a:b@meet.example',
      'meet',
      `https://x/${'a'.repeat(500)}`,
    ])
      expect(groupLinkSchema.safeParse(bad).success).toBe(false);
    expect(groupLinkSchema.parse('https://meet.example/room-1')).toBe('https://meet.example/room-1');
  });

  it('[R170] what people say of their sector is for facilitators', () => {
    const acts = new SessionActs();
    acts.act({ type: 'ask-sectors', isAsked: true });
    acts.act({ type: 'say-sector', sector: 'market' }, ada);
    expect(viewOf(acts.state, true).sectors.said).toEqual({ [ada.participant]: 'market' });
    expect(viewOf(acts.state, false).sectors.said).toEqual({ [ada.participant]: null });
    acts.act({ type: 'say-sector', sector: null }, ada);
    expect(acts.state.sectors.said).toEqual({});
  });
});

it('[R174] what was made or brought back for other groups changes nothing', () => {
  const acts = grouped([ada, ben]);
  expect(groupsMade(acts.state, 'g999', new Map())).toBe(acts.state);
  expect(groupsBrought(acts.state, acts.set().id, null)).toBe(acts.state);
  acts.state = groupsMade(acts.state, acts.set().id, new Map([[1, 'shape:one']]));
  expect(acts.set()).toMatchObject({ stage: 'open', groups: [{ zone: 'shape:one' }] });
  acts.act({ type: 'bring-groups', set: acts.set().id, ends: 'lock' });
  expect(acts.act({ type: 'warn-groups', set: acts.set().id })).toBe('no-groups');
  acts.state = groupsBrought(acts.state, acts.set().id, null);
  expect(acts.state.closedZones).toEqual(['shape:one']);
});
