// A board as lists of all of them have it: for the person who runs the server, and for what tidies up.
import { z } from 'zod';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';

export const boardSummarySchema = z.object({
  id: boardIdSchema,
  title: z.string(),
  createdAt: z.number(),
  /** When somebody last joined or changed something. Milliseconds since 1970, as all times here. */
  usedAt: z.number(),
  participants: z.number(),
  /** Of what is stored of its document. */
  bytes: z.number(),
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;
