// The page's calls to the server, typed by the shared route table: one answer that has been checked, or one typed error.
import {
  routePath,
  routes,
  type Route,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteResponse,
} from '@commonboard/shared/protocol/routes.ts';
import { errorBodySchema } from '@commonboard/shared/protocol/errors.ts';

/**
 * Anything that kept a call from its answer. `code` is a server's error code, `offline` where no answer came, or
 * `unreadable` where an answer came that is not ours (a proxy's page, for example). `message` is a sentence.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  /** 0 where there was no answer. */
  readonly status: number;
  /** All that the server said. */
  readonly body: unknown;

  constructor(code: string, message: string, status: number, body?: unknown) {
    super(message);
    this.code = code;
    this.status = status;
    this.body = body;
  }
}

/** Does `work` with a token that the server takes. */
export type WithToken = <T>(work: (token: string) => Promise<T>) => Promise<T>;

const answerWaitMs = 20_000;
const uploadWaitMs = 180_000;
/** A file, or something else that the server makes first. */
const makingWaitMs = 120_000;

type Field<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : { [N in Name]: Value };

export type CallOptions<N extends RouteName> = Field<'params', RouteParams<N>> &
  Field<'body', RouteBody<N>> & {
    /** Bearer token from `joinBoard`. */
    token?: string;
    /** The bytes, for a route whose body is a file. */
    file?: Blob;
    /** Aborting rejects with the signal's reason, not with an ApiError. */
    signal?: AbortSignal;
    /** The server makes something before it answers. */
    isMade?: boolean;
  };

type Needed<N extends RouteName> =
  RouteParams<N> extends undefined
    ? RouteBody<N> extends undefined
      ? [options?: CallOptions<N>]
      : [options: CallOptions<N>]
    : [options: CallOptions<N>];

interface LooseOptions {
  params?: Record<string, string> | undefined;
  body?: unknown;
  token?: string;
  file?: Blob;
  signal?: AbortSignal;
  isMade?: boolean;
}

/** Calls one route. Resolves to its checked answer (undefined for 204); rejects with an ApiError. */
export async function call<N extends RouteName>(name: N, ...[options]: Needed<N>): Promise<RouteResponse<N>> {
  const route: Route = routes[name];
  // Checked by the signature; from here on the options are read by any route alike.
  const given = (options ?? {}) as LooseOptions;
  const response = await send(route, given);
  if (!response.ok) throw await errorFrom(response);
  if (!route.response) return undefined as RouteResponse<N>;
  const parsed = route.response.safeParse(await bodyOf(response));
  if (!parsed.success) throw new ApiError('unreadable', `The answer to ${name} has another form.`, response.status);
  return parsed.data as RouteResponse<N>;
}

/** Asks for what has a tag. Null where it is still what `tag` stands for. Rejects with an ApiError. */
export async function callForNews<N extends 'news' | 'outline'>(
  name: N,
  options: CallOptions<N>,
  tag: string | null,
): Promise<{ answer: RouteResponse<N>; tag: string | null } | null> {
  const route: Route = routes[name];
  const response = await send(
    route,
    options as LooseOptions,
    tag === null ? {} : { headers: { 'if-none-match': tag } },
  );
  if (response.status === 304) return null;
  if (!response.ok) throw await errorFrom(response);
  const parsed = route.response?.safeParse(await bodyOf(response));
  if (!parsed?.success) throw new ApiError('unreadable', `The answer to ${name} has another form.`, response.status);
  return { answer: parsed.data as RouteResponse<N>, tag: response.headers.get('etag') };
}

type FileRoute = 'exportFile' | 'exportWithPictures' | 'boardState' | 'versionState' | 'harvestFile';

/** Calls a route that answers with a file, asked for with `query`. Rejects with an ApiError. */
export async function callForFile<N extends FileRoute>(
  name: N,
  options: CallOptions<N>,
  query: Readonly<Record<string, string>> = {},
): Promise<Blob> {
  const response = await send(routes[name], options as LooseOptions, { query, waitMs: makingWaitMs });
  if (!response.ok) throw await errorFrom(response);
  try {
    return await response.blob();
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError('offline', 'The file did not arrive whole.', 0);
  }
}

interface SendHow {
  headers?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  waitMs?: number;
}

async function send(
  route: Route,
  options: LooseOptions,
  { headers: more = {}, query = {}, waitMs = waitOf(options) }: SendHow = {},
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', ...more });
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  let body: BodyInit | null = null;
  if (options.file) {
    headers.set('content-type', options.file.type || 'application/octet-stream');
    body = options.file;
  } else if (options.body !== undefined) {
    headers.set('content-type', 'application/json');
    body = JSON.stringify(options.body);
  }
  const timeout = AbortSignal.timeout(waitMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const asked = new URLSearchParams(query).toString();
  const path = routePath(route.path, options.params) + (asked === '' ? '' : `?${asked}`);
  try {
    return await fetch(path, { method: route.method, headers, body, signal, cache: 'no-store' });
  } catch (error) {
    // Who gave up wants its own reason back; everything else means that no answer came.
    if (options.signal?.aborted) throw error;
    throw new ApiError('offline', 'The server did not answer.', 0);
  }
}

function waitOf({ file, isMade }: LooseOptions): number {
  if (file) return uploadWaitMs;
  return isMade === true ? makingWaitMs : answerWaitMs;
}

async function errorFrom(response: Response): Promise<ApiError> {
  const body = await bodyOf(response);
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success)
    return new ApiError('unreadable', `Status ${response.status} without a reason.`, response.status);
  return new ApiError(parsed.data.error.code, parsed.data.error.message, response.status, body);
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Not JSON, or cut off: the caller reports what it cannot read.
    return undefined;
  }
}

/** Why the server refused, where it gave one of these reasons. */
export function reasonIn<Reason extends string>(
  error: unknown,
  reasons: Readonly<Record<Reason, unknown>>,
): Reason | null {
  if (!(error instanceof ApiError)) return null;
  const { body } = error;
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null;
  const { reason } = body;
  return typeof reason === 'string' && Object.hasOwn(reasons, reason) ? (reason as Reason) : null;
}
