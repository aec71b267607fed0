// The three links of a board: their secrets, which of them a key is, and how they look.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { type Role, roles } from '@commonboard/shared/protocol/roles.ts';
import type { LinkRow } from '../storage/board-store.ts';
import { hashSecret, newSecret, openSealed, sameHash, sealSecret } from './secrets.ts';

export type Keys = Record<Role, string>;
/** Null for a link that is switched off. */
export type LiveKeys = { facilitate: string; edit: string | null; view: string | null };

export function newLinks(board: BoardId): { keys: Keys; rows: LinkRow[] } {
  const keys: Keys = { facilitate: newSecret(), edit: newSecret(), view: newSecret() };
  const rows = roles.map((role) => ({
    role,
    hash: hashSecret(keys[role]),
    epoch: 1,
    sealed: role === 'facilitate' ? null : sealSecret(keys[role], keys.facilitate, board),
    off: false,
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
  // Said last, so that a link that is switched off takes as long as any.
  return found?.off === true ? null : found;
}

/** Null when `facilitateKey` is not the facilitate secret. */
export function unsealKeys(board: BoardId, links: readonly LinkRow[], facilitateKey: string): LiveKeys | null {
  if (linkForKey(links, facilitateKey)?.role !== 'facilitate') return null;
  const open = (role: Role): string | null => {
    const link = links.find((one) => one.role === role);
    if (link?.off === true) return null;
    if (!link?.sealed) throw new Error(`The ${role} link of a board is not sealed.`);
    return openSealed(link.sealed, facilitateKey, board);
  };
  return { facilitate: facilitateKey, edit: open('edit'), view: open('view') };
}

/**
 * The links after one of them was made anew. `keys` are the others' as they are. With the facilitate link all are made
 * anew in their seals, and those of the others stay what they are.
 */
export function renewedLinks(
  board: BoardId,
  links: readonly LinkRow[],
  keys: LiveKeys,
  renewed: readonly Role[],
): { keys: LiveKeys; rows: LinkRow[] } {
  const next: LiveKeys = { ...keys };
  for (const role of renewed) next[role] = newSecret();
  const rows = links.map((link) => {
    const key = next[link.role];
    const isNew = renewed.includes(link.role);
    return {
      role: link.role,
      hash: isNew && key !== null ? hashSecret(key) : link.hash,
      epoch: isNew ? link.epoch + 1 : link.epoch,
      sealed: link.role === 'facilitate' || key === null ? null : sealSecret(key, next.facilitate, board),
      off: isNew ? false : link.off,
    };
  });
  return { keys: next, rows };
}

/** Its secret opens nothing from then on, and is nowhere any more. */
export function switchedOff(link: LinkRow): LinkRow {
  return { ...link, epoch: link.epoch + 1, sealed: null, off: true };
}

/** The secret stands in the fragment, which browsers never send. */
export function linkAddresses<Other extends string | null>(
  origin: string,
  board: BoardId,
  { facilitate, edit, view }: { facilitate: string; edit: Other; view: Other },
): { facilitate: string; edit: Other | string; view: Other | string } {
  const address = (key: string): string => `${origin}/b/${board}#${key}`;
  return {
    facilitate: address(facilitate),
    edit: edit === null ? edit : address(edit),
    view: view === null ? view : address(view),
  };
}
