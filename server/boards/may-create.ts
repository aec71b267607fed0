// Who may make a board here: everybody, or who knows the key of a server that is not for everybody; so many at once.
import type { Context } from 'hono';
import { hashSecret, sameHash } from '../access/secrets.ts';
import { networkOf } from '../access/try-limits.ts';
import { clientAddress } from '../http/address.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';

export type Makers = Pick<ServerParts, 'config' | 'createLimit' | 'guesses'>;

/** Asked before the request is read: it may bring a whole template. */
export function refuseTooMany({ config, createLimit }: Makers, c: Context): void {
  if (!createLimit.take(networkOf(clientAddress(c, config)))) throw new RequestRefused('too-many');
}

/** A server that is not for everybody asks for its key. */
export function refuseStrangers({ config, guesses }: Makers, c: Context, createKey: string | undefined): void {
  if (config.createKey === null) return;
  const giveBack = guesses.createKey.take(networkOf(clientAddress(c, config)));
  if (giveBack === null) throw new RequestRefused('too-many');
  if (!sameHash(hashSecret(createKey ?? ''), hashSecret(config.createKey))) throw new RequestRefused('create-key');
  giveBack();
}
