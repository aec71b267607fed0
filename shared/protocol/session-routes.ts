// The part of the route table about a session.
import { z } from 'zod';
import { limits } from './limits.ts';
import { sessionCommandSchema } from '../session/commands.ts';
import { timeSchema } from './time.ts';
import { sessionViewSchema } from '../session/session-view.ts';
import { boardParams, everyRole, type Route } from './route-parts.ts';

export const sessionAnswerSchema = z.object({
  /** The server's clock, in milliseconds since 1970. */
  now: timeSchema,
  session: sessionViewSchema,
});
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** `own`: Yjs client ids that the caller has written under, by which a page knows what this person made. */
const firstAnswerSchema = sessionAnswerSchema.extend({
  own: z.array(z.number().int().nonnegative()).max(limits.clientIdsPerParticipantMax),
});

export const sessionRoutes = {
  session: {
    method: 'GET',
    path: '/api/boards/:id/session',
    access: everyRole,
    summary: 'How the session of a board stands: its agenda, the step it is in, the timer, hands.',
    status: 200,
    params: boardParams,
    response: firstAnswerSchema,
  },
  sessionCommand: {
    method: 'POST',
    path: '/api/boards/:id/session',
    access: everyRole,
    summary:
      'One command to a session. 403 with a reason where it is not for the caller; 409 with the session as it is where it has moved on since `revision`, or does not take this now. The same `commandId` twice acts once.',
    status: 200,
    params: boardParams,
    body: sessionCommandSchema,
    response: sessionAnswerSchema,
  },
} as const satisfies Record<string, Route>;
