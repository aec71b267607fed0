// Decides what becomes of a frame that carries an update, before Yjs sees it: form, then role, then place. Rules R12 to
// R16 and R31. The finer rules (locks, ownership) belong behind these.
import * as Y from 'yjs';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import { clientsWithNews, type DecodedUpdate, structsIn, writesOnlyRecords } from './written-places.ts';

export type Verdict =
  | { kind: 'apply' }
  /** It changes nothing and is counted as settled. */
  | { kind: 'nothing' }
  | { kind: 'refuse'; code: RefusalCode };

export interface Writer {
  role: Role;
  /** Whether these clocks are another person's to count, who is here and has told all it has. */
  isOthers: (clientId: number) => boolean;
}

export function judgeUpdate(doc: Y.Doc, update: Uint8Array, { role, isOthers }: Writer): Verdict {
  if (isEmptyUpdate(update)) return { kind: 'nothing' };
  // Read to the end before it is applied: Yjs would take the structs in front of a broken delete set.
  const decoded = decode(update);
  if (!decoded) return { kind: 'refuse', code: 'unreadable' };
  if (!mayEdit(role))
    return carriesNothingNew(doc, decoded) ? { kind: 'nothing' } : { kind: 'refuse', code: 'view-only' };
  // Clocks that are taken make Yjs skip what their owner sends under them, without a word to anybody.
  const allowed = writesOnlyRecords(doc, decoded) && ![...clientsWithNews(doc, decoded)].some(isOthers);
  return allowed ? { kind: 'apply' } : { kind: 'refuse', code: 'not-allowed' };
}

/** No structs and no deletions: what a fresh client answers to step 1. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

function decode(update: Uint8Array): DecodedUpdate | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** A viewer who comes back answers step 1 with all deletions it knows of, so "empty" means "nothing we lack". */
function carriesNothingNew(doc: Y.Doc, { structs, ds }: DecodedUpdate): boolean {
  const known = structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client));
  if (!known) return false;
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) if (!allDeleted(doc, client, clock, len)) return false;
  }
  return true;
}

function allDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  if (clock + length > Y.getState(doc.store, client)) return false;
  return structsIn(doc, client, clock, length).every(({ deleted }) => deleted);
}
