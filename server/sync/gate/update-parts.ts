// An update that has been scanned, taken apart beside the document it is for: which parts it brings, and what stands where.
import * as Y from 'yjs';

export type Part = Y.Item | Y.GC | Y.Skip;
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

export interface UpdateParts {
  doc: Y.Doc;
  /** By client id, in the order of their clocks. */
  byClient: Map<number, Part[]>;
  deleted: DeleteSet;
}

/** Null for what Yjs cannot read. */
export function takeApart(doc: Y.Doc, update: Uint8Array): UpdateParts | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const byClient = new Map<number, Part[]>();
    for (const part of structs) {
      const parts = byClient.get(part.id.client);
      if (parts) parts.push(part);
      else byClient.set(part.id.client, [part]);
    }
    return { doc, byClient, deleted: ds };
  } catch {
    return null;
  }
}

export function endOf({ id, length }: Part): number {
  return id.clock + length;
}

/** Of a part of which the document has the beginning: the last clock that it has. Yjs goes on behind that. */
export function lastKnown({ doc }: UpdateParts, part: Part): Y.ID | null {
  const state = Y.getState(doc.store, part.id.client);
  return part.id.clock < state && state < endOf(part) ? Y.createID(part.id.client, state - 1) : null;
}

/** Of which clients it holds clocks that the document lacks. */
export function clientsWithNews({ doc, byClient }: UpdateParts): number[] {
  const found: number[] = [];
  for (const [client, parts] of byClient) {
    const last = parts.findLast((part) => !(part instanceof Y.Skip));
    if (last && endOf(last) > Y.getState(doc.store, client)) found.push(client);
  }
  return found;
}

/** Whether the document has all of it: what a client tells that comes back and did nothing meanwhile. */
export function bringsNothing(parts: UpdateParts): boolean {
  if (clientsWithNews(parts).length > 0) return false;
  const { doc, deleted } = parts;
  for (const [client, ranges] of deleted.clients) {
    const state = Y.getState(doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock + len > state || eachIn(doc, client, clock, len, (part) => !part.deleted)) return false;
    }
  }
  return true;
}

/** Goes over the parts of the document in a range of clocks until `look` says true, and says whether it did. */
export function eachIn(
  doc: Y.Doc,
  client: number,
  clock: number,
  length: number,
  look: (part: Y.Item | Y.GC) => boolean,
): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return false;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const part = structs[i];
    if (!part || part.id.clock >= clock + length) return false;
    if (look(part)) return true;
  }
  return false;
}

/** The part that holds this clock, in the document or else in the update. */
export function partAt({ doc, byClient }: UpdateParts, { client, clock }: Y.ID): Part | null {
  if (clock < Y.getState(doc.store, client)) {
    const structs = doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)] ?? null;
  }
  const parts = byClient.get(client) ?? [];
  let [from, to] = [0, parts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const part = parts[middle];
    if (part && endOf(part) <= clock) from = middle + 1;
    else to = middle;
  }
  const found = parts[from];
  return found && found.id.clock <= clock ? found : null;
}
