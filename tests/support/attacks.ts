// Attacks that were measured on boards of this kind, as updates. Used by the hostile suite and by the bench.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { onePart, valuePart as value, type WrittenPart, writeUpdate } from './written-update.ts';

function numbers(...values: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const one of values) encoding.writeVarUint(encoder, one);
  return encoding.toUint8Array(encoder);
}
const chain = (count: number, type: number): Uint8Array =>
  writeUpdate({
    clients: [
      {
        client: 5,
        clock: 0,
        parts: Array.from({ length: count }, (_, i): WrittenPart => ({
          content: { is: 'type', type },
          ...(i === 0 ? { key: 'shape:deep' } : { parent: [5, i - 1] as const, key: type === 1 ? 'a' : null }),
        })),
      },
    ],
    deleted: [],
  });

export interface Victim {
  client: number;
  /** Its next. */
  clock: number;
}

/** Each gives updates for somebody who may edit. */
export const attacks: Readonly<Record<string, (victim: Victim) => Uint8Array[]>> = {
  'the second format that claims five million parts': () => [
    Y.convertUpdateFormatV1ToV2(onePart(5, 0, value(1))),
    new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, ...numbers(1, 5_000_000, 1, 0)]),
  ],
  'thirty million parts in sixteen bytes, ten times': () =>
    Array.from({ length: 10 }, () => numbers(1, 30_000_000, 1, 0, 1, 1, 1, 1)),
  'random bytes, a thousand times': () =>
    Array.from({ length: 1_000 }, (_, i) =>
      Uint8Array.from({ length: 64 }, (_unused, at) => (i * 31 + at * at * 7) % 256),
    ),
  'twenty thousand client ids at once': () => [
    writeUpdate({
      clients: Array.from({ length: limits.clientIdsPerBoardMax }, (_, i) => ({
        client: 1_000 + i,
        clock: 0,
        parts: [value(1, `shape:x${i}`)],
      })),
      deleted: [],
    }),
  ],
  'the victim’s id with its next clock': ({ client, clock }) => [onePart(client, clock, value('forged'))],
  'garbage for the victim’s id': ({ client, clock }) => [
    onePart(client, clock, { content: { is: 'garbage', length: 1_000_000 } }),
    onePart(client, clock, { content: { is: 'garbage', length: 2 ** 52 } }),
    onePart(client, clock, { content: { is: 'deleted', length: 1_000_000 } }),
  ],
  'one range deleted a million times': ({ client }) => [
    writeUpdate({
      clients: [],
      deleted: [{ client, ranges: Array.from({ length: 400_000 }, () => [0, 1]) }],
    }),
  ],
  'lists in lists, eight thousand deep': () => [chain(8_000, 0), chain(12_000, 0)],
  'maps in maps, five thousand deep': () => [chain(5_000, 1)],
  'elements in elements, below a text': () => [
    writeUpdate({
      clients: [
        {
          client: 5,
          clock: 0,
          parts: Array.from({ length: 20_000 }, (_, i): WrittenPart => ({
            content: { is: 'type', type: i === 1 ? 6 : 3 },
            ...(i === 0 ? { key: 'shape:deep' } : { parent: [5, i - 1] as const }),
          })),
        },
      ],
      deleted: [],
    }),
  ],
  'values in values, ten thousand deep': () => {
    const deep = encoding.createEncoder();
    for (const one of [1, 1, 5, 0]) encoding.writeVarUint(deep, one);
    encoding.writeUint8(deep, 8 | 0x20);
    encoding.writeVarUint(deep, 1);
    encoding.writeVarString(deep, 'rec');
    encoding.writeVarString(deep, 'shape:x');
    encoding.writeVarUint(deep, 1);
    for (let i = 0; i < 10_000; i++) encoding.writeUint8Array(deep, new Uint8Array([117, 1]));
    encoding.writeUint8Array(deep, new Uint8Array([126, 0]));
    return [encoding.toUint8Array(deep)];
  },
  'a million keys': () => [
    writeUpdate({
      clients: [
        {
          client: 5,
          clock: 0,
          parts: Array.from({ length: limits.structsPerStep2Max + 1 }, (_, i): WrittenPart => value(1, `shape:${i}`)),
        },
      ],
      deleted: [],
    }),
  ],
  'a record and an object named __proto__': () => [
    onePart(5, 0, value(1, '__proto__')),
    onePart(5, 0, value(JSON.parse('{"__proto__":{"isAdmin":true}}'))),
  ],
  'parts that stand in a circle': () => [
    writeUpdate({
      clients: [
        { client: 5, clock: 0, parts: [{ ...value(1), origin: [6, 0] }] },
        { client: 6, clock: 0, parts: [{ ...value(1), origin: [5, 0] }] },
      ],
      deleted: [],
    }),
  ],
  'a root of its own, and another for the server’s': () => [
    onePart(5, 0, { ...value(1), parent: 'mine' }),
    onePart(5, 0, { ...value(99, 'layout'), parent: 'meta' }),
  ],
};
