// Whether an update says something else than the document about the same clocks. Yjs passes over what it has without a look, so
// that work whose place was taken would count as stored. Rule R101.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { endOf, type UpdateParts } from './update-parts.ts';

/** Unit in place of half a sign, where Yjs had to cut one in two. */
const halfSign = 0xfffd;

/** `doubtedFrom`: what stands under a client id from this clock on was brought by others. There, even what is deleted must agree. */
export function contradicts(parts: UpdateParts, doubtedFrom: (client: number) => number): boolean {
  const { doc, byClient } = parts;
  for (const [client, list] of byClient) {
    const state = Y.getState(doc.store, client);
    for (const part of list) {
      if (part.id.clock >= state) break;
      if (part instanceof Y.Item && !isDeletion(part) && differs(parts, part, state, doubtedFrom(client))) return true;
    }
  }
  return false;
}

function differs(parts: UpdateParts, part: Y.Item, state: number, doubtedFrom: number): boolean {
  const { client } = part.id;
  const structs = parts.doc.store.clients.get(client) ?? [];
  const end = Math.min(endOf(part), state);
  for (let clock = part.id.clock, i = Y.findIndexSS(structs, clock); clock < end; i++) {
    const stored = structs[i];
    if (!stored) return false;
    const until = Math.min(end, endOf(stored));
    if (stored instanceof Y.Item && !isDeletion(stored)) {
      if (!isSame(parts.doc, part, stored, clock, until)) return true;
    } else if (until > doubtedFrom && !deletes(parts, client, Math.max(clock, doubtedFrom), until)) return true;
    clock = until;
  }
  return false;
}

function isSame(doc: Y.Doc, part: Y.Item, stored: Y.Item, clock: number, until: number): boolean {
  return (
    Y.compareIDs(originAt(part, clock), originAt(stored, clock)) &&
    Y.compareIDs(part.rightOrigin, stored.rightOrigin) &&
    isSamePlace(doc, part, stored) &&
    isSameContent(part, stored, clock, until)
  );
}

function originAt({ id, origin }: Y.Item, clock: number): Y.ID | null {
  return clock === id.clock ? origin : Y.createID(id.client, clock - 1);
}

/** A part says where it stands only if it stands beside nothing. */
function isSamePlace(doc: Y.Doc, { origin, rightOrigin, parent, parentSub }: Y.Item, stored: Y.Item): boolean {
  if (origin || rightOrigin || !(stored.parent instanceof Y.AbstractType)) return true;
  const holder = stored.parent._item;
  const isThere =
    parent instanceof Y.ID
      ? holder !== null && Y.compareIDs(parent, holder.id)
      : typeof parent !== 'string' || doc.share.get(parent) === stored.parent;
  return isThere && parentSub === stored.parentSub;
}

function isSameContent(part: Y.Item, stored: Y.Item, clock: number, until: number): boolean {
  const [one, other] = [part.content, stored.content];
  const [from, to] = [clock - part.id.clock, until - part.id.clock];
  const [storedFrom, storedTo] = [clock - stored.id.clock, until - stored.id.clock];
  if (one instanceof Y.ContentString && other instanceof Y.ContentString)
    return isSameText(one.str.slice(from, to), other.str.slice(storedFrom, storedTo));
  if (one instanceof Y.ContentAny && other instanceof Y.ContentAny)
    return isSameBytes(bytesOf(one.arr.slice(from, to)), bytesOf(other.arr.slice(storedFrom, storedTo)));
  return one.getRef() === other.getRef() && isSameBytes(written(one), written(other));
}

function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  for (let i = 0; i < one.length; i++) {
    const [here, there] = [one.charCodeAt(i), other.charCodeAt(i)];
    if (here !== there && here !== halfSign && there !== halfSign) return false;
  }
  return one.length === other.length;
}

function bytesOf(values: readonly unknown[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of values) encoding.writeAny(encoder, value as encoding.AnyEncodable);
  });
}

function written(content: Y.Item['content']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  content.write(encoder, 0);
  return encoder.toUint8Array();
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function isDeletion({ content }: Y.Item): boolean {
  return content instanceof Y.ContentDeleted;
}

function deletes({ deleted }: UpdateParts, client: number, from: number, until: number): boolean {
  return (deleted.clients.get(client) ?? []).some(({ clock, len }) => clock <= from && clock + len >= until);
}
