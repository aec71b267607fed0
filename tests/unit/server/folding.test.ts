// The fold at each of its steps: a power cut or an error there leaves the board what it was.
import { openAccess } from '../../support/grants.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { DraftTable } from '@commonboard/server/storage/sqlite-drafts.ts';
import { HistoryTables } from '@commonboard/server/storage/sqlite-history.ts';
import { DocumentTables } from '@commonboard/server/storage/sqlite-documents.ts';
import { Statements } from '@commonboard/server/storage/sqlite-statements.ts';
import { createFoldThread } from '@commonboard/server/sync/log/fold-thread.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { boardId, contentOf, copyFolder, databaseName, openTables, removeFolder } from '../../support/stored-boards.ts';

const id = boardId(1);
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));
const kept = (folder: string): string => {
  folders.push(folder);
  return folder;
};

/** A board with two snapshots and rows since both. */
function filledFolder(): string {
  const folder = kept(mkdtempSync(join(tmpdir(), 'commonboard-fold-')));
  const { tables, close } = openTables(folder);
  const doc = new Y.Doc();
  const board = { id, title: '', template: null, createdAt: 0 };
  tables.createBoard({ board, links: [], access: openAccess, snapshot: Y.encodeStateAsUpdateV2(doc), plan: null });
  doc.on('update', (update: Uint8Array) => tables.appendUpdates(id, [{ participant: null, update }]));
  for (let i = 0; i < 30; i++) {
    doc.getMap(recordsRoot).set(`k${i}`, i);
    if (i % 3 === 0) doc.getMap(recordsRoot).delete(`k${i}`);
    if (i === 10 || i === 20) {
      const stored = tables.loadDocument(id);
      tables.foldLog(id, { seq: stored.seq, ...foldStored(stored) });
    }
  }
  close();
  return folder;
}

class WatchedStatements extends Statements {
  onRun: () => void = () => undefined;

  override run(sql: string, ...values: SQLInputValue[]) {
    this.onRun();
    return super.run(sql, ...values);
  }
}

describe('[R63] a fold', () => {
  it('that is cut off at any step leaves the board as it was, and so does one that fails there', () => {
    const folder = filledFolder();
    const before = openTables(folder);
    const wanted = contentOf(before.tables.loadDocument(id));
    before.close();
    const db = new DatabaseSync(join(folder, databaseName));
    const statements = new WatchedStatements(db);
    const documents = new DocumentTables(statements, new HistoryTables(statements), new DraftTable(statements));
    const cuts: string[] = [];
    const fold = (onRun: () => void): void => {
      const stored = documents.load(id);
      statements.onRun = onRun;
      db.exec('BEGIN IMMEDIATE');
      documents.fold(id, { seq: stored.seq, ...foldStored(stored) });
    };
    let steps = 0;
    fold(() => {
      steps++;
      cuts.push(kept(copyFolder(folder)));
    });
    cuts.push(kept(copyFolder(folder)));
    db.exec('ROLLBACK');
    expect(steps).toBeGreaterThan(2);
    for (let failAt = 1; failAt <= steps; failAt++) {
      let step = 0;
      const failing = (): void => {
        if (++step === failAt) throw new Error('disk I/O error');
      };
      expect(() => fold(failing)).toThrow('disk I/O error');
      db.exec('ROLLBACK');
      expect(contentOf(documents.load(id))).toBe(wanted);
    }
    fold(() => undefined);
    db.exec('COMMIT');
    cuts.push(kept(copyFolder(folder)));
    db.close();
    for (const cut of cuts) {
      const { tables, close } = openTables(cut);
      const stored = tables.loadDocument(id);
      expect(stored.damage).toEqual({ snapshot: false, rows: [], missing: 0 });
      expect(contentOf(stored)).toBe(wanted);
      close();
    }
  });

  it('keeps what waits out of the snapshot, and gives its number', () => {
    const doc = new Y.Doc();
    const rows: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => rows.push(update));
    for (const key of ['a', 'b', 'c']) doc.getMap(recordsRoot).set(key, 1);
    const updates = rows.map((update, index) => ({ seq: index + 1, update })).filter(({ seq }) => seq !== 2);
    const damage = { snapshot: false, rows: [2], missing: 0 };
    const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
    const folded = foldStored({
      snapshot,
      updates,
      waiting: [],
      seq: 3,
      credits: { owners: [], creators: [] },
      damage,
    });
    expect(folded.waiting).toEqual([3]);
    const read = new Y.Doc();
    Y.applyUpdateV2(read, folded.snapshot);
    expect([Object.keys(read.getMap(recordsRoot).toJSON()), read.store.pendingStructs]).toEqual([['a'], null]);
  });

  it('in the thread is the same as here; what cannot be read is an error there and does not end it', async () => {
    const { tables, close } = openTables(filledFolder());
    const stored = tables.loadDocument(id);
    close();
    const { fold, stop } = createFoldThread();
    await expect(fold({ ...stored, snapshot: new Uint8Array([1, 2, 3]) })).rejects.toThrow(/./);
    expect(await fold(stored)).toEqual(foldStored(stored));
    await stop();
    expect(await fold(stored)).toEqual(foldStored(stored));
    await stop();
  });
});
