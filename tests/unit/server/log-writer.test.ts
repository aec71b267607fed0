// How often a busy board is stored.
import { expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { BoardStore } from '@commonboard/server/storage/board-store.ts';
import { LogWriter } from '@commonboard/server/sync/log/log-writer.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');

function writer(): { log: LogWriter; appends: number[]; stored: number[]; add: (row: number) => void } {
  const appends: number[] = [];
  const stored: number[] = [];
  const appendUpdates: BoardStore['appendUpdates'] = (_, rows) => Promise.resolve(appends.push(rows.length));
  const store = { appendUpdates } as Pick<BoardStore, 'appendUpdates'> as BoardStore;
  const log = new LogWriter(
    id,
    store,
    { seq: 0, rows: 0 },
    { failing: () => undefined, gone: () => undefined },
    { retryMs: 10 },
  );
  const add = (row: number): void => log.add({ participant: null, update: Uint8Array.of(row) }, () => stored.push(row));
  return { log, appends, stored, add };
}

it('[R87] stores the first row at once, and those of a window together, in their order', async () => {
  const { log, appends, stored, add } = writer();
  const rows = Array.from({ length: 50 }, (_, i) => i);
  for (const row of rows) add(row);
  await log.idle();
  expect(appends).toEqual([1, 49]);
  expect(stored).toEqual(rows);
});

it('[R87] does not wait for the window when it is told to hurry', async () => {
  const { log, appends, add } = writer();
  add(1);
  await log.idle();
  add(2);
  expect(appends).toEqual([1]);
  log.hurry();
  expect(appends).toEqual([1, 1]);
});

it('[R87] does not wait for the window when a whole append is full', async () => {
  const { log, appends, add } = writer();
  for (let row = 0; row < 1_001; row++) add(row);
  await log.idle();
  expect(appends).toEqual([1, 500, 500]);
});
