// Whether an update can be taken in whole: what it stands on is in the document or in itself, and what it deletes is there.
// Walks the way Yjs will walk, so that nothing is ever left waiting in a document. Rule R41.
import * as Y from 'yjs';
import { endOf, type Part, type UpdateParts } from './update-parts.ts';

/** gap: something is missing that its sender may have. broken: it stands on itself, which nothing can mend. */
export type Fit = 'fits' | 'gap' | 'broken';

interface Walk {
  parts: readonly Part[];
  next: number;
  /** All clocks below this are there. */
  known: number;
  /** Somebody further up waits for it. */
  waiting: boolean;
}

export function fitOf({ doc, byClient, deleted }: UpdateParts): Fit {
  const walks = new Map<number, Walk>();
  for (const [client, parts] of byClient)
    walks.set(client, { parts, next: 0, known: Y.getState(doc.store, client), waiting: false });
  for (const walk of walks.values()) {
    const fit = follow(doc, walks, walk);
    if (fit !== 'fits') return fit;
  }
  for (const [client, ranges] of deleted.clients) {
    const last = ranges.at(-1);
    const known = walks.get(client)?.known ?? Y.getState(doc.store, client);
    if (last && last.clock + last.len > known) return 'gap';
  }
  return 'fits';
}

/** Takes one client's parts in, and first those of others that they stand on. */
function follow(doc: Y.Doc, walks: ReadonlyMap<number, Walk>, first: Walk): Fit {
  const stack = [{ walk: first, until: Infinity }];
  first.waiting = true;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { walk, until } = top;
    const part = walk.parts[walk.next];
    if (!part || walk.known > until) {
      if (walk.known <= until && until !== Infinity) return 'gap';
      walk.waiting = false;
      stack.pop();
      continue;
    }
    if (part instanceof Y.Skip) {
      walk.next++;
      continue;
    }
    if (part.id.clock > walk.known) return 'gap';
    const missing = part instanceof Y.Item ? firstMissing(doc, walks, part) : null;
    if (!missing) {
      walk.known = Math.max(walk.known, endOf(part));
      walk.next++;
      continue;
    }
    if (missing.client === part.id.client) return 'broken';
    const other = walks.get(missing.client);
    if (!other) return 'gap';
    if (other.waiting) return 'broken';
    other.waiting = true;
    stack.push({ walk: other, until: missing.clock });
  }
  return 'fits';
}

function firstMissing(doc: Y.Doc, walks: ReadonlyMap<number, Walk>, item: Y.Item): Y.ID | null {
  const { origin, rightOrigin, parent } = item;
  if (origin && isMissing(doc, walks, item, origin)) return origin;
  if (rightOrigin && isMissing(doc, walks, item, rightOrigin)) return rightOrigin;
  return parent instanceof Y.ID && isMissing(doc, walks, item, parent) ? parent : null;
}

function isMissing(doc: Y.Doc, walks: ReadonlyMap<number, Walk>, { id }: Y.Item, on: Y.ID): boolean {
  // Nothing stands on itself or on what its own client wrote later.
  if (on.client === id.client && on.clock >= id.clock) return true;
  return on.clock >= (walks.get(on.client)?.known ?? Y.getState(doc.store, on.client));
}
