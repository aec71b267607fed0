// How much one frame may hold, and a board in all. Rules R40 and R102.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { scanUpdate } from '@commonboard/server/sync/gate/scan-update.ts';
import { openGate } from '../../support/board-gate.ts';
import { onePart, valuePart as value, type WrittenPart, writeUpdate } from '../../support/written-update.ts';

const marks = (client: number, count: number): Uint8Array =>
  writeUpdate({
    clients: [
      {
        client,
        clock: 0,
        parts: [
          { content: { is: 'type', type: 6 }, key: `shape:${client}` },
          ...Array.from({ length: count - 1 }, (_, i): WrittenPart => ({
            content: { is: 'format', key: 'bold', json: 'true' },
            ...(i === 0 ? { parent: [client, 0] as const } : { origin: [client, i] as const }),
          })),
        ],
      },
    ],
    deleted: [],
  });
const full = { kind: 'refuse', code: 'full' };

describe('one frame', () => {
  it('[R40] holds fewer parts where it does not answer the server’s step 1', () => {
    expect(scanUpdate(marks(5, limits.structsPerUpdateMax))).toBe('ok');
    expect(scanUpdate(marks(5, limits.structsPerUpdateMax + 1))).toBe('too-large');
    expect(scanUpdate(marks(5, limits.structsPerUpdateMax + 1), true)).toBe('ok');
    expect(scanUpdate(marks(5, limits.structsPerStep2Max + 1), true)).toBe('too-large');
  });

  it('[R40] holds so many values in all its lists and objects together, not in each of them', () => {
    const lists = (count: number) =>
      writeUpdate({
        clients: [
          {
            client: 5,
            clock: 0,
            parts: Array.from({ length: count }, (_, i) => value(Array(999).fill(1), `shape:${i}`)),
          },
        ],
        deleted: [],
      });
    const most = limits.valuesPerUpdateMax / 1_000;
    expect([lists(most), lists(most + 1)].map((update) => scanUpdate(update))).toEqual(['ok', 'too-large']);
    const deep = onePart(5, 0, value(Array.from({ length: 400 }, () => Array.from({ length: 400 }, () => ({})))));
    expect(scanUpdate(deep)).toBe('too-large');
  });
});

describe('a board', () => {
  it('[R102] takes so many parts, and deletions when it is full', () => {
    const gate = openGate(marks(5, limits.boardStructsMax + 1));
    expect(gate.send(onePart(6, 0, value(1, 'shape:new')))).toEqual(full);
    expect(gate.send(onePart(6, 0, value(1, 'shape:new')), { role: 'facilitate' })).toEqual(full);
    expect(
      gate.send(writeUpdate({ clients: [], deleted: [{ client: 5, ranges: [[0, 1]] }] }), { role: 'edit' }).kind,
    ).toBe('apply');
  });

  it('[R102] takes so many bytes; what was replaced does not count', () => {
    const big = 'x'.repeat(limits.textBytesMax - 1);
    const gate = openGate();
    const times = Math.ceil(limits.boardBytesMax / big.length) + 4;
    const at = (clock: number, key: string): Uint8Array =>
      onePart(6, clock, { ...value(big, key), ...(clock > 0 && key === 'shape:a' && { origin: [6, clock - 1] }) });
    for (let i = 0; i < times; i++) expect(gate.send(at(i, 'shape:a')).kind).toBe('apply');
    const kinds = Array.from({ length: times }, (_, i) => gate.send(at(times + i, `shape:${i}`)).kind);
    const taken = kinds.indexOf('refuse');
    expect(taken * big.length).toBeLessThanOrEqual(limits.boardBytesMax);
    expect(taken * big.length).toBeGreaterThan(limits.boardBytesMax * 0.8);
    expect(Y.encodeStateAsUpdate(gate.doc).length).toBeLessThanOrEqual(limits.boardBytesMax);
    expect(gate.send(at(times + taken, 'shape:more'))).toEqual(full);
  });
});
