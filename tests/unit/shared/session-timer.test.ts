// Time: counting down and over, pauses, wrong clocks; and who has the word next.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { betterOffset, offsetOfAnswer, offsetOfPush } from '@commonboard/shared/session/clock.ts';
import { fairOrder } from '@commonboard/shared/session/hands.ts';
import { addTime, pauseTimer, remainingMs, resumeTimer, startTimer } from '@commonboard/shared/session/timer.ts';
import { ada, ben, lea, minuteMs, SessionActs, step } from '../../support/session-acts.ts';

describe('the timer', () => {
  it('[R115] counts down, and over past zero; nothing else happens there', () => {
    const acts = new SessionActs([step('a', { minutes: 1 }), step('b')]).start();
    acts.now += 3 * minuteMs;
    expect(remainingMs(acts.state.timer!, acts.now)).toBe(-2 * minuteMs);
    expect(acts.state.phase).toBe('a');
    acts.act({ type: 'add-time', minutes: 1 });
    expect(remainingMs(acts.state.timer!, acts.now)).toBe(minuteMs);
    acts.act({ type: 'add-time', minutes: -5 });
    expect(remainingMs(acts.state.timer!, acts.now)).toBe(0);
  });

  it('[R115] goes by hand without an agenda', () => {
    const acts = new SessionActs([]);
    expect(acts.act({ type: 'pause-timer' })).toBe('no-timer');
    acts.act({ type: 'set-timer', minutes: 5 });
    acts.act({ type: 'pause-timer' });
    acts.now += 60 * minuteMs;
    expect(remainingMs(acts.state.timer!, acts.now)).toBe(5 * minuteMs);
    acts.act({ type: 'resume-timer' });
    acts.now += minuteMs;
    expect(remainingMs(acts.state.timer!, acts.now)).toBe(4 * minuteMs);
    acts.act({ type: 'clear-timer' });
    expect(acts.state.timer).toBeNull();
  });

  it('[R115] whatever is done with it, what remains is what was given less what has passed', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 20 * minuteMs }) }),
      fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), ms: fc.constant(0) }),
      fc.record({ do: fc.constant('add' as const), ms: fc.integer({ min: -20 * minuteMs, max: 20 * minuteMs }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let now = 5_000;
        let timer = startTimer(10 * minuteMs, now);
        let expected = 10 * minuteMs;
        for (const one of acts) {
          if (one.do === 'wait') {
            now += one.ms;
            if (timer.pausedAt === null) expected -= one.ms;
          } else if (one.do === 'pause') timer = pauseTimer(timer, now);
          else if (one.do === 'resume') timer = resumeTimer(timer, now);
          else {
            timer = addTime(timer, one.ms, now);
            expected = expected <= 0 && one.ms <= 0 ? expected : Math.max(0, Math.max(0, expected) + one.ms);
          }
          expect(remainingMs(timer, now)).toBe(expected);
          expect(timer.durationMs).toBeLessThanOrEqual(limits.timerMsMax);
        }
      }),
    );
  });

  it('[R115] a clock that is set back gives no more time than there is', () => {
    const timer = startTimer(minuteMs, 1_000_000);
    expect(remainingMs(timer, 0)).toBe(minuteMs);
    expect(remainingMs(resumeTimer(pauseTimer(timer, 0), 0), 1_000_000)).toBe(minuteMs);
  });
});

describe('a device whose clock is wrong by a day', () => {
  const day = 24 * 60 * minuteMs;

  it('[R115] knows the server’s time from an answer to within half its way, and from a push', () => {
    expect(offsetOfAnswer(1_000_000 + day, 1_000_000, 1_000_200)).toEqual({ ms: day - 100, errorMs: 100 });
    expect(offsetOfPush(1_000_000, 1_000_000 + day).ms).toBe(-day);
  });

  it('[R115] keeps what it knows better, until that gets old or a clock is set anew', () => {
    const good = { ms: day, errorMs: 50 };
    const push = { ms: day - 300, errorMs: 2_000 };
    expect(betterOffset(null, push, 0)).toEqual(push);
    expect(betterOffset(good, push, 1_000).ms).toBe(day);
    expect(betterOffset(push, good, 1_000)).toEqual(good);
    expect(betterOffset(good, push, 30 * 60 * minuteMs)).toEqual(push);
    expect(betterOffset(good, { ms: 0, errorMs: 2_000 }, 1_000).ms).toBe(0);
  });
});

describe('hands', () => {
  it('[R116] who has spoken least is next, and of those who raised a hand first', () => {
    const acts = new SessionActs();
    for (const person of [ada, ben, lea]) {
      acts.now++;
      acts.act({ type: 'raise-hand' }, person);
    }
    const order = () => fairOrder(acts.state).map(({ name }) => name);
    expect(order()).toEqual(['Ada', 'Ben', 'Lea']);
    acts.act({ type: 'give-word', participant: ada.participant });
    acts.act({ type: 'raise-hand' }, ada);
    expect(order()).toEqual(['Ben', 'Lea', 'Ada']);
    const before = acts.state;
    expect(acts.act({ type: 'raise-hand' }, ada)).toBe(before);
    expect(acts.act({ type: 'lower-hand', participant: ben.participant }, ada)).toBe('not-leading');
    acts.act({ type: 'lower-hand', participant: ada.participant }, ada);
    acts.act({ type: 'lower-hand', participant: ben.participant });
    expect(order()).toEqual(['Lea']);
    expect(acts.act({ type: 'give-word', participant: ben.participant })).toBe('no-person');
  });

  it('[R116] on a calm board there are none', () => {
    const acts = new SessionActs();
    acts.act({ type: 'raise-hand' }, ada);
    acts.act({ type: 'calm', off: ['hands', 'hands', 'bring', 'spotlight', 'ready'] });
    expect(acts.state).toMatchObject({ hands: [], off: ['hands', 'bring', 'spotlight', 'ready'] });
    const place = { page: 'page:page', x: 0, y: 0, w: 100, h: 100 };
    for (const wish of [
      { type: 'raise-hand' },
      { type: 'bring', place },
      { type: 'spotlight', zone: 'shape:z' },
      { type: 'ask-ready', isAsked: true },
    ] as const)
      expect(acts.act(wish)).toBe('switched-off');
    acts.act({ type: 'calm', off: [] });
    acts.act({ type: 'bring', place });
    expect(acts.state.bring).toMatchObject({ name: 'Lea', place });
  });

  it('[R116] who is ready is asked for, and forgotten with the step', () => {
    const acts = new SessionActs().start();
    expect(acts.act({ type: 'say-ready', isReady: true }, ada)).toBe('moved-on');
    acts.act({ type: 'ask-ready', isAsked: true });
    acts.act({ type: 'say-ready', isReady: true }, ada);
    acts.act({ type: 'say-ready', isReady: true }, ben);
    acts.act({ type: 'say-ready', isReady: false }, ada);
    expect(acts.state.ready?.who).toEqual([ben.participant]);
    acts.act({ type: 'next', phase: 'a' });
    expect(acts.state.ready).toBeNull();
  });

  it('[R117] a deputy takes over only where no facilitator is, and only the deputy', () => {
    const acts = new SessionActs().start();
    expect(acts.act({ type: 'set-deputy', participant: 'pXXXXXXXXXXXXXXXX' as never })).toBe('no-person');
    acts.act({ type: 'set-deputy', participant: ada.participant });
    expect(acts.act({ type: 'take-over' }, ada)).toBe('facilitator-here');
    acts.isLeaderless = true;
    expect(acts.act({ type: 'take-over' }, ben)).toBe('not-leading');
    acts.act({ type: 'take-over' }, ada);
    acts.act({ type: 'next', phase: 'a' }, ada);
    expect(acts.state.phase).toBe('b');
    expect(acts.act({ type: 'next', phase: 'b' }, ada, 'view')).toBe('not-taking-part');
  });
});
