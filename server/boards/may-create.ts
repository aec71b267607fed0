// Who may make a board here: everybody, or who knows the key of a server that is not for everybody; so many at once.
import type { Context } from 'hono';
import { hashSecret, sameHash } from '../access/secrets.ts';
import { networkOf } from '../access/try-limits.ts';
import { clientAddress } from '../http/address.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';

export function refuseStrangers(
  { config, createLimit, guesses }: Pick<ServerParts, 'config' | 'createLimit' | 'guesses'>,
  c: Context,
  createKey: string | undefined,
): void {
  const network = networkOf(clientAddress(c, config));
  if (!createLimit.take(network)) throw new RequestRefused('too-many');
  if (config.createKey === null) return;
  const giveBack = guesses.createKey.take(network);
  if (giveBack === null) throw new RequestRefused('too-many');
  if (!sameHash(hashSecret(createKey ?? ''), hashSecret(config.createKey))) throw new RequestRefused('create-key');
  giveBack();
}
