// How many tools a person sees.
import { expect, it } from 'vitest';
import { shownTools } from '@commonboard/client/session/shown-tools.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';
import { ada, lea, SessionActs, step } from '../../support/session-acts.ts';

const self = { role: 'edit', participantId: ada.participant } as const;

it('participants see a few, also outside of a session and before anything is known of one; a step can show all', () => {
  expect(shownTools(null, self)).toBe('few');
  const acts = new SessionActs([step('a'), step('b', { tools: 'all' })]);
  expect(shownTools(viewOf(acts.state, false), self)).toBe('few');
  acts.start();
  expect(shownTools(viewOf(acts.state, false), self)).toBe('few');
  acts.act({ type: 'next', phase: 'a' });
  expect(shownTools(viewOf(acts.state, false), self)).toBe('all');
});

it('who leads sees all, a deputy in office too', () => {
  expect(shownTools(null, { role: 'facilitate', participantId: lea.participant })).toBe('all');
  const acts = new SessionActs().start();
  acts.act({ type: 'set-deputy', participant: ada.participant });
  acts.isLeaderless = true;
  acts.act({ type: 'take-over' }, ada);
  expect(shownTools(viewOf(acts.state, true), self)).toBe('all');
});
