// How far Yjs would have to look for the places of an update's parts. From its left neighbour on, a part is compared with those that
// stand beside the same neighbour, and with all that stands on them; when two frames fight for one place, that grows with the
// product of their parts. Rule R49.
import * as Y from 'yjs';
import { partAt, type UpdateParts } from './update-parts.ts';

/** What is new beside one left neighbour: parts with all that stands on them, of all and by client id. */
interface Beside {
  /** Parts of the document that stand there already. */
  there: number;
  all: number;
  byClient: Map<number, number>;
}

interface RowEnd {
  end: Y.Item;
  right: Y.Item | null;
}

/** Looked for once. */
interface Found {
  besides: Map<string, Beside>;
  ends: Map<Y.Item, RowEnd>;
}

/** Comparisons at most, counted until they are more than `max`. */
export function placingWork(update: UpdateParts, max: number): number {
  const sizes = sizesOf(update);
  const found: Found = { besides: new Map<string, Beside>(), ends: new Map<Y.Item, RowEnd>() };
  for (const [part, size] of sizes) {
    const beside = besideOf(part, update, found, max);
    beside.all += size;
    beside.byClient.set(part.id.client, (beside.byClient.get(part.id.client) ?? 0) + size);
  }
  let work = 0;
  for (const [part, size] of sizes) {
    const { there, all, byClient } = besideOf(part, update, found, max);
    // Who writes again and again before what they wrote last looks no further than that.
    const own = standsBeforeOwn(part, update) ? (byClient.get(part.id.client) ?? 0) : size;
    work += there + all - own;
    if (work > max) return work;
  }
  return work;
}

/** The new parts, each with the number of new parts that stand on it, itself included. */
function sizesOf(update: UpdateParts): Map<Y.Item, number> {
  const sizes = new Map<Y.Item, number>();
  const waiting = new Map<Y.Item, number>();
  for (const [client, parts] of update.byClient) {
    const known = Y.getState(update.doc.store, client);
    for (const part of parts) if (part instanceof Y.Item && part.id.clock >= known) sizes.set(part, 1);
  }
  for (const part of sizes.keys()) {
    const on = newPart(update, part.origin);
    if (on) waiting.set(on, (waiting.get(on) ?? 0) + 1);
  }
  // From those on which nothing stands.
  const ready = [...sizes.keys()].filter((part) => !waiting.has(part));
  for (let part = ready.pop(); part; part = ready.pop()) {
    const on = newPart(update, part.origin);
    if (!on) continue;
    sizes.set(on, (sizes.get(on) ?? 1) + (sizes.get(part) ?? 1));
    const left = (waiting.get(on) ?? 1) - 1;
    waiting.set(on, left);
    if (left === 0) ready.push(on);
  }
  return sizes;
}

function newPart(update: UpdateParts, id: Y.ID | null): Y.Item | null {
  if (!id || id.clock < Y.getState(update.doc.store, id.client)) return null;
  const part = partAt(update, id);
  return part instanceof Y.Item ? part : null;
}

function standsBeforeOwn({ id, origin, rightOrigin }: Y.Item, update: UpdateParts): boolean {
  const right = newPart(update, rightOrigin);
  return right !== null && right.id.client === id.client && Y.compareIDs(right.origin, origin);
}

function besideOf(part: Y.Item, update: UpdateParts, found: Found, max: number): Beside {
  const { origin } = part;
  const { right, end } = rowEnd(part, update, found.ends);
  const at = origin ?? right?.id;
  const name = `${origin ? '' : 'before '}${at ? `${at.client}:${at.clock}` : homeName(end)}`;
  let beside = found.besides.get(name);
  if (!beside) {
    beside = { there: 0, all: 0, byClient: new Map<number, number>() };
    if (!origin) beside.there = right ? countBack(right, max) : countTo(firstAt(end, update), null, max);
    else if (!newPart(update, origin)) beside.there = countTo(storedPart(update, origin)?.right ?? null, right, max);
    found.besides.set(name, beside);
  }
  return beside;
}

function storedPart(update: UpdateParts, id: Y.ID): Y.Item | null {
  const part = partAt(update, id);
  return part instanceof Y.Item ? part : null;
}

/** Where a row of new parts, each before the last, ends: its oldest part, and what of the document stands to the right of that. */
function rowEnd(part: Y.Item, update: UpdateParts, ends: Map<Y.Item, RowEnd>): RowEnd {
  const row: Y.Item[] = [];
  let at = part;
  let known = ends.get(at);
  while (!known) {
    row.push(at);
    const next = newPart(update, at.rightOrigin);
    if (!next || next.id.client !== part.id.client) {
      known = { end: at, right: next || !at.rightOrigin ? null : storedPart(update, at.rightOrigin) };
      break;
    }
    at = next;
    known = ends.get(at);
  }
  for (const one of row) ends.set(one, known);
  return known;
}

function countTo(first: Y.Item | null, end: Y.Item | null, max: number): number {
  let count = 0;
  for (let item = first; item && item !== end && count <= max; item = item.right) count++;
  return count;
}

function countBack(end: Y.Item, max: number): number {
  let count = 0;
  for (let item = end.left; item && count <= max; item = item.left) count++;
  return count;
}

function homeName({ parent, parentSub }: Y.Item): string {
  const home = parent instanceof Y.ID ? `${parent.client}:${parent.clock}` : typeof parent === 'string' ? parent : '';
  return `${home} ${parentSub ?? ''}`;
}

/** The first part of the list or map key that this one is for. */
function firstAt({ parent, parentSub }: Y.Item, update: UpdateParts): Y.Item | null {
  const holder = parent instanceof Y.ID && !newPart(update, parent) ? storedPart(update, parent) : null;
  const held = holder?.content instanceof Y.ContentType ? holder.content.type : null;
  const type = typeof parent === 'string' ? update.doc.share.get(parent) : held;
  if (!type) return null;
  if (parentSub === null) return type._start;
  let first = type._map.get(parentSub) ?? null;
  while (first?.left) first = first.left;
  return first;
}
