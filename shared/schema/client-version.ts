// How old a client is: the document layout and tldraw schema that it was built with, as it says when it joins.
import { z } from 'zod';

const sequencesMax = 200;

export const clientVersionSchema = z.object({
  layout: z.number().int().optional(),
  /** Version of each migration sequence that it knows. */
  schema: z
    .record(z.string().max(100), z.number().int())
    .refine((sequences) => Object.keys(sequences).length <= sequencesMax)
    .optional(),
});
/** What is left out is not judged: a program that keeps to the layout may say nothing of itself. */
export type ClientVersion = z.infer<typeof clientVersionSchema>;

/** A sequence that the client does not know at all is one that came after it. */
export function isOlderThan(client: ClientVersion, needed: ClientVersion): boolean {
  const { layout, schema } = client;
  if (layout !== undefined && layout < (needed.layout ?? 0)) return true;
  if (schema === undefined) return false;
  return Object.entries(needed.schema ?? {}).some(
    ([sequence, version]) => !Object.hasOwn(schema, sequence) || (schema[sequence] ?? 0) < version,
  );
}
