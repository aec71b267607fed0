// A hundred thousand bad frames through the parser, the gate and a real document: nothing throws, nothing is left waiting, the
// board can be read, and the next thing that somebody writes is there. Rules R6, R14 and R40 to R44.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { parseFrame } from '@commonboard/server/sync/socket/frame.ts';
import { BoardFuzz } from '../support/board-fuzz.ts';
import { ben, type BoardGate, openGate, unsound } from '../support/board-gate.ts';
import { act } from '../support/fuzz-acts.ts';
import { between, type Random, randomFrom } from '../support/seeded-random.ts';
import { write, written } from '../support/sync-client.ts';
import { anyUpdate } from '../support/written-update.ts';

const victimId = 7;
const clients = [victimId, 8, 9, 4_000_000_000];
const framesPerBoard = 1_000;
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261);
/** How many times as many. */
const scale = Number(process.env['FUZZ_SCALE'] ?? 1);

/** What the binding really writes, in the order in which it was written. */
function realUpdates(): { start: Uint8Array; updates: Uint8Array[] } {
  const template = findTemplate('stakeholder-grid');
  if (!template) throw new Error('The template is there.');
  const fuzz = new BoardFuzz(templateRecords(template, 'en'));
  const start = Y.encodeStateAsUpdate(fuzz.players[0]!.person.doc);
  const updates: Uint8Array[] = [];
  for (const [i, { person }] of fuzz.players.entries()) {
    // The same each time, so that the bits that change are the same ones.
    person.doc.clientID = 1_000_000_000 + i;
    person.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) updates.push(update);
    });
  }
  for (const next of fc.sample(act, { numRuns: 600, seed })) fuzz.play(next);
  fuzz.settle();
  return { start, updates };
}

function flipped(random: Random, update: Uint8Array): Uint8Array {
  const copy = update.slice();
  for (let i = between(random, 1, 3); i > 0; i--) {
    const at = between(random, 0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << between(random, 0, 7));
  }
  return copy;
}

function noise(random: Random): Uint8Array {
  return Uint8Array.from({ length: between(random, 1, 80) }, () => between(random, 0, 255));
}

/** Sends them as both kinds of frame; afterwards the victim writes something, which must be there. */
function sendAll(gate: BoardGate, frames: readonly Uint8Array[], found: Set<string>): void {
  const victim = new Y.Doc();
  victim.clientID = victimId;
  Y.applyUpdate(victim, Y.encodeStateAsUpdate(gate.doc));
  const isOthers = (client: number): boolean => client === victimId;
  frames.forEach((bytes, i) => {
    const frame = parseFrame(bytes);
    if (frame?.kind !== 'update' && frame?.kind !== 'step2') return;
    const from = { isStep2: i % 2 === 0, isOthers, role: i % 7 === 0 ? ('facilitate' as const) : ('edit' as const) };
    const verdict = gate.send(frame.update, from);
    found.add(verdict.kind === 'refuse' ? verdict.code : verdict.kind);
  });
  expect(unsound(gate.doc)).toBeNull();
  const known = Y.encodeStateVector(gate.doc);
  Y.applyUpdate(victim, Y.encodeStateAsUpdate(gate.doc));
  write(victim, 'of the victim', 1);
  expect(gate.send(Y.encodeStateAsUpdate(victim, known), { participant: ben }).kind).toBe('apply');
  expect(written(gate.doc)).toMatchObject({ 'of the victim': 1 });
  expect(unsound(gate.doc)).toBeNull();
}

/** Gives what became of them. */
function sendInBoards(count: number, start: Uint8Array | undefined, frameAt: (i: number) => Uint8Array): Set<string> {
  const found = new Set<string>();
  for (let sent = 0; sent < count; sent += framesPerBoard) {
    const gate = openGate(start);
    const frames = Array.from({ length: framesPerBoard }, (_, i) => frameAt(sent + i));
    try {
      sendAll(gate, frames, found);
    } catch (error) {
      throw new Error(`Seed ${seed}, frames from ${sent}`, { cause: error });
    } finally {
      gate.stop();
    }
  }
  return found;
}

const asFrame = (update: Uint8Array): Uint8Array => encodeSyncFrame('update', update);

describe('frames that were', () => {
  const { start, updates } = realUpdates();
  /** One in four is whole, so that those after it stand on something. */
  const near = (i: number, spoil: (update: Uint8Array, next: Uint8Array) => Uint8Array): Uint8Array => {
    const at = (((i % framesPerBoard) / 4) | 0) % updates.length;
    const [update, next] = [updates[at]!, updates[(at + 1) % updates.length]!];
    return i % 4 === 3 ? asFrame(update) : spoil(update, next);
  };

  it('real updates, with some bits another', { timeout: 120_000 }, () => {
    const random = randomFrom(seed);
    const found = sendInBoards(60_000 * scale, start, (i) => near(i, (update) => asFrame(flipped(random, update))));
    for (const kind of ['apply', 'nothing', 'gap', 'unreadable', 'not-allowed']) expect(found).toContain(kind);
  });

  it('real updates, cut off, or two in one', { timeout: 120_000 }, () => {
    const random = randomFrom(seed + 1);
    const found = sendInBoards(20_000 * scale, start, (i) =>
      near(i, (update, next) => {
        const part = update.slice(0, between(random, 0, update.length - 1));
        return asFrame(i % 2 === 0 ? part : new Uint8Array([...part, ...next]));
      }),
    );
    for (const kind of ['apply', 'unreadable']) expect(found).toContain(kind);
  });

  it('frames of which the frame itself is broken, and noise', { timeout: 120_000 }, () => {
    const random = randomFrom(seed + 2);
    const found = sendInBoards(20_000 * scale, start, (i) =>
      near(i, (update) => (i % 2 === 0 ? flipped(random, asFrame(update)) : asFrame(noise(random)))),
    );
    for (const kind of ['apply', 'unreadable']) expect(found).toContain(kind);
  });

  it('well formed, and mean anything', { timeout: 120_000 }, () => {
    const made = fc.sample(anyUpdate(clients), { numRuns: 25_000 * scale, seed });
    const found = sendInBoards(made.length, undefined, (i) => asFrame(made[i]!));
    for (const kind of ['apply', 'nothing', 'gap', 'unreadable', 'not-allowed']) expect(found).toContain(kind);
  });
});
