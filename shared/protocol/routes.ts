// The one table of HTTP calls. The server mounts its handlers from it, the page's typed fetch reads it, and
// /api/openapi.json is generated from it.
import { z } from 'zod';
import type { Template } from '../templates/format.ts';
import { accessRoutes } from './access-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { harvestRoutes } from './harvest-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { assetIdSchema, boardIdSchema } from './ids.ts';
import { limits } from './limits.ts';
import { noteRoutes } from './note-routes.ts';
import { roleSchema } from './roles.ts';
import { sessionRoutes } from './session-routes.ts';
import { votingRoutes } from './voting-routes.ts';
import { boardParams, createdBoardSchema, editors, everyRole, facilitators, type Route } from './route-parts.ts';

export type { OutlineNode } from './note-routes.ts';
export type { Access, CreatedBoard, Joined, Route } from './route-parts.ts';
export { createdBoardSchema, joinedSchema } from './route-parts.ts';

const exportParams = z.object({ id: boardIdSchema, file: z.string().max(80) });

// As it was typed; the server cleans it and refuses what has nothing left.
const rawTitle = z.string();

/** Asked for by servers that are not for everybody. */
const createKey = z.string().max(200);

/** Such as `fr` or `zh-Hant-TW`. */
const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/);

/** The server has read it by the format's rules before it kept it. */
const anyTemplate = z.custom<Template>((value) => typeof value === 'object' && value !== null && 'phases' in value);

const boardInfoSchema = z.object({
  id: boardIdSchema,
  title: z.string(),
  template: z.string().nullable(),
  role: roleSchema,
  createdAt: z.iso.datetime(),
});
export type BoardInfo = z.infer<typeof boardInfoSchema>;

export const routes = {
  health: {
    method: 'GET',
    path: '/healthz',
    access: 'anyone',
    summary: 'The process is alive.',
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    access: 'anyone',
    summary: 'Boards can be opened and stored; 503 with a sentence where not.',
    status: 200,
    response: z.object({ ready: z.literal(true) }),
  },
  config: {
    method: 'GET',
    path: '/api/config',
    access: 'anyone',
    summary: 'What the page needs to know of this server.',
    status: 200,
    response: z.object({
      tldrawLicenseKey: z.string().nullable(),
      publicUrl: z.string().nullable(),
      /** Whether making a board asks for the server's key. */
      needsCreateKey: z.boolean(),
    }),
  },
  createBoard: {
    method: 'POST',
    path: '/api/boards',
    access: 'anyone',
    summary:
      'Make a board, blank, from a template or from the text of a template file, with its content already in it: zones for so many `people`, and with `examples` the cards of its example board.',
    status: 201,
    body: z.object({
      title: rawTitle.optional(),
      template: z.string().max(64).optional(),
      locale: languageTag.optional(),
      people: z.number().int().min(1).max(limits.peopleMax).optional(),
      examples: z.boolean().optional(),
      templateFile: z.string().max(limits.templateCharsMax).optional(),
      createKey: createKey.optional(),
    }),
    bodyBytesMax: limits.templateBodyBytesMax,
    response: createdBoardSchema,
  },
  template: {
    method: 'GET',
    path: '/api/templates/:id',
    access: 'anyone',
    summary: 'A template of this server, as a template file.',
    status: 200,
    params: z.object({ id: z.string().max(64) }),
    raw: 'response',
  },
  boardTemplate: {
    method: 'GET',
    path: '/api/boards/:id/template',
    access: everyRole,
    summary: 'The template that the board was made from; null for a blank board.',
    status: 200,
    params: boardParams,
    response: z.object({ template: anyTemplate.nullable() }),
  },
  board: {
    method: 'GET',
    path: '/api/boards/:id',
    access: everyRole,
    summary: 'Title and role.',
    status: 200,
    params: boardParams,
    response: boardInfoSchema,
  },
  renameBoard: {
    method: 'PATCH',
    path: '/api/boards/:id',
    access: facilitators,
    summary: 'Give the board another title.',
    status: 200,
    params: boardParams,
    body: z.object({ title: rawTitle }),
    response: boardInfoSchema,
  },
  deleteBoard: {
    method: 'DELETE',
    path: '/api/boards/:id',
    access: facilitators,
    summary: 'Delete the board, its history and its files for everyone.',
    status: 204,
    params: boardParams,
  },
  duplicateBoard: {
    method: 'POST',
    path: '/api/boards/:id/duplicate',
    access: editors,
    summary: 'A new board with the same content and new links.',
    status: 201,
    params: boardParams,
    body: z.object({ title: rawTitle.optional(), createKey: createKey.optional() }),
    response: createdBoardSchema,
  },
  ...historyRoutes,
  records: {
    method: 'GET',
    path: '/api/boards/:id/records',
    access: everyRole,
    summary: 'Repaired tldraw records.',
    status: 200,
    params: boardParams,
    response: z.object({ records: z.array(z.record(z.string(), z.unknown())) }),
  },
  boardState: {
    method: 'GET',
    path: '/api/boards/:id/state',
    access: everyRole,
    summary:
      'The whole document as one Yjs update, compressed: a page asks for it before its socket, which then brings only what is newer. At most two seconds old.',
    status: 200,
    params: boardParams,
    raw: 'response',
    bearerOnly: true,
  },
  ...noteRoutes,
  addAsset: {
    method: 'POST',
    path: '/api/boards/:id/assets',
    access: editors,
    summary: 'Store a picture; the body is the file.',
    status: 201,
    params: boardParams,
    raw: 'body',
    response: z.object({
      id: assetIdSchema,
      src: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      type: z.string(),
    }),
  },
  asset: {
    method: 'GET',
    path: '/api/boards/:id/assets/:asset',
    access: everyRole,
    summary: "A stored picture; the board's cookie or a bearer token.",
    status: 200,
    params: z.object({ id: boardIdSchema, asset: assetIdSchema }),
    raw: 'response',
  },
  exportFile: {
    method: 'GET',
    path: '/api/boards/:id/export/:file',
    access: everyRole,
    summary:
      "What the group made, as a file such as results.xlsx, report.docx or stakeholders.csv; the board's cookie or a bearer token. `?redacted=1` leaves out stance, notes and names (viewers get no other), `?sensitive=0` the cards that are marked as sensitive, `?people=1` adds who is here (facilitators), `?preset=` plain, goal-purpose, eu or dac names the levels of the logframe, `?locale=` is the language. An unknown name answers with those there are.",
    status: 200,
    params: exportParams,
    raw: 'response',
  },
  exportWithPictures: {
    method: 'POST',
    path: '/api/boards/:id/export/:file',
    access: everyRole,
    summary: 'report.docx with pictures that the page has made of the board; each a PNG in base64, with words for it.',
    status: 200,
    params: exportParams,
    body: z.object({
      pictures: z
        .array(
          z.object({
            png: z.base64(),
            alt: z.string().max(limits.labelCharsMax),
            caption: z.string().max(limits.labelCharsMax).optional(),
          }),
        )
        .max(limits.reportPicturesMax),
    }),
    bodyBytesMax: limits.reportBodyBytesMax,
    raw: 'response',
  },
  ...accessRoutes,
  ...sessionRoutes,
  ...votingRoutes,
  ...commentRoutes,
  ...harvestRoutes,
  ...draftRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
type Part<N extends RouteName, K extends string> = (typeof routes)[N] extends { [P in K]: infer S } ? S : undefined;
export type RouteParams<N extends RouteName> =
  Part<N, 'params'> extends z.ZodType ? z.infer<Part<N, 'params'>> : undefined;
export type RouteBody<N extends RouteName> = Part<N, 'body'> extends z.ZodType ? z.infer<Part<N, 'body'>> : undefined;
export type RouteResponse<N extends RouteName> =
  Part<N, 'response'> extends z.ZodType ? z.infer<Part<N, 'response'>> : undefined;

/** Fills `:name` parts. Throws when a parameter is missing: that is a mistake in our own code. */
export function routePath(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:([a-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
}

/** Paths of the sockets: the board, and one's own private document during a private round. */
export const socketPaths = { board: '/sync/:id', draft: '/sync/:id/draft' } as const;
