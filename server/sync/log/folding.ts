// What is stored of a board becomes one document, and one snapshot: load, collect garbage, encode. From the store and never
// from the document in memory, so that a snapshot holds what the log holds and not what only memory has. Rules R60 to R63.
import * as Y from 'yjs';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import type { StoredDocument, StoredUpdate } from '../../storage/board-store.ts';

export interface Folded {
  /** Yjs V2. */
  snapshot: Uint8Array;
  /** Of the snapshot. */
  stateVector: Uint8Array;
  /** Sequence numbers of rows that are not in it. */
  waiting: number[];
}

export type FoldStored = (stored: StoredDocument) => Promise<Folded>;

/** A board of 5,000 shapes takes some 100 ms to load and as many to encode. */
export function foldStored(stored: StoredDocument): Folded {
  const doc = quietDoc();
  const waiting = loadStored(doc, stored);
  const folded = { snapshot: Y.encodeStateAsUpdateV2(doc), stateVector: Y.encodeStateVector(doc), waiting };
  doc.destroy();
  return folded;
}

/**
 * Gives the numbers of rows that depend on something which is not there. What Yjs holds back of them is taken out of the
 * document: it would travel with each snapshot unseen, and each update would try it again.
 */
export function loadStored(doc: Y.Doc, stored: StoredDocument, origin?: unknown): number[] {
  const rows = [...stored.updates, ...stored.waiting];
  doc.transact(() => {
    Y.applyUpdateV2(doc, stored.snapshot);
    for (const { update } of rows) Y.applyUpdate(doc, update);
  }, origin);
  if (!isWaiting(doc)) return [];
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return rows.filter((row) => !isApplied(doc, row)).map(({ seq }) => seq);
}

export function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

function isApplied({ store }: Y.Doc, { update }: StoredUpdate): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const isHere = (client: number, end: number): boolean => end <= Y.getState(store, client);
  const allHere = structs.every(
    (struct) => struct instanceof Y.Skip || isHere(struct.id.client, struct.id.clock + struct.length),
  );
  return (
    allHere &&
    [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isHere(client, clock + len)))
  );
}
