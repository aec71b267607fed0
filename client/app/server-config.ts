// What the server says of itself, asked for once: the licence key, and the address it is known by.
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { call } from '../sync/api.ts';

export type ServerConfig = RouteResponse<'config'>;

let asked: Promise<ServerConfig> | null = null;

/** Rejects with an ApiError; the next call then asks again. */
export function serverConfig(): Promise<ServerConfig> {
  asked ??= call('config').catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** Where links point: the server's public address where it has one, else the one this page is open at. */
async function linkBase(): Promise<string> {
  const { publicUrl } = await serverConfig();
  return (publicUrl ?? window.location.origin).replace(/\/$/, '');
}

/** The host names this server goes by, as far as this page can know. */
export async function knownHosts(): Promise<readonly string[]> {
  const own = window.location.host.toLowerCase();
  try {
    return [own, new URL(await linkBase()).host.toLowerCase()];
  } catch {
    // Not reachable just now: its own address is enough to read a link.
    return [own];
  }
}
