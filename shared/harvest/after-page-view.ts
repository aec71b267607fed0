// The after-page as plain data: what a page needs to draw it, and nothing of how it is made.
import { z } from 'zod';

const lineSchema = z.object({ lead: z.string(), text: z.string(), more: z.string() });
export type AfterLine = z.infer<typeof lineSchema>;

const commitmentSchema = z.object({
  id: z.string(),
  /** Empty where nobody has agreed to be named. */
  who: z.string(),
  what: z.string(),
  firstStep: z.string(),
  /** A day, as `2027-03-31`, or empty. */
  due: z.string(),
});
export type AfterCommitment = z.infer<typeof commitmentSchema>;

export const afterPageSchema = z.object({
  title: z.string(),
  intro: z.string(),
  /** A day. */
  date: z.string(),
  people: z.number().int().nonnegative(),
  goals: z.array(z.string()),
  zones: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      prompt: z.string(),
      items: z.array(lineSchema),
      /** Name of its file; null where there is none that may be shown. */
      picture: z.string().nullable(),
    }),
  ),
  votes: z.array(
    z.object({ question: z.string(), line: z.string(), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ),
  decisions: z.array(lineSchema),
  commitments: z.array(commitmentSchema),
  open: z.array(z.string()),
  leftOut: z.array(z.string()),
  /** Names of files that go with it. */
  files: z.array(z.string()),
});
export type AfterPage = z.infer<typeof afterPageSchema>;

/** Two pages for a funder, as they are previewed. */
export const funderBlocksSchema = z.array(
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      text: z.string(),
    }),
    z.object({ type: z.literal('text'), text: z.string(), quiet: z.literal(true).optional() }),
    z.object({ type: z.literal('list'), items: z.array(lineSchema) }),
  ]),
);
export type FunderBlocks = z.infer<typeof funderBlocksSchema>;
