// People who write on one board through every fault, and the questions that are asked of what is left.
import { expect, vi } from 'vitest';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { addTally, ChaosWriter, readBoard, stateOf } from '../support/chaos-writer.ts';
import { joinAs, makeBoard } from '../support/test-server.ts';
import { violations } from './invariants.ts';

export interface Crowd {
  board: CreatedBoard;
  writers: ChaosWriter[];
  /** Writes nothing: what is on the server is read through it. */
  reader: ChaosWriter;
  /** How many acts are called saved, of all. */
  saved(): number;
  stop(): void;
}

/** Generous: the machine may be busy with others. */
export function until(condition: () => void | Promise<void>, timeout = 180_000): Promise<void> {
  return vi.waitFor(condition, { timeout, interval: 10 });
}

export async function gather(origin: string, size: number, seed: number): Promise<Crowd> {
  const board = await makeBoard(origin);
  const newcomer = async (name: string, number: number): Promise<ChaosWriter> => {
    const { token } = await joinAs(origin, board);
    return new ChaosWriter({ board: board.id, token, name, seed: seed * 1_000 + number });
  };
  const writers = await Promise.all(Array.from({ length: size }, (_, i) => newcomer(`w${i}`, i)));
  const reader = await newcomer('reader', size);
  reader.connect(origin);
  await until(() => expect(reader.synced).toBe(true));
  addTally(reader.doc);
  for (const writer of writers) writer.connect(origin);
  await until(() => expect(writers.every(({ synced }) => synced)).toBe(true));
  const [first] = writers;
  await until(() => expect(first?.doc.getMap('rec').has('shape:tally')).toBe(true));
  await until(() => expect(new Set(writers.map(({ doc }) => JSON.stringify(stateOf(doc).version))).size).toBe(1));
  return {
    board,
    writers,
    reader,
    saved: () => writers.reduce((sum, writer) => sum + writer.saved, 0),
    stop() {
      for (const one of [...writers, reader]) one.stop();
    },
  };
}

/** What holds at any moment of what the server gives to somebody who knows nothing. */
export async function freshLoad(origin: string, { board, writers }: Crowd): Promise<ChaosWriter> {
  const { token } = await joinAs(origin, board);
  const fresh = new ChaosWriter({ board: board.id, token, name: 'fresh', seed: 0 });
  try {
    await until(() => {
      if (fresh.isCut) fresh.connect(origin);
      expect(fresh.synced).toBe(true);
    });
    expect(
      violations(
        writers.flatMap(({ acts }) => acts),
        readBoard(fresh.doc),
      ),
    ).toEqual([]);
  } finally {
    fresh.stop();
  }
  return fresh;
}

/** Everybody is back, all is saved, and all hold the same, somebody who knows nothing too. `back` brings back who was cut off. */
export async function allAgree(origin: string, crowd: Crowd, back: () => void = () => undefined): Promise<void> {
  const all = [...crowd.writers, crowd.reader];
  await until(() => {
    back();
    expect(all.filter((one) => !one.synced || !one.allSaved).map(({ closes }) => closes)).toEqual([]);
  });
  const replicas = crowd.writers.map(({ doc }) => doc);
  const [first] = replicas;
  if (!first) throw new Error('Nobody writes.');
  await until(() => {
    back();
    const version = stateOf(first).version;
    expect(all.filter(({ doc }) => stateOf(doc).version !== version)).toHaveLength(0);
  });
  const fresh = await freshLoad(origin, crowd);
  const wanted = stateOf(fresh.doc);
  for (const { doc } of all) expect(stateOf(doc)).toEqual(wanted);
  expect(all.map(({ refusals }) => refusals)).toEqual(all.map(() => 0));
}
