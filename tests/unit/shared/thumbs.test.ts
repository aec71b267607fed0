// "Three minutes more?" at the end of a talk: when it is asked, who counts, and what is kept. Bad input first.
import { describe, expect, it } from 'vitest';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { atStep } from '@commonboard/shared/session/at-step.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { sessionViewSchema, viewOf } from '@commonboard/shared/session/session-view.ts';
import { thumbKinds } from '@commonboard/shared/activities/thumbs-state.ts';
import { ada, ben, lea, minuteMs, SessionActs, step } from '../../support/session-acts.ts';

const cleo = { ...lea, participant: participantIdSchema.parse('p'.padEnd(17, '9')) };

/** Of ten minutes, at whose end it is asked. */
function talking(): SessionActs & { pass: (ms: number) => void } {
  const acts = new SessionActs([step('talk', { asksOn: true }), step('after')]).start();
  acts.people = [ada, ben, cleo];
  const pass = (ms: number): void => {
    acts.now += ms;
    acts.state = atStep(acts.state, { people: acts.people, below: () => 0, now: acts.now });
  };
  return Object.assign(acts, { pass });
}
const startOf = ({ state }: SessionActs) => state.timer?.startedAt ?? 0;

describe('whether to go on', () => {
  it('[R201] is asked at zero, not before, of three at least who are here, and only in a step that asks', () => {
    const acts = talking();
    const timer = startOf(acts);
    expect(acts.act({ type: 'say-thumb', timer, thumb: 'up' }, ada)).toBe('moved-on');
    acts.pass(10 * minuteMs - 1);
    expect(acts.state.thumbs).toBeNull();
    for (const people of [[], [ada, ben]]) {
      acts.people = people;
      acts.pass(1);
      expect(acts.state.thumbs).toBeNull();
    }
    acts.people = [ada, ben, cleo];
    acts.pass(1_000);
    expect(acts.state.thumbs).toEqual({ timer, said: {}, counts: null });
    const other = new SessionActs([step('talk')]).start();
    expect(atStep(other.state, { people: [ada, ben, cleo], below: () => 0, now: other.now + 11 * minuteMs })).toBe(
      other.state,
    );
  });

  it('[R201] one answer counts of each person, the last one; who only looks has none, and who leads closes it', () => {
    const acts = talking();
    const timer = startOf(acts);
    acts.pass(10 * minuteMs);
    expect(acts.act({ type: 'say-thumb', timer, thumb: 'up' }, ada, 'view')).toBe('not-taking-part');
    expect(acts.act({ type: 'say-thumb', timer: timer + 1, thumb: 'up' }, ada)).toBe('moved-on');
    expect(acts.act({ type: 'close-thumbs', timer }, ada)).toBe('not-leading');
    // One who is here has not answered.
    for (const person of [ada, ben, lea])
      for (const thumb of thumbKinds) acts.act({ type: 'say-thumb', timer, thumb }, person);
    acts.act({ type: 'close-thumbs', timer });
    expect(acts.state.thumbs).toEqual({ timer, said: {}, counts: { up: 0, side: 0, down: 3 } });
    expect(acts.act({ type: 'say-thumb', timer, thumb: 'up' }, ben)).toBe('moved-on');
    expect(acts.act({ type: 'close-thumbs', timer })).toBe('moved-on');
  });

  it('[R201] it closes with the last answer, not because others are away for a moment, and is not asked twice', () => {
    const acts = talking();
    acts.pass(10 * minuteMs);
    const timer = startOf(acts);
    acts.act({ type: 'say-thumb', timer, thumb: 'up' }, ada);
    acts.act({ type: 'say-thumb', timer, thumb: 'side' }, lea);
    expect(acts.state.thumbs?.counts).toBeNull();
    // Their network drops for all but one.
    acts.people = [ada];
    acts.pass(1_000);
    acts.act({ type: 'say-thumb', timer, thumb: 'side' }, ada);
    expect(acts.state.thumbs?.counts).toBeNull();
    acts.people = [ada, ben];
    acts.act({ type: 'say-thumb', timer, thumb: 'down' }, ben);
    expect(acts.state.thumbs?.counts).toEqual({ up: 0, side: 2, down: 1 });
    const { state } = acts;
    acts.pass(minuteMs);
    expect(acts.state).toBe(state);
  });

  it('[R201] more time ends the question, and at its end it is asked anew; the next step ends it too', () => {
    const acts = talking();
    acts.pass(10 * minuteMs);
    acts.act({ type: 'add-time', minutes: 3 });
    expect(acts.state.thumbs).toBeNull();
    acts.pass(2 * minuteMs);
    expect(acts.state.thumbs).toBeNull();
    acts.pass(minuteMs);
    expect(acts.state.thumbs).toMatchObject({ timer: startOf(acts), counts: null });
    acts.act({ type: 'pause-timer' });
    expect(acts.state.thumbs).not.toBeNull();
    acts.act({ type: 'next', phase: 'talk' });
    expect(acts.state.thumbs).toBeNull();
  });

  it('[R202] nobody sees what somebody says, who leads neither, and once it is closed nothing of it is left', () => {
    const acts = talking();
    acts.pass(10 * minuteMs);
    const timer = startOf(acts);
    acts.act({ type: 'say-thumb', timer, thumb: 'down' }, ada);
    for (const isLeading of [true, false]) {
      const view = viewOf(acts.state, isLeading);
      expect(view.thumbs).toEqual({ timer, counts: null, who: [ada.participant] });
      expect(sessionViewSchema.parse(view)).toEqual(view);
      expect(JSON.stringify(view)).not.toContain('"down"');
    }
    // All answer who are still here: not for that alone is it closed.
    acts.people = [ada, ben];
    acts.act({ type: 'say-thumb', timer, thumb: 'up' }, ben);
    expect(acts.state.thumbs?.counts).toBeNull();
    acts.act({ type: 'close-thumbs', timer });
    // Of two each would know what the other has said.
    expect(acts.state.thumbs).toEqual({ timer, said: {}, counts: 'few' });
    expect(JSON.stringify(acts.state.thumbs)).not.toContain(ada.participant);
    expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
  });
});
