// Where a request came from and under which address it was made, seen through the proxies that are trusted.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Config } from '../config.ts';

type Trust = Pick<Config, 'publicUrl' | 'trustProxyHops'>;

/** The caller's network address. Each trusted proxy has added one entry at the right of X-Forwarded-For. */
export function clientAddress(c: Context, { trustProxyHops }: Trust): string {
  const direct = getConnInfo(c).remote.address ?? 'unknown';
  if (trustProxyHops === 0) return direct;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return chain.at(-trustProxyHops) || direct;
}

/** The origin that people see: for links, cookies and the check of sockets. */
export function requestOrigin(c: Context, { publicUrl, trustProxyHops }: Trust): string {
  if (publicUrl !== null) return publicUrl;
  const url = new URL(c.req.url);
  if (trustProxyHops === 0) return url.origin;
  const forwarded = (name: string) => c.req.header(name)?.split(',').at(-1)?.trim();
  const proto = forwarded('x-forwarded-proto') === 'https' ? 'https:' : url.protocol;
  const host = forwarded('x-forwarded-host') ?? url.host;
  return URL.canParse(`${proto}//${host}`) ? new URL(`${proto}//${host}`).origin : url.origin;
}

/** Browsers say where a page came from; programs say nothing and hold a token instead. */
export function isOwnOrigin(c: Context, trust: Trust): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  return origin === requestOrigin(c, trust) || sameHost(origin, c.req.header('host'));
}

// A laptop is reached under several names (localhost, its address, its host name), whatever PUBLIC_URL says.
function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
