// Reads every board of a database, with its versions, as the server would, and says which cannot be read whole. On a copy, since reading sets
// damaged rows aside.
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { readPicture } from '../assets/picture.ts';
import type { BoardStore } from '../storage/board-store.ts';
import type { BoardSummary } from '../storage/board-summary.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import { loadStored } from '../sync/log/folding.ts';

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

/** Its versions, and what people have deleted. */
async function verifyPast(store: BoardStore, board: BoardId, problems: string[]): Promise<void> {
  for (const { id, at, hasPicture } of await store.listVersions(board)) {
    const version = `Board ${board}: its version of ${new Date(at).toISOString()}`;
    try {
      const snapshot = await store.findVersion(board, id);
      if (snapshot) versionRecords(snapshot);
      const picture = hasPicture ? await store.findVersionPicture(board, id) : null;
      if (picture && !readPicture(picture).ok) problems.push(`${version} has a damaged picture.`);
    } catch {
      // Whatever is wrong with it: it does not open, and the board and its other versions do.
      problems.push(`${version} is damaged and does not open.`);
    }
  }
  for (const { record, content } of await store.listDeleted(board))
    if (!isJson(content)) problems.push(`Board ${board}: what is kept of the deleted ${record} cannot be read.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
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
    await verifyPast(store, id, problems);
    return records.length;
  } catch (error) {
    problems.push(`Board ${id} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
    return 0;
  }
}
