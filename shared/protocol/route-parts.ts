// What the route table is made of: the form of an entry, who may call, and the schemas that several entries share.
import { z } from 'zod';
import { boardIdSchema, participantIdSchema, secretSchema } from './ids.ts';
import { roleSchema, type Role } from './roles.ts';

/** Who may call: anybody, or the bearer of a token of this board with one of these roles. */
export type Access = 'anyone' | readonly Role[];

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for a parameter. */
  path: string;
  access: Access;
  /** Also for who waits to be let in: they see nothing of the board by it. */
  forWaiting?: true;
  summary: string;
  params?: z.ZodType;
  /** JSON body; a route without one takes none, except `raw` ones. */
  body?: z.ZodType;
  /** Where a body may be larger than others. */
  bodyBytesMax?: number;
  /** `raw`: the body is a file's bytes, or the answer is. */
  raw?: 'body' | 'response';
  /** A file that the board's cookie does not open. */
  bearerOnly?: true;
  /** The answer has an ETag; who has it already gets 304 and nothing more. */
  hasTag?: true;
  status: 200 | 201 | 204;
  response?: z.ZodType;
}

export const boardParams = z.object({ id: boardIdSchema });
export const everyRole: readonly Role[] = ['facilitate', 'edit', 'view'];
export const editors: readonly Role[] = ['facilitate', 'edit'];
export const facilitators: readonly Role[] = ['facilitate'];

// Names and titles arrive as they were typed; the server cleans them and refuses what has nothing left.
export const rawName = z.string();
// Whatever stood behind the # of a link, cut off or with text behind it: all that is wrong gets the one 404.
export const anyKey = z.string();

export const linksSchema = z.object({ facilitate: z.string(), edit: z.string(), view: z.string() });
export const keysSchema = z.object({ facilitate: secretSchema, edit: secretSchema, view: secretSchema });
export const createdBoardSchema = z.object({
  id: boardIdSchema,
  title: z.string(),
  keys: keysSchema,
  links: linksSchema,
  /** Makes the board's links anew where all of them are lost. Said once; the server keeps only its hash. */
  recoveryCode: z.string(),
});
export type CreatedBoard = z.infer<typeof createdBoardSchema>;

export const joinedSchema = z.object({
  id: boardIdSchema,
  title: z.string(),
  role: roleSchema,
  participantId: participantIdSchema,
  name: z.string(),
  color: z.string(),
  token: secretSchema,
  /** Kept by the device: sent again, it gives the same participant. */
  resume: secretSchema,
  /** Of the template that the board was made from; left out where a device opens it by itself. */
  template: z.string().nullable().optional(),
  /** A facilitator has to let this person in first; until then the token only asks whether they have. */
  waiting: z.boolean().optional(),
  /** What the link is for, where this person may do less with it just now. */
  linkRole: roleSchema.optional(),
  /** What the group leaves with is published, and no session is under way. */
  results: z.boolean().optional(),
  /** Came with the link to facilitate, and a facilitator has to confirm it; until then this person takes part. */
  asked: z.boolean().optional(),
});
export type Joined = z.infer<typeof joinedSchema>;
