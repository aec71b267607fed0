// The right to be on an open board: its token, and a new one where the server no longer knows it - after many visits elsewhere
// it forgets the oldest. The person stays the same, and nothing of their work is touched.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { ApiError } from '../sync/api.ts';

/** In place of a token where this device let the person in and the server has not been heard: never sent to it. */
export const noToken = '';

export interface BoardAccess {
  token(): string;
  /** Joins again as the same participant. Rejects with an ApiError. */
  renew(): Promise<string>;
  /** Does `work` with the token, and once more with a new one where the server refused it. */
  withToken: <T>(work: (token: string) => Promise<T>) => Promise<T>;
}

interface AccessPorts {
  /** With the same key and `resume`. */
  join: () => Promise<Joined>;
  /** ms since 1970 */
  now: () => number;
}

/** Two pages that push each other out must not go on doing so. */
const renewalEveryMs = 60_000;

export function openAccess(joined: Joined, { join, now }: AccessPorts): BoardAccess {
  let token = joined.token;
  let renewedAt = -Infinity;
  let renewing: Promise<string> | null = null;

  async function joinAgain(): Promise<string> {
    const again = await join();
    // Another role is another page: it starts anew.
    if (again.role !== joined.role || again.participantId !== joined.participantId) throw refused();
    token = again.token;
    renewedAt = now();
    return token;
  }
  function renew(): Promise<string> {
    if (!renewing && now() - renewedAt < renewalEveryMs) return Promise.reject(refused());
    renewing ??= joinAgain().finally(() => {
      renewing = null;
    });
    return renewing;
  }
  return {
    token: () => token,
    renew,
    withToken: async (work) => {
      const used = token;
      if (used === noToken) return work(await renew());
      try {
        return await work(used);
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 401) throw error;
        return work(used === token ? await renew() : token);
      }
    },
  };
}

/** Whether another try may go better: no answer, or a server that has no time just now. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** This page is older than the server. */
export function isTooOld(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'too-old';
}

function refused(): ApiError {
  return new ApiError('unauthorised', 'The server has forgotten this visit.', 401);
}
