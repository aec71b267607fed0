// Reads every board of a database as the server would, and says which cannot be read whole. On a copy, since reading sets
// damaged rows aside.
import { quietDoc } from '@commonboard/shared/board/quiet-doc.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import type { BoardSummary, BoardStore } from '../storage/board-store.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import { loadStored } from '../sync/folding.ts';

export interface Verdict {
  boards: number;
  records: number;
  /** A sentence for each. */
  problems: string[];
}

/** `folder` holds the copy of a database. */
export async function verifyCopy(folder: string): Promise<Verdict> {
  const problems: string[] = [];
  const store = await openSqliteStore(folder, null, (problem) => problems.push(problem));
  try {
    const boards = await store.listBoards();
    let records = 0;
    for (const board of boards) records += await verifyBoard(store, board, problems);
    return { boards: boards.length, records, problems };
  } finally {
    await store.close();
  }
}

/** Gives the number of its records. */
async function verifyBoard(store: BoardStore, { id }: BoardSummary, problems: string[]): Promise<number> {
  try {
    const stored = await store.loadDocument(id);
    const { snapshot, rows, missing } = stored.damage;
    if (snapshot) problems.push(`Board ${id}: its newest snapshot is damaged; it opens from the one before.`);
    if (rows.length > 0) problems.push(`Board ${id}: ${rows.length} stored changes are damaged.`);
    if (missing > 0) problems.push(`Board ${id}: ${missing} stored changes are missing.`);
    const doc = quietDoc();
    const waiting = loadStored(doc, stored);
    if (waiting.length > 0) problems.push(`Board ${id}: ${waiting.length} stored changes depend on what is not there.`);
    const { records } = readBoardRecords(doc);
    doc.destroy();
    return records.length;
  } catch (error) {
    problems.push(`Board ${id} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
    return 0;
  }
}
