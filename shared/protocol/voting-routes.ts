// The part of the route table about votes.
import { z } from 'zod';
import { timeSchema } from './time.ts';
import { ballotSchema } from '../voting/ballot.ts';
import { roundIdSchema, roundWishSchema } from '../voting/round.ts';
import { roundViewSchema } from '../voting/round-view.ts';
import { limits } from './limits.ts';
import { boardParams, everyRole, type Route } from './route-parts.ts';

export const votesAnswerSchema = z.object({
  /** The server's clock, in milliseconds since 1970. */
  now: timeSchema,
  rounds: z.array(roundViewSchema).max(limits.roundsPerBoardMax),
});
export type VotesAnswer = z.infer<typeof votesAnswerSchema>;

const roundParams = boardParams.extend({ round: roundIdSchema });

export const votingRoutes = {
  votes: {
    method: 'GET',
    path: '/api/boards/:id/votes',
    access: everyRole,
    summary:
      'The votes of a board as the caller may see them: what is asked, their own ballot, results of closed ones.',
    status: 200,
    params: boardParams,
    response: votesAnswerSchema,
  },
  openVote: {
    method: 'POST',
    path: '/api/boards/:id/votes',
    access: everyRole,
    summary:
      'Opens a vote on records of the board, for the people who take part at this moment. For who leads. The same id twice opens one.',
    status: 201,
    params: boardParams,
    body: roundWishSchema,
    response: votesAnswerSchema,
  },
  openStepVote: {
    method: 'POST',
    path: '/api/boards/:id/votes/step',
    access: everyRole,
    summary:
      'Opens the vote of the step that runs, once more or because it could not be opened with it. For who leads.',
    status: 201,
    params: boardParams,
    response: votesAnswerSchema,
  },
  changeVote: {
    method: 'POST',
    path: '/api/boards/:id/votes/:round',
    access: everyRole,
    summary:
      'For who leads. `close` begins the countdown to the count, `remove` takes the vote away with all that was voted: one that is open after the same countdown. `hold` stops either.',
    status: 200,
    params: roundParams,
    body: z.object({ action: z.enum(['close', 'hold', 'remove']) }),
    response: votesAnswerSchema,
  },
  putBallot: {
    method: 'PUT',
    path: '/api/boards/:id/votes/:round/ballot',
    access: everyRole,
    summary:
      "The caller's ballot in an open vote, in place of the one they had. 403 where they were not on the board when it opened.",
    status: 200,
    params: roundParams,
    body: ballotSchema,
    response: votesAnswerSchema,
  },
} as const satisfies Record<string, Route>;
