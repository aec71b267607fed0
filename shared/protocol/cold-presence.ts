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

const idCharsMax = 80;

/** What a client says of itself. */
const saidFields = {
  page: z.string().max(idCharsMax).startsWith('page:'),
  selection: z.array(z.string().max(idCharsMax).startsWith('shape:')).max(limits.selectionIdsMax),
  /** Client id of the person being followed. */
  following: z.number().int().nonnegative().nullable(),
};

export const coldPresenceSchema = z.object(saidFields).partial().extend({ user: presenceUserSchema });

/** The state without those fields of ours that cannot be read; a field of somebody else's program stays. */
export function withoutUnreadable(said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const left = { ...said };
  for (const [field, schema] of Object.entries(saidFields))
    if (field in left && !schema.safeParse(left[field]).success) delete left[field];
  return left;
}
