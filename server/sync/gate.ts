// Decides what becomes of a frame that carries an update, before Yjs sees it: role, then form. Rules R12 to R16.
// The finer rules (locks, ownership, whose client id) belong here, between the two.
import * as Y from 'yjs';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';

export type Verdict =
  | { kind: 'apply' }
  /** It changes nothing and is counted as settled. */
  | { kind: 'nothing' }
  | { kind: 'refuse'; code: RefusalCode };

type Decoded = ReturnType<typeof Y.decodeUpdate>;

export function judgeUpdate(doc: Y.Doc, update: Uint8Array, role: Role): Verdict {
  if (isEmptyUpdate(update)) return { kind: 'nothing' };
  // Read to the end before it is applied: Yjs would take the structs in front of a broken delete set.
  const decoded = decode(update);
  if (!decoded) return { kind: 'refuse', code: 'unreadable' };
  if (mayEdit(role)) return { kind: 'apply' };
  return carriesNothingNew(doc, decoded) ? { kind: 'nothing' } : { kind: 'refuse', code: 'view-only' };
}

/** No structs and no deletions: what a fresh client answers to step 1. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** A viewer who comes back answers step 1 with all deletions it knows of, so "empty" means "nothing we lack". */
function carriesNothingNew(doc: Y.Doc, { structs, ds }: Decoded): boolean {
  const known = structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client));
  if (!known) return false;
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) if (!allDeleted(doc, client, clock, len)) return false;
  }
  return true;
}

function allDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client);
  const end = clock + length;
  if (!structs || end > Y.getState(doc.store, client)) return false;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) break;
    if (!struct.deleted) return false;
  }
  return true;
}
