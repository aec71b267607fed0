// Yjs gives each page a new client id, and the document remembers them all. A page that is left puts its id down for the
// next one of this device; two live pages under one id would lose work, so it is taken up only where nothing is in doubt.
import * as Y from 'yjs';
import type { SpareClientId } from './copy-database.ts';

/** The id that may be gone on with: the document knows all that was ever written under it. Null where it must not be. */
export function usableSpare(spare: unknown, doc: Y.Doc): number | null {
  if (!isSpare(spare)) return null;
  return Y.getState(doc.store, spare.clientId) === spare.clock ? spare.clientId : null;
}

/** What to put down. Null where nothing was written under the id, or not all of it is settled. */
export function spareOf(doc: Y.Doc, unsaved: number): SpareClientId | null {
  const clock = Y.getState(doc.store, doc.clientID);
  return unsaved === 0 && clock > 0 ? { clientId: doc.clientID, clock } : null;
}

export function freshClientId(): number {
  const [id = 0] = crypto.getRandomValues(new Uint32Array(1));
  return id;
}

function isSpare(value: unknown): value is SpareClientId {
  if (typeof value !== 'object' || value === null) return false;
  const { clientId, clock } = value as Partial<SpareClientId>;
  return Number.isSafeInteger(clientId) && Number.isSafeInteger(clock) && (clock ?? 0) > 0;
}
