// What each person may see of a session. Facilitators' notes are for facilitators; what the server keeps for itself is for nobody.
import { z } from 'zod';
import { type SessionState, sessionStateSchema } from './session-state.ts';

export const sessionViewSchema = sessionStateSchema.omit({ done: true, before: true });
export type SessionView = z.infer<typeof sessionViewSchema>;

export function viewOf({ done: _done, before: _before, ...state }: SessionState, isLeading: boolean): SessionView {
  if (isLeading) return state;
  return { ...state, spoken: {}, phases: state.phases.map((phase) => ({ ...phase, note: { en: '' } })) };
}
