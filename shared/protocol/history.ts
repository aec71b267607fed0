// What the history of a board is made of, as it travels: versions of the board, and things that were deleted.
import { z } from 'zod';

/** 16 characters of base64url: 96 random bits. */
export const versionIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16}$/)
  .brand<'VersionId'>();
export type VersionId = z.infer<typeof versionIdSchema>;

/** hourly: while the board is used. left: when the last person had gone. before-restore: to take a restore back with, or results of groups. */
export const versionKindSchema = z.enum(['hourly', 'left', 'named', 'before-restore']);
export type VersionKind = z.infer<typeof versionKindSchema>;

export const versionSchema = z.object({
  id: versionIdSchema,
  at: z.iso.datetime(),
  kind: versionKindSchema,
  name: z.string().nullable(),
  /** Name of who kept it; null where the server did. */
  by: z.string().nullable(),
  hasPicture: z.boolean(),
});
export type Version = z.infer<typeof versionSchema>;

const thingSchema = z.object({
  id: z.string(),
  /** The type of the shape, such as note, card or zone; or page. */
  kind: z.string(),
  /** Of a card: which kind of card. */
  card: z.string().nullable(),
  /** What is written on it; may be empty. */
  title: z.string(),
  /** How many shapes in it come back with it. */
  inside: z.number().int(),
  /** The caller may bring it back. */
  mayBringBack: z.boolean(),
});

export const missingThingSchema = thingSchema;
export type MissingThing = z.infer<typeof missingThingSchema>;

export const deletedThingSchema = thingSchema.extend({
  at: z.iso.datetime(),
  /** Name of who deleted it; null where it is not known. */
  by: z.string().nullable(),
});
export type DeletedThing = z.infer<typeof deletedThingSchema>;

/** A version against the board as it is now. */
export const versionChangesSchema = z.object({
  /** In the version and not on the board now. */
  missing: z.array(missingThingSchema),
  /** Shapes that read otherwise now. */
  changed: z.number().int(),
  /** Shapes that came since. */
  added: z.number().int(),
});
