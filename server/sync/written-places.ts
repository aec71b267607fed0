// Where an update would write, judged from its parts before Yjs applies it: which root, and whose clocks.
import * as Y from 'yjs';
import { recordsRoot } from '@commonboard/shared/board/layout.ts';

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/**
 * Only below the root of the records; all else in a document is the server's. A part that stands beside or in something
 * unknown is judged with that: it comes in the same update, or was judged when it came, or will be.
 */
export function writesOnlyRecords(doc: Y.Doc, { structs, ds }: DecodedUpdate): boolean {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !isNew(doc, struct)) continue;
    if (typeof struct.parent === 'string' && struct.parent !== recordsRoot) return false;
    const parent = struct.parent instanceof Y.ID ? struct.parent : null;
    for (const beside of [struct.origin, struct.rightOrigin, parent])
      if (beside && !isOfRecords(doc, beside)) return false;
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (const struct of structsIn(doc, client, clock, len))
        if (!struct.deleted && !isOfRecords(doc, struct.id)) return false;
    }
  }
  return true;
}

/** Client ids of which the update holds clocks that the document lacks. */
export function clientsWithNews(doc: Y.Doc, { structs }: DecodedUpdate): Set<number> {
  const news = structs.filter((struct) => !(struct instanceof Y.Skip) && isNew(doc, struct));
  return new Set(news.map(({ id }) => id.client));
}

/** The parts of the document that overlap with this range of clocks. */
export function structsIn(doc: Y.Doc, client: number, clock: number, length: number): (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return [];
  const found: (Y.Item | Y.GC)[] = [];
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= clock + length) break;
    found.push(struct);
  }
  return found;
}

function isNew(doc: Y.Doc, { id, length }: { id: Y.ID; length: number }): boolean {
  return id.clock + length > Y.getState(doc.store, id.client);
}

/** True also for what is not here (any more): nothing can be written beside it. */
function isOfRecords(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  let [item] = structsIn(doc, client, clock, 1);
  while (item instanceof Y.Item) {
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return true;
    if (parent._item === null) return parent === doc.share.get(recordsRoot);
    item = parent._item;
  }
  return true;
}
