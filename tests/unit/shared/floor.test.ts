// Fishbowl and lightning talks: who sits, who waits, who talks, and who may say so. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { atStep } from '@commonboard/shared/session/at-step.ts';
import { isFull } from '@commonboard/shared/activities/floor-state.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { ada, ben, lea, minuteMs, SessionActs, step } from '../../support/session-acts.ts';

const crowd = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    participant: participantIdSchema.parse(`p${String(i).padStart(16, '0')}`),
    name: `Person ${i}`,
  }));

/** A session in such an activity, with these people. */
function running(activity: 'fishbowl' | 'talks', people = crowd(8), choices: object = {}): SessionActs {
  const acts = new SessionActs([step('before')]);
  acts.people = people;
  acts.act({ type: 'add-activity', activity, zone: null, question: '', after: 'before', ...choices });
  acts.start();
  acts.act({ type: 'next', phase: 'before' });
  acts.state = atStep(acts.state, { people, below: () => 0, now: acts.now });
  return acts;
}

const floorOf = ({ state: { floor } }: SessionActs) => {
  if (!floor) throw new Error('Nobody has been given the floor.');
  return floor;
};
const everyone = (acts: SessionActs) =>
  [...floorOf(acts).on, ...floorOf(acts).line].map(({ participant }) => participant);

describe('the floor', () => {
  it('[R197] is for who takes part, for themselves; who leads takes anybody off', () => {
    const acts = running('fishbowl', [ada, ben, ...crowd(4)]);
    const [first] = floorOf(acts).on;
    const other = [ada, ben].find(({ participant }) => participant !== first?.participant) ?? ada;
    expect(acts.act({ type: 'want-floor' }, other, 'view')).toBe('not-taking-part');
    expect(acts.act({ type: 'leave-floor', participant: first?.participant ?? ada.participant }, other)).toBe(
      'not-leading',
    );
    expect(acts.act({ type: 'next-on-floor', turn: 0 }, ada)).toBe('not-leading');
    expect(acts.act({ type: 'next-on-floor', turn: 7 })).toBe('moved-on');
    acts.act({ type: 'leave-floor', participant: first?.participant ?? ada.participant });
    expect(floorOf(acts).on).not.toContainEqual(first);
  });

  it('[R197] is given by a step only, when somebody is here, once, and is over with the step', () => {
    const none = new SessionActs().start();
    expect(none.act({ type: 'want-floor' }, ada)).toBe('moved-on');
    const acts = running('fishbowl', []);
    expect(acts.state.floor).toBeNull();
    acts.state = atStep(acts.state, { people: crowd(2), below: () => 0, now: acts.now });
    expect(floorOf(acts).on).toHaveLength(1);
    expect(atStep(acts.state, { people: crowd(9), below: () => 0, now: acts.now })).toBe(acts.state);
    acts.act({ type: 'next', phase: acts.state.phase ?? '' });
    expect(acts.state.floor).toBeNull();
  });

  it('[R198] of a circle one at least stays outside, and no more sit than it has chairs', () => {
    for (const [people, seats, inside] of [
      [2, 4, 1],
      [4, 4, 3],
      [12, 5, 5],
      [12, 3, 3],
    ] as const)
      expect(floorOf(running('fishbowl', crowd(people), { seats })).on).toHaveLength(inside);
  });

  it('[R198] who asks takes the free chair; then all wait until who sat longest makes room', () => {
    const acts = running('fishbowl', crowd(8));
    const [longest, second] = floorOf(acts).on;
    const outside = crowd(8).filter((one) => !everyone(acts).includes(one.participant));
    const [dia, eli, fay] = outside;
    acts.act({ type: 'want-floor' }, dia);
    expect(isFull(floorOf(acts))).toBe(true);
    const before = acts.state;
    acts.act({ type: 'want-floor' }, dia);
    expect(acts.state).toBe(before);
    acts.act({ type: 'want-floor' }, eli);
    acts.act({ type: 'want-floor' }, fay);
    expect(floorOf(acts).line).toEqual([eli, fay]);
    const { turn } = floorOf(acts);
    acts.act({ type: 'next-on-floor', turn });
    expect(everyone(acts)).not.toContain(longest?.participant);
    expect(floorOf(acts)).toMatchObject({ line: [fay] });
    expect(floorOf(acts).on.at(-1)).toEqual(eli);
    // Pressed twice, by two who lead, one made room.
    expect(acts.act({ type: 'next-on-floor', turn })).toBe('moved-on');
    expect(floorOf(acts).on[0]).toEqual(second);
  });

  it('[R199] who signs up talks when called, for the same time, and the next one not before they are called', () => {
    const acts = running('talks', [ada, ben], { eachMinutes: 3 });
    expect(acts.state.phases[1]).toMatchObject({ minutes: 18 });
    acts.act({ type: 'want-floor' }, ada);
    acts.act({ type: 'want-floor' }, ben);
    expect(floorOf(acts)).toMatchObject({ on: [], line: [ada, ben] });
    acts.now += minuteMs;
    acts.act({ type: 'next-on-floor', turn: 0 });
    expect(acts.state).toMatchObject({
      floor: { on: [ada] },
      timer: { startedAt: acts.now, durationMs: 3 * minuteMs },
    });
    expect(acts.act({ type: 'next-on-floor', turn: 0 })).toBe('moved-on');
    acts.act({ type: 'leave-floor', participant: ada.participant }, ada);
    expect(acts.state).toMatchObject({ floor: { on: [], line: [ben] }, timer: null });
    acts.act({ type: 'next-on-floor', turn: floorOf(acts).turn });
    acts.act({ type: 'next-on-floor', turn: floorOf(acts).turn });
    expect(acts.state).toMatchObject({ floor: { on: [], line: [] }, timer: null });
    // Who has talked may talk again.
    acts.act({ type: 'want-floor' }, ada);
    expect(floorOf(acts).line).toEqual([ada]);
  });

  it('[R197] whatever people press, nobody is there twice, no chair too many is taken, and none is kept free while people wait', () => {
    const press = fc.record({
      who: fc.integer({ min: 0, max: 7 }),
      act: fc.constantFrom('want' as const, 'leave' as const, 'next' as const),
    });
    const kinds = fc.constantFrom('fishbowl' as const, 'talks' as const);
    fc.assert(
      fc.property(kinds, fc.array(press, { maxLength: 60 }), (kind, presses) => {
        const people = crowd(8);
        const acts = running(kind, people);
        for (const { who, act } of presses) {
          const person = people[who] ?? ada;
          if (act === 'want') acts.act({ type: 'want-floor' }, person);
          if (act === 'leave') acts.act({ type: 'leave-floor', participant: person.participant }, person);
          if (act === 'next') acts.act({ type: 'next-on-floor', turn: floorOf(acts).turn }, lea);
          const { on, line } = floorOf(acts);
          expect(new Set(everyone(acts)).size).toBe(on.length + line.length);
          expect(on.length).toBeLessThanOrEqual(kind === 'talks' ? 1 : 5);
          expect(kind === 'talks' || line.length === 0 || isFull(floorOf(acts))).toBe(true);
          expect(kind === 'fishbowl' || on.length === 1 || acts.state.timer === null || floorOf(acts).turn === 0).toBe(
            true,
          );
          expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
        }
      }),
    );
  });
});
