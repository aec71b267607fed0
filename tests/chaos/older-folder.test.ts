// F16: a folder of each older version, and the power cut at each step of bringing it up to date. A newer one is refused:
// contract/board-store.test.ts.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { rowChecksum } from '@commonboard/server/storage/checksum.ts';
import { endSeq, migrate, schemaVersion } from '@commonboard/server/storage/sqlite-schema.ts';
import * as Y from 'yjs';
import { boardId, contentOf, copyFolder, databaseName, openTables, removeFolder } from '../support/stored-boards.ts';
import { shows } from './chaos-row.ts';

const boards = Array.from({ length: 3 }, (_, i) => boardId(i));

it('an older folder is brought up to date with all its boards, wherever the power is cut meanwhile', async () => {
  const about = {
    id: 'F16',
    fault: 'older data folder, power cut while it is brought up to date',
    promise: '0 boards lost',
  };
  const shown = await shows(about, async () => {
    let cuts = 0;
    for (let version = 1; version < schemaVersion; version++) {
      const folder = olderFolder(version);
      const cutFolders: string[] = [];
      const db = new DatabaseSync(join(folder, databaseName));
      migrate({
        prepare: (sql) => db.prepare(sql),
        exec(sql) {
          cutFolders.push(copyFolder(folder));
          db.exec(sql);
        },
      });
      cutFolders.push(copyFolder(folder));
      db.close();
      for (const cut of [...cutFolders, folder]) {
        expect(readAll(cut)).toEqual(
          boards.map((_, number) =>
            JSON.stringify([
              ['a', number],
              ['b', 'in the log'],
            ]),
          ),
        );
        cuts++;
        removeFolder(cut);
      }
    }
    return { rounds: cuts, result: `versions 1 to ${schemaVersion - 1}, cut at each step: all boards there` };
  });
  expect(shown.rounds).toBeGreaterThan(schemaVersion * 3);
});

/** As that version wrote it: a snapshot and a row of the log for each board. */
function olderFolder(version: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'commonboard-older-'));
  const db = new DatabaseSync(join(folder, databaseName));
  db.exec('PRAGMA journal_mode = WAL');
  migrate(db, version);
  boards.forEach((id, number) => {
    const doc = new Y.Doc();
    doc.getMap('rec').set('a', number);
    const snapshot = Y.encodeStateAsUpdateV2(doc);
    const before = Y.encodeStateVector(doc);
    doc.getMap('rec').set('b', 'in the log');
    const update = Y.encodeStateAsUpdate(doc, before);
    // From version 9 on the number of the newest row stands in a row of its own.
    db.prepare(`INSERT INTO boards VALUES (?, ?, NULL, 0${version < 9 ? ', 1' : ''})`).run(id, 'Plan');
    if (version >= 9) db.prepare(`INSERT INTO updates VALUES (?, ?, NULL, 1, x'', 0)`).run(id, endSeq);
    db.prepare('INSERT INTO snapshots VALUES (?, 0, ?, ?, 0)').run(id, rowChecksum(id, 0, snapshot), snapshot);
    db.prepare('INSERT INTO updates VALUES (?, 1, NULL, ?, ?, 0)').run(id, rowChecksum(id, 1, update), update);
  });
  db.close();
  return folder;
}

function readAll(folder: string): string[] {
  const { tables, problems, close } = openTables(folder);
  expect(problems).toEqual([]);
  const contents = boards.map((id) => contentOf(tables.loadDocument(id)));
  close();
  return contents;
}
