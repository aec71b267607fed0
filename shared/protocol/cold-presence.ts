// The cold part of presence: a person's awareness state. `user` is written by the server over whatever a client sent.
import { z } from 'zod';
import { limits } from './limits.ts';
import { participantIdSchema } from './ids.ts';
import { roleSchema } from './roles.ts';

const presenceUserSchema = z.object({
  participantId: participantIdSchema,
  name: z.string(),
  color: z.string(),
  role: roleSchema,
});
export type PresenceUser = z.infer<typeof presenceUserSchema>;

export const coldPresenceSchema = z.object({
  user: presenceUserSchema,
  /** tldraw page id. */
  page: z.string().max(80).optional(),
  selection: z.array(z.string().max(80)).max(limits.selectionIdsMax).optional(),
  /** Client id of the person being followed. */
  following: z.number().int().nonnegative().nullish(),
});
