// The part of the route table about a board's past. Who may only look sees nothing of it.
import { z } from 'zod';
import { deletedThingSchema, versionChangesSchema, versionIdSchema, versionSchema } from './history.ts';
import { boardIdSchema } from './ids.ts';
import { limits } from './limits.ts';
import { boardParams, createdBoardSchema, editors, facilitators, type Route } from './route-parts.ts';

const versionParams = z.object({ id: boardIdSchema, version: versionIdSchema });
const versionName = z.string().max(1_000);
const ids = z.array(z.string().max(limits.idCharsMax)).min(1).max(limits.broughtBackMax);
const broughtBackSchema = z.object({
  /** How many records came back. */
  brought: z.number().int(),
});

export const historyRoutes = {
  versions: {
    method: 'GET',
    path: '/api/boards/:id/versions',
    access: editors,
    summary: 'The versions that are kept of the board, the newest first.',
    status: 200,
    params: boardParams,
    response: z.object({ versions: z.array(versionSchema) }),
  },
  keepVersion: {
    method: 'POST',
    path: '/api/boards/:id/versions',
    access: editors,
    summary: 'Keep the board as it is now, under a name.',
    status: 201,
    params: boardParams,
    body: z.object({ name: versionName }),
    response: versionSchema,
  },
  nameVersion: {
    method: 'PATCH',
    path: '/api/boards/:id/versions/:version',
    access: facilitators,
    summary: 'Give a version a name, or another one. What has a name stays.',
    status: 204,
    params: versionParams,
    body: z.object({ name: versionName }),
  },
  removeVersion: {
    method: 'DELETE',
    path: '/api/boards/:id/versions/:version',
    access: facilitators,
    summary: 'Remove a version for good. The board stays as it is.',
    status: 204,
    params: versionParams,
  },
  versionState: {
    method: 'GET',
    path: '/api/boards/:id/versions/:version/state',
    access: editors,
    summary: 'The whole document of a version, as Yjs V2, compressed.',
    status: 200,
    params: versionParams,
    raw: 'response',
    bearerOnly: true,
  },
  versionPicture: {
    method: 'GET',
    path: '/api/boards/:id/versions/:version/picture',
    access: editors,
    summary: "A version's picture, a PNG; the board's cookie or a bearer token.",
    status: 200,
    params: versionParams,
    raw: 'response',
  },
  putVersionPicture: {
    method: 'POST',
    path: '/api/boards/:id/versions/:version/picture',
    access: editors,
    summary: 'Keep a picture of a version, which a page has drawn; the body is a PNG. The first one stays.',
    status: 204,
    params: versionParams,
    raw: 'body',
  },
  versionChanges: {
    method: 'GET',
    path: '/api/boards/:id/versions/:version/changes',
    access: editors,
    summary: 'A version against the board as it is now.',
    status: 200,
    params: versionParams,
    response: versionChangesSchema,
  },
  restoreVersion: {
    method: 'POST',
    path: '/api/boards/:id/versions/:version/restore',
    access: facilitators,
    summary:
      'Make the board what it was. What it is now is kept before, as the version `before`: to restore that one takes it back.',
    status: 200,
    params: versionParams,
    response: z.object({ before: versionIdSchema, changed: z.number().int() }),
  },
  copyVersion: {
    method: 'POST',
    path: '/api/boards/:id/versions/:version/copy',
    access: facilitators,
    summary: 'A new board with the content of a version, its pictures and new links. This board stays as it is.',
    status: 201,
    params: versionParams,
    body: z.object({ createKey: z.string().max(200).optional() }),
    response: createdBoardSchema,
  },
  bringBackFromVersion: {
    method: 'POST',
    path: '/api/boards/:id/versions/:version/bring-back',
    access: editors,
    summary:
      'Put things of a version that are not on the board now back on it, with what lay in them. Who does not facilitate may do this with what they made.',
    status: 200,
    params: versionParams,
    body: z.object({ ids }),
    bodyBytesMax: limits.broughtBackBodyBytesMax,
    response: broughtBackSchema,
  },
  deletedThings: {
    method: 'GET',
    path: '/api/boards/:id/deleted',
    access: editors,
    summary: 'What was deleted from the board in the last 30 days, the newest first.',
    status: 200,
    params: boardParams,
    response: z.object({ things: z.array(deletedThingSchema) }),
  },
  bringBack: {
    method: 'POST',
    path: '/api/boards/:id/deleted/bring-back',
    access: editors,
    summary:
      'Put deleted things back on the board, with what went with them. Who does not facilitate may do this with what they made.',
    status: 200,
    params: boardParams,
    body: z.object({ ids }),
    bodyBytesMax: limits.broughtBackBodyBytesMax,
    response: broughtBackSchema,
  },
} as const satisfies Record<string, Route>;
