// The three links of a board: their secrets, which of them a key is, and how they look.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { type Role, roles } from '@commonboard/shared/protocol/roles.ts';
import type { LinkRow } from '../storage/board-store.ts';
import { hashSecret, newSecret, openSealed, sameHash, sealSecret } from './secrets.ts';

export type Keys = Record<Role, string>;

export function newLinks(board: BoardId): { keys: Keys; rows: LinkRow[] } {
  const keys: Keys = { facilitate: newSecret(), edit: newSecret(), view: newSecret() };
  const rows = roles.map((role) => ({
    role,
    hash: hashSecret(keys[role]),
    epoch: 1,
    sealed: role === 'facilitate' ? null : sealSecret(keys[role], keys.facilitate, board),
  }));
  return { keys, rows };
}

/** What an unknown board is compared with, so that it costs the same as a known one. */
export const noLinks: readonly LinkRow[] = newLinks('0000000000000000' as BoardId).rows;

/** The link whose secret this is. Compares with all three, always. */
export function linkForKey(links: readonly LinkRow[], key: string): LinkRow | null {
  const hash = hashSecret(key);
  let found: LinkRow | null = null;
  for (const link of links) if (sameHash(link.hash, hash)) found = link;
  return found;
}

/** Null when `facilitateKey` is not the facilitate secret. */
export function unsealKeys(board: BoardId, links: readonly LinkRow[], facilitateKey: string): Keys | null {
  if (linkForKey(links, facilitateKey)?.role !== 'facilitate') return null;
  const open = (role: Role): string => {
    const sealed = links.find((link) => link.role === role)?.sealed;
    if (!sealed) throw new Error(`The ${role} link of a board is not sealed.`);
    return openSealed(sealed, facilitateKey, board);
  };
  return { facilitate: facilitateKey, edit: open('edit'), view: open('view') };
}

/** The secret stands in the fragment, which browsers never send. */
export function linkAddresses(origin: string, board: BoardId, keys: Keys): Keys {
  const address = (role: Role) => `${origin}/b/${board}#${keys[role]}`;
  return { facilitate: address('facilitate'), edit: address('edit'), view: address('view') };
}
