// Updates of Yjs's first format written by hand, part by part: what no honest client would send.
import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import * as Y from 'yjs';

export type Id = readonly [client: number, clock: number];

export type PartContent =
  | { is: 'garbage' | 'left out' | 'deleted'; length: number }
  | { is: 'text'; text: string }
  | { is: 'value'; value: unknown }
  | { is: 'type'; type: number }
  | { is: 'format'; key: string; json: string };

export interface WrittenPart {
  content: PartContent;
  origin?: Id | null | undefined;
  rightOrigin?: Id | null | undefined;
  /** Where neither of these is: name of a root, or the part it stands in. */
  parent?: string | Id | undefined;
  key?: string | null | undefined;
}

export interface WrittenUpdate {
  clients: { client: number; clock: number; parts: WrittenPart[] }[];
  deleted: { client: number; ranges: [clock: number, length: number][] }[];
}

const contentNumbers = { garbage: 0, deleted: 1, text: 4, format: 6, type: 7, value: 8, 'left out': 10 } as const;

export function writeUpdate({ clients, deleted }: WrittenUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients.length);
  for (const { client, clock, parts } of clients) {
    for (const value of [parts.length, client, clock]) encoding.writeVarUint(encoder, value);
    for (const part of parts) writePart(encoder, part);
  }
  encoding.writeVarUint(encoder, deleted.length);
  for (const { client, ranges } of deleted) {
    for (const value of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, value);
  }
  return encoding.toUint8Array(encoder);
}

/** One part of one client, and nothing deleted. */
export function onePart(client: number, clock: number, part: WrittenPart): Uint8Array {
  return writeUpdate({ clients: [{ client, clock, parts: [part] }], deleted: [] });
}

/** One value, at a key of the records. */
export function valuePart(value: unknown, key = 'shape:a'): WrittenPart {
  return { content: { is: 'value', value }, key };
}

/** What Yjs writes for a change of an empty document. */
export function madeBy(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc);
}

function writePart(
  encoder: encoding.Encoder,
  { content, origin, rightOrigin, parent = 'rec', key }: WrittenPart,
): void {
  const number = contentNumbers[content.is];
  if (content.is === 'garbage' || content.is === 'left out') {
    encoding.writeUint8(encoder, number);
    encoding.writeVarUint(encoder, content.length);
    return;
  }
  const isFirst = !origin && !rightOrigin;
  const hasKey = isFirst && typeof key === 'string';
  encoding.writeUint8(encoder, number | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (hasKey ? 0x20 : 0));
  for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id);
  if (isFirst) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent);
    if (hasKey) encoding.writeVarString(encoder, key);
  }
  writeContent(encoder, content);
}

function writeContent(encoder: encoding.Encoder, content: PartContent): void {
  switch (content.is) {
    case 'garbage':
    case 'left out':
    case 'deleted':
      encoding.writeVarUint(encoder, content.length);
      return;
    case 'text':
      encoding.writeVarString(encoder, content.text);
      return;
    case 'type':
      encoding.writeVarUint(encoder, content.type);
      if (content.type === 3 || content.type === 5) encoding.writeVarString(encoder, 'p');
      return;
    case 'format':
      encoding.writeVarString(encoder, content.key);
      encoding.writeVarString(encoder, content.json);
      return;
    case 'value':
      encoding.writeVarUint(encoder, 1);
      encoding.writeAny(encoder, content.value as encoding.AnyEncodable);
  }
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

/** Updates that are well formed and mean anything at all, about these clients. */
export function anyUpdate(clients: readonly number[]): fc.Arbitrary<Uint8Array> {
  const client = fc.constantFrom(...clients);
  const clock = fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 12 }) }, { weight: 1, arbitrary: fc.nat() });
  const length = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.nat() });
  const id = fc.tuple(client, clock);
  const word = fc.constantFrom('shape:a', 'shape:b', 'p.color', '', '$', '__proto__', 't', 'x');
  const content: fc.Arbitrary<PartContent> = fc.oneof(
    fc.record({ is: fc.constantFrom('garbage', 'left out', 'deleted'), length }),
    fc.record({ is: fc.constant('text' as const), text: fc.constantFrom('a', 'words', '\u{1f600}', '') }),
    fc.record({ is: fc.constant('value' as const), value: fc.constantFrom(1, 'x', null, { a: [1] }, [[]]) }),
    fc.record({ is: fc.constant('type' as const), type: fc.nat({ max: 7 }) }),
    fc.record({ is: fc.constant('format' as const), key: word, json: fc.constantFrom('true', 'null', '{"a":1}', '{') }),
  );
  const part: fc.Arbitrary<WrittenPart> = fc.record({
    content,
    origin: fc.option(id, { freq: 2 }),
    rightOrigin: fc.option(id, { freq: 4 }),
    parent: fc.oneof(fc.constantFrom('rec', 'rec', 'meta', 'mine'), id),
    key: fc.option(word, { freq: 4 }),
  });
  return fc
    .record({
      clients: fc.array(fc.record({ client, clock, parts: fc.array(part, { maxLength: 4 }) }), { maxLength: 3 }),
      deleted: fc.array(fc.record({ client, ranges: fc.array(fc.tuple(clock, length), { maxLength: 2 }) }), {
        maxLength: 2,
      }),
    })
    .map((update) => writeUpdate(update));
}
