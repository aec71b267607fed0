// Activities in the agenda, and the groups that follow it: who meets whom, and what becomes of groups from step to step. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { groupsBrought, groupsMade } from '@commonboard/shared/groups/group-stages.ts';
import { joinedByTwo, meetingsIn, newPairs, pairsOfRound } from '@commonboard/shared/groups/pairing.ts';
import { groupsAtStep } from '@commonboard/shared/groups/step-groups.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { activityMinutes, activitySteps, activityZones } from '@commonboard/shared/activities/activities.ts';
import { activityKinds } from '@commonboard/shared/activities/activity-kinds.ts';
import { atStep, isWatched } from '@commonboard/shared/session/at-step.ts';
import { phaseSchema } from '@commonboard/shared/session/phase.ts';
import type { SessionPerson } from '@commonboard/shared/session/session-person.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { expectedEnd } from '@commonboard/shared/session/drift.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { turnsAtStep } from '@commonboard/shared/activities/turns.ts';
import { runPending } from '@commonboard/shared/session/step-commands.ts';
import { ada, ben, lea, minuteMs, SessionActs, step } from '../../support/session-acts.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `p${String(i).padStart(16, '0')}`);
const crowd = (count: number): SessionPerson[] =>
  names(count).map((id) => ({ participant: participantIdSchema.parse(id), name: id }));

describe('who meets whom', () => {
  it('[R176] nobody, and one, make no pair', () => {
    expect(pairsOfRound([], 3)).toEqual([]);
    expect(pairsOfRound(['a'], 3)).toEqual([['a']]);
    expect(newPairs(['a'], new Set())).toEqual([['a']]);
    expect(joinedByTwo([])).toEqual([]);
    expect(joinedByTwo([['a', 'b']])).toEqual([['a', 'b']]);
  });

  it('[R176] the circle lets all meet all, once, in as many rounds as there are people but one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (half) => {
        const people = names(half * 2);
        const met = Array.from({ length: people.length - 1 }, (_, round) =>
          meetingsIn(pairsOfRound(people, round)),
        ).flat();
        expect(new Set(met).size).toBe(met.length);
        expect(met).toHaveLength((people.length * (people.length - 1)) / 2);
      }),
    );
  });

  it('[R176] everybody is in one pair, or in the one trio of an odd number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 61 }), fc.integer({ min: 0, max: 90 }), (count, round) => {
        const groups = pairsOfRound(names(count), round);
        expect(groups.flat().toSorted()).toEqual(names(count));
        expect(groups.filter(({ length }) => length === 3)).toHaveLength(count % 2);
        expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true);
      }),
    );
  });

  it('[R176] no pair meets twice in three rounds, also where people come and go between them', () => {
    const rounds = fc.tuple(...Array.from({ length: 3 }, () => fc.subarray(names(24), { minLength: 10 })));
    fc.assert(
      fc.property(rounds, (moments) => {
        const met = new Set<string>();
        for (const here of moments) {
          const groups = newPairs(here.toSorted(), met);
          expect(groups.flat().toSorted()).toEqual(here.toSorted());
          const now = meetingsIn(groups);
          expect(now.filter((pair) => met.has(pair))).toEqual([]);
          now.forEach((pair) => met.add(pair));
        }
      }),
    );
  });

  it('[R176] where each turn of the circle would repeat a pair, partners are exchanged', () => {
    const people = names(8);
    const met = new Set(
      Array.from({ length: 7 }, (_, round) => meetingsIn(pairsOfRound(people, round).slice(1, 2))).flat(),
    );
    const groups = newPairs(people, met);
    expect(groups.flat().toSorted()).toEqual(people);
    expect(meetingsIn(groups).filter((pair) => met.has(pair))).toEqual([]);
  });

  it('[R177] pairs that join stay together, and none is left over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
        const pairs = pairsOfRound(names(count), 0);
        const fours = joinedByTwo(pairs);
        expect(fours.flat().toSorted()).toEqual(names(count));
        for (const pair of pairs)
          expect(fours.filter((four) => pair.some((one) => four.includes(one)))).toHaveLength(1);
      }),
    );
  });
});

/** A session in which Lea has put an activity after its only step, and gone on to it. */
function running(activity: (typeof activityKinds)[number], people: SessionPerson[]) {
  const acts = new SessionActs([step('before')]);
  acts.people = people;
  acts.act({ type: 'add-activity', activity, zone: 'shape:z', question: 'What now?', after: 'before' });
  acts.start();
  const follow = (here = acts.people): GroupSet | null => {
    acts.state = groupsAtStep(acts.state, { here, below: () => 0, now: acts.now });
    return acts.state.groups;
  };
  const next = (): void => {
    acts.act({ type: 'next', phase: acts.state.phase ?? '' });
    if (acts.state.pending) acts.state = runPending(acts.state, acts.now);
  };
  return { acts, follow, next };
}

describe('an activity in the agenda', () => {
  it('[R175] is put there by who leads, all of it or nothing', () => {
    const acts = new SessionActs([step('a')]);
    const wish = { type: 'add-activity', activity: 'pairs', zone: null, question: '', after: 'a' } as const;
    expect(acts.act(wish, ada)).toBe('not-leading');
    expect(acts.act({ ...wish, after: 'gone' })).toBe('no-step');
    acts.state = { ...acts.state, phases: Array.from({ length: limits.phasesMax - 2 }, (_, i) => step(`s${i}`)) };
    expect(acts.act({ ...wish, after: null })).toBe('full');
  });

  it('[R175] its steps have their minutes, its question and its zone, and fit into a session', () => {
    for (const kind of activityKinds) {
      const steps = activitySteps(kind, { id: 'x', zone: 'shape:z', question: 'Why?', by: lea.participant });
      for (const one of steps) {
        expect(phaseSchema.safeParse(one).success).toBe(true);
        expect(one).toMatchObject({ zones: ['shape:z'], question: { en: expect.stringContaining('Why? ') as string } });
      }
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    }
    const [unmarked] = activitySteps('round', { id: 'x', zone: null, question: 'Our year', by: lea.participant });
    expect(unmarked?.question.en).toMatch(/^Our year\. \p{Lu}/u);
    const minutes = activitySteps('one-two-four-all', { id: 'x', zone: null, question: '', by: lea.participant });
    expect(minutes.map((one) => one.minutes)).toEqual([1, 2, 4, 5]);
  });

  it('[R196] steps with a zone of their own work in the ones that are named, and else in the one of the activity', () => {
    const asked = { id: 'x', zone: 'shape:z', question: '', by: lea.participant };
    const zonesOf = (zones: string[]) => activitySteps('triz', { ...asked, zones }).flatMap((one) => one.zones);
    expect(activityZones('triz').map(({ title }) => title.en)).toHaveLength(3);
    expect(zonesOf(['shape:1', 'shape:2', 'shape:3'])).toEqual(['shape:z', 'shape:1', 'shape:2', 'shape:3']);
    expect(zonesOf(['shape:1'])).toEqual(['shape:z', 'shape:1', 'shape:z', 'shape:z']);
    expect(activityZones('pairs')).toEqual([]);
    const acts = new SessionActs();
    acts.act({ type: 'add-activity', activity: 'triz', zone: null, zones: ['shape:1'], question: '', after: null });
    expect(acts.state.phases[1]).toMatchObject({ zones: ['shape:1'], minutes: 10 });
  });

  it('[R177] 1-2-4-All: alone in private, pairs, the same pairs in fours, all; what groups made comes back in between', () => {
    const { acts, follow, next } = running('one-two-four-all', crowd(9));
    next();
    expect(acts.state.rounds.at(-1)).toMatchObject({ stage: 'open', zone: 'shape:z' });
    expect(follow()).toBeNull();
    next();
    const pairs = follow() as GroupSet;
    expect(pairs).toMatchObject({ stage: 'making', zone: 'shape:z' });
    expect(pairs.groups.map(({ people }) => people.length).toSorted((a, b) => a - b)).toEqual([2, 2, 2, 3]);
    // Nothing is formed twice, nor anew before the zones of the last ones are there.
    expect(follow()).toBe(pairs);
    acts.state = groupsMade(
      acts.state,
      pairs.id,
      new Map(pairs.groups.map(({ number }) => [number, `shape:${number}`])),
    );
    next();
    expect(follow()).toMatchObject({ id: pairs.id, stage: 'bringing', ends: 'remove' });
    expect(follow()).toMatchObject({ id: pairs.id, stage: 'bringing' });
    acts.state = groupsBrought(acts.state, pairs.id, null);
    const fours = follow(crowd(10)) as GroupSet;
    // Who has come since is in one of them too.
    expect(fours.groups.map(({ people }) => people.length)).toEqual([5, 5]);
    for (const { people } of pairs.groups)
      expect(new Set(people.map(({ participant }) => groupOf(fours, participant)?.number)).size).toBe(1);
    acts.state = groupsMade(acts.state, fours.id, new Map([[1, 'shape:f1']]));
    next();
    follow();
    acts.state = groupsBrought(acts.state, fours.id, null);
    expect(follow()).toMatchObject({ id: fours.id, stage: 'over' });
    expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
  });

  it('[R176] pairs: three rounds with somebody new each time, who drops out leaves a trio', () => {
    const { follow, next } = running('pairs', crowd(8));
    const met: string[] = [];
    for (const here of [crowd(8), crowd(7), crowd(8)]) {
      next();
      follow(here);
      const set = follow(here) as GroupSet;
      expect(set).toMatchObject({ stage: 'open' });
      expect(set.groups.flatMap(({ people }) => people)).toHaveLength(here.length);
      met.push(...meetingsIn(set.groups.map(({ people }) => people.map(({ participant }) => participant))));
    }
    expect(new Set(met).size).toBe(met.length);
    next();
    expect(follow()).toMatchObject({ stage: 'over' });
  });

  it('[R176] pairs of all for whom a board is made are pairs, three times with somebody new', () => {
    const people = crowd(limits.peopleMax);
    const { acts, follow, next } = running('pairs', people);
    for (const round of [1, 2, 3]) {
      next();
      // The pairs of the round before are at an end first.
      follow();
      const sizes = new Set(follow()?.groups.map((group) => group.people.length));
      expect([round, ...sizes]).toEqual([round, 2]);
    }
    expect(new Set(acts.state.met).size).toBe((limits.peopleMax / 2) * 3);
    expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
  });

  it('[R177] a hundred in pairs with zones are fifty pairs; of more people some are three', () => {
    const { follow, next } = running('one-two-four-all', crowd(100));
    next();
    next();
    expect(new Set(follow()?.groups.map(({ people }) => people.length))).toEqual(new Set([2]));
    const more = running('one-two-four-all', crowd(101));
    more.next();
    more.next();
    const sizes = more.follow()?.groups.map(({ people }) => people.length) ?? [];
    expect([sizes.length, Math.max(...sizes)]).toEqual([limits.groupsMax, 3]);
  });

  it('[R177] groups that were made by hand are left alone by the agenda', () => {
    const { acts, follow, next } = running('pairs', crowd(4));
    acts.act({
      type: 'make-groups',
      how: 'random',
      plan: { by: 'count', number: 1 },
      zone: null,
      title: 'Group #',
      drawsScribes: false,
    });
    const byHand = acts.state.groups;
    next();
    expect(follow()).toBe(byHand);
  });

  it('[R177] with nobody here nothing is formed, and as soon as two are it is', () => {
    const { acts, follow, next } = running('pairs', crowd(2));
    next();
    expect(follow(crowd(1))).toBeNull();
    expect(follow(crowd(2))).toMatchObject({ stage: 'open', groups: [{ number: 1 }] });
    expect(acts.state.met).toHaveLength(1);
  });
});

describe('speaking in turn', () => {
  const spoken = (acts: SessionActs) => acts.state.turns?.order[acts.state.turns.at];

  it('[R178] a participant starts no round, ends none, and goes on only for themselves', () => {
    const acts = new SessionActs();
    expect(acts.act({ type: 'start-turns', minutes: 1 }, ada)).toBe('not-leading');
    acts.people = [];
    expect(acts.act({ type: 'start-turns', minutes: 1 })).toBe('no-person');
    acts.people = [ada, ben];
    acts.act({ type: 'start-turns', minutes: 1 });
    const [first, second] = acts.state.turns?.order ?? [];
    expect(acts.act({ type: 'end-turns' }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'next-turn', at: 0, isPassing: false }, second)).toBe('not-leading');
    expect(acts.act({ type: 'next-turn', at: 1, isPassing: false }, second)).toBe('moved-on');
    acts.act({ type: 'next-turn', at: 0, isPassing: false }, first);
    expect(spoken(acts)).toEqual(second);
    // Pressed twice, by two people, it is one.
    expect(acts.act({ type: 'next-turn', at: 0, isPassing: false })).toBe('moved-on');
  });

  it('[R178] everybody has their turn, who passes once more at the end, each with the same time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.boolean(), { maxLength: 60 }), (count, passes) => {
        const acts = new SessionActs();
        acts.people = crowd(count);
        acts.act({ type: 'start-turns', minutes: 2 });
        const heard = new Set<string>();
        for (let i = 0; spoken(acts); i++) {
          acts.now += 1_000;
          const isPassing = passes[i] ?? false;
          if (!isPassing) heard.add(spoken(acts)?.participant ?? '');
          acts.act({ type: 'next-turn', at: acts.state.turns?.at ?? 0, isPassing }, spoken(acts));
          expect(spoken(acts) === undefined || acts.state.timer?.startedAt === acts.now).toBe(true);
          expect(i).toBeLessThan(2 * count);
        }
        expect(acts.state.timer).toBeNull();
        expect(passes.includes(true) || heard.size === count).toBe(true);
        expect(new Set(acts.state.turns?.order.map(({ participant }) => participant)).size).toBe(count);
        expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
      }),
    );
  });

  it('[R178] who leads puts who is away at the end, however often; who passes twice has it over with', () => {
    const acts = new SessionActs();
    acts.act({ type: 'start-turns', minutes: 1 });
    const [first, second] = acts.state.turns?.order ?? [];
    const pass = (by = lea) => acts.act({ type: 'next-turn', at: acts.state.turns?.at ?? 0, isPassing: true }, by);
    pass();
    expect(acts.state.turns?.order).toEqual([first, second, first]);
    pass();
    pass();
    expect(acts.state.turns?.order).toEqual([first, second, first, second, first]);
    expect(spoken(acts)).toEqual(second);
    pass(second);
    expect(acts.state.turns).toMatchObject({ at: 4, isCut: false });
    pass();
    expect(acts.state.turns).toMatchObject({ at: 5, isCut: false });
  });

  it('[R178] a round that is ended says so, and one in which all had their turn does not', () => {
    const acts = new SessionActs();
    acts.act({ type: 'start-turns', minutes: 1 });
    acts.act({ type: 'end-turns' });
    expect(acts.state.turns).toMatchObject({ at: 2, isCut: true });
    acts.act({ type: 'start-turns', minutes: 1 });
    for (const at of [0, 1]) acts.act({ type: 'next-turn', at, isPassing: false });
    acts.act({ type: 'end-turns' });
    expect(acts.state.turns).toMatchObject({ at: 2, isCut: false });
  });

  it('[R178] what was left of the step’s time is there again after a round begun by hand, and the plan knows it', () => {
    const acts = new SessionActs([step('talk'), step('after')]).start();
    acts.now += 4 * minuteMs;
    const end = expectedEnd(acts.state, acts.now);
    acts.act({ type: 'start-turns', minutes: 2 });
    expect(expectedEnd(acts.state, acts.now) - end).toBe(2 * 2 * minuteMs);
    acts.now += minuteMs;
    acts.act({ type: 'next-turn', at: 0, isPassing: false });
    // Begun anew it still has the same to give back.
    acts.act({ type: 'start-turns', minutes: 1 });
    acts.now += minuteMs;
    acts.act({ type: 'end-turns' });
    const left = () => acts.state.timer && remainingMs(acts.state.timer, acts.now);
    expect(left()).toBe(6 * minuteMs);
    expect(expectedEnd(acts.state, acts.now) - end).toBe(2 * minuteMs);
    acts.act({ type: 'pause-timer' });
    acts.act({ type: 'start-turns', minutes: 1 });
    acts.now += minuteMs;
    acts.act({ type: 'end-turns' });
    acts.now += minuteMs;
    expect(left()).toBe(6 * minuteMs);
    acts.act({ type: 'resume-timer' });
    // Once it is over there is nothing to give back.
    acts.now += 7 * minuteMs;
    acts.act({ type: 'start-turns', minutes: 1 });
    acts.act({ type: 'end-turns' });
    expect(acts.state.timer).toBeNull();
    expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
  });

  it('[R203] who comes while a round runs speaks at its end, once, and a round that is over stays over', () => {
    const acts = new SessionActs();
    acts.people = [ada];
    acts.act({ type: 'start-turns', minutes: 1 });
    const at = { below: () => 0, now: acts.now };
    expect(atStep(acts.state, { ...at, people: [ada] })).toBe(acts.state);
    expect(isWatched(acts.state)).toBe(true);
    acts.state = atStep(acts.state, { ...at, people: [ben, ada] });
    acts.state = atStep(acts.state, { ...at, people: [ben] });
    expect(acts.state.turns).toMatchObject({ order: [ada, ben], at: 0 });
    acts.act({ type: 'next-turn', at: 0, isPassing: false }, ada);
    acts.act({ type: 'next-turn', at: 1, isPassing: false }, ben);
    expect(atStep(acts.state, { ...at, people: crowd(3) })).toBe(acts.state);
    expect(isWatched(acts.state)).toBe(false);
  });

  it('[R175] minutes for each are those that were asked for, and its step takes as long as ten people need', () => {
    const acts = new SessionActs([]);
    const wish = { type: 'add-activity', activity: 'round', zone: null, question: '', after: null } as const;
    acts.act({ ...wish, eachMinutes: 3 });
    expect(acts.state.phases).toMatchObject([{ turnMinutes: 3, minutes: 30 }]);
    expect(activityMinutes('round', { eachMinutes: 3 })).toBe(30);
  });

  it('[R178] a round begins with its step when somebody is here, once, and is over with it', () => {
    const { acts, next } = running('round', crowd(3));
    const at = { below: () => 0, now: acts.now };
    next();
    expect(turnsAtStep(acts.state, { ...at, people: [] })).toBe(acts.state);
    acts.state = turnsAtStep(acts.state, { ...at, people: crowd(3) });
    expect(acts.state.turns).toMatchObject({ at: 0, minutes: 1 });
    expect(turnsAtStep(acts.state, { ...at, people: crowd(3) })).toBe(acts.state);
    acts.act({ type: 'end-turns' });
    expect(turnsAtStep(acts.state, { ...at, people: crowd(3) })).toBe(acts.state);
    next();
    expect(acts.state.turns).toBeNull();
  });
});
