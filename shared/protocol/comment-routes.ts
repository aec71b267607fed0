// The part of the route table about comments. They are read in the board's document.
import { z } from 'zod';
import { commentCommandSchema } from '../comments/commands.ts';
import { threadSchema } from '../comments/thread.ts';
import { boardParams, editors, type Route } from './route-parts.ts';

export const commentRoutes = {
  comment: {
    method: 'POST',
    path: '/api/boards/:id/comments',
    access: editors,
    summary:
      'Starts a comment on a place or shape, answers one, changes or removes what the caller wrote, or settles one. The same ids twice act once.',
    status: 200,
    params: boardParams,
    body: commentCommandSchema,
    /** Null: it is gone. */
    response: z.object({ thread: threadSchema.nullable() }),
  },
} as const satisfies Record<string, Route>;
