// What each person may see of a session. Facilitators' notes are for facilitators; what the server keeps for itself is for nobody.
import { z } from 'zod';
import { personSectors } from '../groups/person-sectors.ts';
import { participantIdSchema } from '../protocol/ids.ts';
import { type SessionState, sessionStateSchema } from './session-state.ts';
import { scoringView, scoringViewSchema } from '../activities/scoring-state.ts';
import { thumbsView, thumbsViewSchema } from '../activities/thumbs-state.ts';

/** Who has said where they come from; what they said is for facilitators. */
const sectorsSchema = z.object({
  isAsked: z.boolean(),
  atJoin: z.boolean(),
  said: z.record(participantIdSchema, z.enum(personSectors).nullable()),
});

export const sessionViewSchema = sessionStateSchema
  .omit({ done: true, before: true, met: true, ideasBefore: true })
  .extend({ sectors: sectorsSchema, thumbs: thumbsViewSchema.nullable(), scoring: scoringViewSchema.nullable() });
export type SessionView = z.infer<typeof sessionViewSchema>;

export function viewOf(
  { done: _done, before: _before, met: _met, ideasBefore: _lay, thumbs, scoring, ...open }: SessionState,
  isLeading: boolean,
): SessionView {
  const state = {
    ...open,
    thumbs: thumbs && thumbsView(thumbs),
    scoring: scoring && scoringView(scoring, scoredRound(open)),
  };
  if (isLeading) return state;
  const { said, ...asked } = state.sectors;
  return {
    ...state,
    spoken: {},
    phases: state.phases.map((phase) => ({ ...phase, note: { en: '' } })),
    sectors: { ...asked, said: Object.fromEntries(Object.keys(said).map((person) => [person, null])) },
  };
}

function scoredRound({ phases, phase }: Pick<SessionState, 'phases' | 'phase'>): number | null {
  return phases.find(({ id }) => id === phase)?.scoring?.round ?? null;
}
