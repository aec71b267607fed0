// S11: from the disk to a room that can answer: a snapshot and a log of edits, against Yjs reading the same snapshot.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { createLog } from '@commonboard/server/ops/log.ts';
import { storeBoard } from '@commonboard/server/boards/create.ts';
import { newBoardId } from '@commonboard/server/access/secrets.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import type { BoardStore } from '@commonboard/server/storage/board-store.ts';
import { BoardDocument } from '@commonboard/server/sync/document/board-document.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { median } from '../../median-of-rounds.ts';
import { boardOf } from '../board-content.ts';
import type { Figure } from '../figures.ts';
import type { Sizes } from '../sizes.ts';
import { YjsPen } from '../yjs-pen.ts';

export async function coldOpen({ coldRows, largeBoardShapes, rounds }: Sizes): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cold-'));
  const store = await openSqliteStore(folder, null);
  try {
    const board = await prepare(store, largeBoardShapes, coldRows);
    const { snapshot } = await store.loadDocument(board);
    const asV1 = Y.convertUpdateFormatV2ToV1(snapshot);
    const [mine, bare]: [number[], number[]] = [[], []];
    // The first round is not counted: code is still being compiled.
    for (let round = 0; round <= rounds * 2; round++) {
      const [ours, theirs] = [await openMs(store, board), bareMs(asV1)];
      if (round > 0) {
        mine.push(ours);
        bare.push(theirs);
      }
    }
    return [
      { id: 'S11', measure: 'Y.applyUpdate of the snapshot alone', unit: 'ms', values: { ours: median(bare) } },
      {
        id: 'S11',
        measure: `cold open of a large board with ${coldRows} edits in its log`,
        unit: 'ms',
        values: { ours: median(mine) },
        goals: { most: median(bare) * 1.5 },
      },
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(store: BoardStore, shapes: number, rows: number): Promise<BoardId> {
  const { id } = await storeBoard(
    { store, origin: 'http://localhost', now: Date.now },
    { id: newBoardId(), title: 'Bench', template: null, plan: null, records: blankBoardRecords() },
  );
  await store.appendUpdates(id, [{ participant: null, update: boardOf(shapes).update }]);
  const stored = await store.loadDocument(id);
  const { snapshot, waiting } = foldStored(stored);
  await store.foldLog(id, { seq: stored.seq, snapshot, waiting });
  const pen = new YjsPen(1);
  const updates = [pen.first, ...Array.from({ length: rows - 1 }, (_, i) => pen.move(String(i), undefined))];
  await store.appendUpdates(
    id,
    updates.map((update) => ({ participant: null, update })),
  );
  return id;
}

async function openMs(store: BoardStore, board: BoardId): Promise<number> {
  const start = performance.now();
  const stored = await store.loadDocument(board);
  const document = new BoardDocument(
    board,
    stored,
    { store, log: createLog(() => undefined), storageRetryMs: 1_000, fold: never, now: () => performance.now() },
    { updated: () => undefined, stored: () => undefined, torn: () => undefined, gone: () => undefined },
  );
  const ms = performance.now() - start;
  if (document.doc.store.clients.size < 2) throw new Error('The board was not opened.');
  document.stop();
  return ms;
}

function bareMs(update: Uint8Array): number {
  const start = performance.now();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const ms = performance.now() - start;
  doc.destroy();
  return ms;
}

function never(): Promise<never> {
  return Promise.reject(new Error('Nothing is folded here.'));
}
