// Mounts handlers on the shared route table: parameters, body and right are checked here, once, before a handler runs.
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { ErrorCode } from '@commonboard/shared/protocol/errors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  type Access,
  type Route,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteResponse,
  routes,
} from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { filesCookie } from '../access/files-cookie.ts';
import { type Grant, type Grants, noRight, type NoRight, ownRole, roleNow } from '../access/grants.ts';
import type { Config } from '../config.ts';
import { isOwnOrigin } from './address.ts';
import { HeldBodies, type ReadBody } from './body.ts';
import { JsonText } from './json-text.ts';
import type { RateLimit } from './rate-limit.ts';
import { RequestRefused } from './request-refused.ts';
import { taggedAnswer } from './tagged.ts';

export interface Caller {
  grant: Grant;
  role: Role;
}

/** `caller` is there exactly on the routes that ask for a role. */
type CallerOf<N extends RouteName> = (typeof routes)[N]['access'] extends 'anyone' ? null : Caller;

interface Call<N extends RouteName> {
  params: RouteParams<N>;
  body: RouteBody<N>;
  caller: CallerOf<N>;
  c: Context;
  /** For routes that take bytes and no JSON. */
  readBody: ReadBody;
}

type Answer<N extends RouteName> = (typeof routes)[N] extends { raw: 'response' }
  ? Response
  : (typeof routes)[N] extends { status: 204 }
    ? void
    : RouteResponse<N> | JsonText<RouteResponse<N> & object>;

/** What is known of a call before its body is read. */
type Asking<N extends RouteName> = Omit<Call<N>, 'body'>;

/** `first` refuses, by throwing, what need not be read: a body may be large. */
export type Mount = <N extends RouteName>(
  name: N,
  handler: (call: Call<N>) => Answer<N> | Promise<Answer<N>>,
  first?: (asking: Asking<N>) => void,
) => void;

export function createMount(app: Hono, { grants, config }: { grants: Grants; config: Config }): Mount {
  const bodies = new HeldBodies();
  return (name, handler, first) => {
    const route: Route = routes[name];
    const answer = async (c: Context, readBody: ReadBody): Promise<Response> => {
      if (route.method !== 'GET') refuseOtherPages(c, config);
      const caller = route.access === 'anyone' ? null : await findCaller(c, grants, route);
      const params = route.params ? parseParams(route.params, c.req.param()) : undefined;
      if (caller) checkRight(caller, c.req.param('id') ?? '', route.access);
      // The table gives the types and the schemas; what was parsed with the one has the other.
      const asking = { params, caller, c, readBody } as Asking<typeof name>;
      first?.(asking);
      const body = route.body ? parseBody(route.body, c, await readBody(bodyBytesMax(route))) : undefined;
      const said: unknown = await handler({ ...asking, body } as Call<typeof name>);
      if (said instanceof Response) return said;
      if (route.status === 204) return c.body(null, 204);
      if (route.hasTag) return taggedAnswer(c, said instanceof JsonText ? said.text : JSON.stringify(said));
      if (said instanceof JsonText) return c.body(said.text, route.status, jsonType);
      return c.json(said as object, route.status);
    };
    app.on(route.method, route.path, (c) => bodies.answer(c.req.raw, (readBody) => answer(c, readBody)));
  };
}

function bodyBytesMax({ bodyBytesMax: most = limits.bodyBytesMax }: Route): number {
  return most;
}

const jsonType = { 'content-type': 'application/json' };

/** For calls of which each participant has so many. */
export function pacedMount(mount: Mount, limit: RateLimit): Mount {
  return (name, handler, first) =>
    mount(name, handler, (asking) => {
      const { caller }: { caller: Caller | null } = asking;
      if (caller && !limit.take(caller.grant.participant.id)) throw new RequestRefused('too-many');
      first?.(asking);
    });
}

/** A page of another address may not change anything here, whoever looks at it. Programs say nothing of a page. */
function refuseOtherPages(c: Context, config: Config): void {
  if (isOwnOrigin(c, config) && c.req.header('sec-fetch-site') !== 'cross-site') return;
  throw new RequestRefused('forbidden', 'This page is from another address, so it may not change anything here.');
}

async function findCaller(c: Context, grants: Grants, route: Route): Promise<Caller> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{22})$/.exec(c.req.header('authorization') ?? '')?.[1];
  // An <img> or a link cannot send a token, so files also open with the board's cookie.
  const isFile = route.raw === 'response' && route.method === 'GET' && !route.bearerOnly;
  const token = bearer ?? (isFile ? filesCookie(c) : undefined);
  const grant = token === undefined ? null : await grants.find(token);
  if (!grant || (bearer !== undefined && grant.kind === 'files')) throw new RequestRefused('unauthorised');
  const role = roleNow(grant);
  if (role !== null) return { grant, role };
  const why = noRight(grant);
  if (why === 'waiting' && route.forWaiting === true) return { grant, role: grant.role };
  throw new RequestRefused(why === null ? 'unauthorised' : refusals[why]);
}

const refusals = {
  deleted: 'not-found',
  revoked: 'revoked',
  'sent-away': 'sent-away',
  banned: 'banned',
  waiting: 'waiting',
} as const satisfies Record<NoRight, ErrorCode>;

function checkRight({ grant, role }: Caller, board: string, access: Access): void {
  if (grant.board.row.id !== board) throw new RequestRefused('forbidden');
  if (access === 'anyone' || access.includes(role)) return;
  const own = ownRole(grant);
  throw new RequestRefused(own !== null && access.includes(own) ? 'paused' : 'forbidden');
}

/** An id that cannot be one is a board that is not there. */
function parseParams(schema: z.ZodType, params: Record<string, string>): unknown {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new RequestRefused('not-found');
  return parsed.data;
}

function parseBody(schema: z.ZodType, c: Context, bytes: Uint8Array): unknown {
  // Any page may send text with somebody's cookies and address; for JSON a browser asks this server first.
  if (bytes.length > 0 && !isJson(c)) throw new RequestRefused('bad-request', 'Send JSON, as application/json.');
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new RequestRefused('bad-request', `This request cannot be read${where ? `: check "${where}"` : ''}.`);
}

function isJson(c: Context): boolean {
  return c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function parseJson(bytes: Uint8Array): unknown {
  // Where nothing has to be said, nothing has to be sent.
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RequestRefused('bad-request');
  }
}
