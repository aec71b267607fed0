// A person of a session, as it remembers them: who, and under which name.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

export const sessionPersonSchema = z.object({
  participant: participantIdSchema,
  name: z.string().max(limits.nameCharsMax),
});
export type SessionPerson = z.infer<typeof sessionPersonSchema>;
