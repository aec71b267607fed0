// From step to step: who may, when it is too late, what counts down, and the agenda itself.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { sessionCommandSchema } from '@commonboard/shared/session/commands.ts';
import { driftMs, expectedEnd, shortened } from '@commonboard/shared/session/drift.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';
import { dropPending, isForGood, nextStep, runPending } from '@commonboard/shared/session/step-commands.ts';
import { agendaOf } from '@commonboard/shared/session/template-agenda.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { ada, minuteMs, SessionActs, step, type Wish } from '../../support/session-acts.ts';

const written = {
  title: 'Walk',
  kind: 'break',
  minutes: 15,
  question: '',
  note: 'Outside',
  rights: 'free',
  tools: 'few',
  isLong: false,
  until: null,
} as const;

const goOn = (phase: string): Wish => ({ type: 'next', phase });

describe('commands that cannot be', () => {
  it.each([
    {},
    { type: 'next' },
    { type: 'win', commandId: 'abcdefgh', revision: 0 },
    { type: 'start', commandId: 'short', revision: 0, isRehearsal: false },
    { type: 'start', commandId: 'abcdefgh', revision: -1, isRehearsal: false },
    { type: 'add-time', commandId: 'abcdefgh', revision: 0, minutes: 1e9 },
    { type: 'next', commandId: 'abcdefgh', revision: 0, phase: 'x'.repeat(limits.phaseIdCharsMax + 1) },
    { type: 'bring', commandId: 'abcdefgh', revision: 0, place: { page: 'p', x: 0, y: 0, w: 0, h: Infinity } },
  ])('[R111] %j is not read', (wish) => expect(sessionCommandSchema.safeParse(wish).success).toBe(false));

  it('[R112] a participant cannot steer, and who only looks can do nothing', () => {
    const acts = new SessionActs().start();
    const before = acts.state;
    for (const wish of [
      goOn('a'),
      { type: 'jump', phase: 'a', to: 'c' },
      { type: 'finish', phase: 'a' },
      { type: 'set-timer', minutes: 1 },
      { type: 'set-rights', rights: 'free' },
      { type: 'ask-ready', isAsked: true },
      { type: 'give-word', participant: ada.participant },
      { type: 'calm', off: [] },
    ] satisfies Wish[])
      expect(acts.act(wish, ada)).toBe('not-leading');
    expect(acts.act({ type: 'raise-hand' }, ada, 'view')).toBe('not-taking-part');
    expect(acts.state).toBe(before);
  });

  it('[R111] steps that are not there, a session that does not run, an agenda without steps', () => {
    const empty = new SessionActs([]);
    expect(empty.act({ type: 'start', isRehearsal: false })).toBe('no-agenda');
    const acts = new SessionActs();
    expect(acts.act(goOn('a'))).toBe('not-running');
    acts.start();
    expect(acts.act({ type: 'start', isRehearsal: false })).toBe('running');
    expect(acts.act({ type: 'jump', phase: 'a', to: 'x' })).toBe('no-step');
    expect(acts.act({ type: 'back', phase: 'a' })).toBe('no-step');
    expect(acts.act({ type: 'reset' })).toBe('running');
    expect(acts.act({ type: 'remove-phase', step: 'a' })).toBe('current-step');
    expect(acts.act({ type: 'skip-phase', step: 'a', isSkipped: true })).toBe('current-step');
  });
});

describe('going on', () => {
  it('[R113] two facilitators who press Next at once go one step, whatever else they press', () => {
    const acts = new SessionActs().start();
    const { revision } = acts.state;
    acts.act({ ...goOn('a'), revision });
    expect(acts.state.phase).toBe('b');
    expect(acts.act({ ...goOn('a'), revision }, { ...ada, name: 'Jo' }, 'facilitate')).toBe('moved-on');
    // Even where the page has heard of the new state, but the button was the old one.
    expect(acts.act(goOn('a'))).toBe('moved-on');
    expect(acts.state.phase).toBe('b');
  });

  it('[R113] however commands of two facilitators fall, each Next that counts goes one step from where it was pressed', () => {
    const wish = fc.record({ who: fc.boolean(), lag: fc.nat(3), isRepeat: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const acts = new SessionActs(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => step(id))).start();
        const seen = [acts.state];
        let last: Wish | null = null;
        for (const { who, lag, isRepeat } of wishes) {
          const shown = seen.at(-1 - Math.min(lag, seen.length - 1));
          const made: Wish = {
            ...goOn(shown?.phase ?? 'a'),
            revision: shown?.revision ?? 0,
            commandId: `id-${seen.length}-${String(who)}`,
          };
          const before = acts.state;
          const after = acts.act(isRepeat && last ? last : made);
          last = made;
          if (typeof after === 'string' || after === before || after.pending) continue;
          expect(after.phase).toBe(nextStep(before)?.id);
          seen.push(after);
        }
      }),
    );
  });

  it('[R111] the same command twice acts once, also after others', () => {
    const acts = new SessionActs().start();
    const wish: Wish = { type: 'add-time', minutes: 5, commandId: 'the-same-one', revision: acts.state.revision };
    acts.act(wish);
    acts.act({ type: 'raise-hand' }, ada);
    const before = acts.state;
    expect(acts.act(wish)).toBe(before);
    // Another person's with this id is another command.
    expect(acts.act({ ...wish, revision: before.revision }, { ...ada, name: 'Jo' }, 'facilitate')).not.toBe(before);
  });

  it('[R111] people raise hands while a facilitator decides, and the decision counts', () => {
    const acts = new SessionActs().start();
    const { revision } = acts.state;
    acts.act({ type: 'raise-hand' }, ada);
    expect(acts.act({ ...goOn('a'), revision })).toMatchObject({ phase: 'b', hands: [{ name: 'Ada' }] });
  });

  it('[R113] steps that are skipped are passed over, going back too; to go to one takes it in again', () => {
    const acts = new SessionActs().start();
    acts.act({ type: 'skip-phase', step: 'b', isSkipped: true });
    acts.act(goOn('a'));
    expect(acts.state.phase).toBe('c');
    acts.act({ type: 'back', phase: 'c' });
    expect(acts.state.phase).toBe('a');
    acts.act({ type: 'jump', phase: 'a', to: 'b' });
    expect(acts.state).toMatchObject({ phase: 'b', phases: [{}, { isSkipped: false }, {}] });
  });

  it('[R114] what is for good counts down, can be held, and then happens once', () => {
    const acts = new SessionActs([step('write', { isPrivate: true, rights: 'own' }), step('read')]).start();
    expect(isForGood(acts.state, nextStep(acts.state))).toBe(true);
    acts.act(goOn('write'));
    const { pending } = acts.state;
    expect(acts.state).toMatchObject({ phase: 'write', pending: { act: 'go', to: 'read', by: { name: 'Lea' } } });
    expect(pending?.dueAt).toBe(acts.now + limits.countdownMs);
    expect(acts.act(goOn('write'))).toBe('counting');
    expect(acts.act({ type: 'remove-phase', step: 'read' })).toBe('current-step');
    // Whoever leads may hold it, whatever has happened since.
    expect(acts.act({ type: 'hold', pending: 'another', revision: 0 })).toBe('moved-on');
    acts.act({ type: 'hold', pending: pending?.id ?? '', revision: 0 });
    expect(acts.state).toMatchObject({ phase: 'write', pending: null });
    acts.act(goOn('write'));
    const after = runPending(acts.state, acts.now + limits.countdownMs);
    expect(after).toMatchObject({ phase: 'read', pending: null, rights: 'free' });
    expect(runPending(after, acts.now)).toBe(after);
    expect(after.steeredAt).toBe(after.revision);
    expect(dropPending(acts.state)).toMatchObject({ phase: 'write', pending: null });
  });

  it('[R114] after the last step comes the end, with a countdown', () => {
    const acts = new SessionActs([step('a', { rights: 'frozen' })]).start();
    expect(acts.state.rights).toBe('frozen');
    acts.act(goOn('a'));
    expect(acts.state).toMatchObject({ status: 'running', pending: { act: 'finish' } });
    expect(runPending(acts.state, acts.now)).toMatchObject({
      status: 'finished',
      phase: null,
      timer: null,
      rights: 'free',
    });
  });

  it('[R113] after a rehearsal all is as before', () => {
    const acts = new SessionActs();
    const before = acts.state.phases;
    acts.start(true);
    acts.act({ type: 'change-phase', step: 'b', changes: { minutes: 1, question: 'Why?' } });
    acts.act({ type: 'raise-hand' }, ada);
    expect(acts.state).toMatchObject({
      status: 'rehearsing',
      phases: [{}, { minutes: 1, question: { en: 'Why?' } }, {}],
    });
    acts.act({ type: 'reset' });
    expect(acts.state).toMatchObject({ status: 'planned', phase: null, phases: before, hands: [], timer: null });
  });
});

describe('the agenda', () => {
  it('[R113] steps are added, moved and taken out while it runs', () => {
    const acts = new SessionActs().start();
    acts.act({ type: 'add-phase', after: 'a', step: written });
    const [, added] = acts.state.phases;
    expect(added).toMatchObject({ title: { en: 'Walk' }, minutes: 15 });
    acts.act({ type: 'move-phase', step: added?.id ?? '', after: null });
    acts.act({ type: 'remove-phase', step: 'c' });
    expect(acts.state.phases.map(({ title }) => title.en)).toEqual(['Walk', 'a', 'b']);
    expect(acts.act({ type: 'move-phase', step: 'b', after: 'gone' })).toBe('no-step');
    while (acts.state.phases.length < limits.phasesMax) acts.act({ type: 'add-phase', after: 'a', step: written });
    expect(acts.act({ type: 'add-phase', after: 'a', step: written })).toBe('full');
    expect(acts.act({ type: 'take-break', phase: 'a', minutes: 5 })).toBe('full');
  });

  it('[R113] a break that is counted down to has its place in the agenda', () => {
    const acts = new SessionActs(Array.from({ length: limits.phasesMax - 1 }, (_, i) => step(`s${i}`))).start();
    const brings = step('break', { kind: 'break' });
    const pending = { id: 'wish-0001', act: 'go', to: brings.id, dueAt: acts.now + 5_000, by: ada, brings } as const;
    acts.state = { ...acts.state, pending };
    expect(acts.act({ type: 'add-phase', after: 's0', step: written })).toBe('full');
    acts.state = { ...acts.state, pending: null };
    expect(acts.act({ type: 'add-phase', after: 's0', step: written })).not.toBe('full');
  });

  it('[R113] a break begins at once and says when it ends; each enters with the rights of its step', () => {
    const acts = new SessionActs([step('a', { rights: 'frozen' }), step('b')]).start();
    acts.act({ type: 'take-break', phase: 'a', minutes: 15 });
    const taken = acts.state.phases[1];
    expect(taken).toMatchObject({ kind: 'break', until: acts.now + 15 * minuteMs });
    expect(acts.state).toMatchObject({ phase: taken?.id, rights: 'free' });
    acts.act({ type: 'change-phase', step: taken?.id ?? '', changes: { rights: 'own' } });
    expect(acts.state.rights).toBe('own');
  });

  it('[R113] another change of the step that runs leaves the rights that were set by hand', () => {
    const acts = new SessionActs([step('a', { rights: 'own' }), step('b')]).start();
    acts.act({ type: 'set-rights', rights: 'frozen' });
    acts.act({ type: 'change-phase', step: 'a', changes: { question: 'What, and for whom?', minutes: 9 } });
    expect(acts.state.rights).toBe('frozen');
    expect(acts.state.phases[0]).toMatchObject({ minutes: 9, rights: 'own' });
    acts.act({ type: 'change-phase', step: 'b', changes: { rights: 'free' } });
    expect(acts.state.rights).toBe('frozen');
  });

  it('[R113] says how late it is, and what would bring it back', () => {
    const acts = new SessionActs([step('a'), step('b', { minutes: 20 }), step('c', { minutes: 1 })]).start();
    const end = acts.now + 31 * minuteMs;
    expect([expectedEnd(acts.state, acts.now), driftMs(acts.state, acts.now)]).toEqual([end, 0]);
    // Half of it, and on; then nine minutes over.
    acts.now += 5 * minuteMs;
    expect(driftMs(acts.state, acts.now)).toBe(0);
    acts.now += 14 * minuteMs;
    expect(driftMs(acts.state, acts.now)).toBe(9 * minuteMs);
    expect(shortened(acts.state, acts.now)).toEqual([{ id: 'b', minutes: 11 }]);
    acts.act({ type: 'shorten', phase: 'a' });
    expect(driftMs(acts.state, acts.now)).toBe(0);
    expect(shortened(acts.state, acts.now)).toEqual([]);
    acts.now += 60 * minuteMs;
    // No step is cut to less than half of what it has by now.
    expect(shortened(acts.state, acts.now)).toEqual([{ id: 'b', minutes: 6 }]);
  });

  it('[R113] a step that runs for days has no timer and no drift, and the plan begins anew after it', () => {
    const acts = new SessionActs([step('a'), step('home', { isLong: true }), step('b')]).start();
    expect(acts.state.plannedEndAt).toBe(acts.now + 10 * minuteMs);
    acts.act(goOn('a'));
    acts.now += 5 * 24 * 60 * minuteMs;
    expect([acts.state.timer, driftMs(acts.state, acts.now)]).toEqual([null, null]);
    acts.act(goOn('home'));
    expect(driftMs(acts.state, acts.now)).toBe(0);
  });

  it('[R113] shortening never makes the session end earlier than planned, nor a step longer', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 100 }), (lengths, late) => {
        const acts = new SessionActs([step('now'), ...lengths.map((m, i) => step(`s${i}`, { minutes: m }))]).start();
        acts.now += (10 + late) * minuteMs;
        const plan = new Map(shortened(acts.state, acts.now).map((one) => [one.id, one.minutes]));
        for (const { id, minutes: before } of acts.state.phases) {
          const after = plan.get(id) ?? before;
          expect(after).toBeLessThanOrEqual(before);
          expect(after).toBeGreaterThanOrEqual(Math.floor(before / 2));
        }
        acts.act({ type: 'shorten', phase: 'now' });
        expect(driftMs(acts.state, acts.now)).toBeGreaterThanOrEqual(0);
        expect(remainingMs(acts.state.timer!, acts.now)).toBe(0 - late * minuteMs);
      }),
    );
  });

  it('[R110] every template has an agenda that a session can hold, and notes of facilitators are theirs alone', () => {
    for (const template of templates) {
      const { state } = new SessionActs(agendaOf(template)).start();
      expect(sessionStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      expect(viewOf(state, false).phases.every(({ note }) => note.en === '')).toBe(true);
      expect(viewOf(state, true).phases.map(({ note }) => note.en)).toEqual(
        template.phases.map((one) => one.facilitatorNote.en),
      );
      expect(JSON.stringify([viewOf(state, true), viewOf(state, false)])).not.toMatch(/"(done|before)"/);
    }
  });
});
