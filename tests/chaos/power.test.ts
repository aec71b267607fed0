// F2: what is on the disk at the very moment at which an edit is called saved holds that edit, whatever comes after.
import { expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBoard } from '../support/chaos-writer.ts';
import { copyFolder, documentOf, openTables, removeFolder } from '../support/stored-boards.ts';
import { startTestServer } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { gather, until } from './crowd.ts';
import { violations } from './invariants.ts';

it('[R17] files copied when message 64 arrives hold all that it calls saved', async () => {
  const about = {
    id: 'F2',
    fault: 'power loss, on a copy of the files taken at each ack',
    promise: 'what is called saved is in the files',
  };
  const tried = rounds(100, 1_000);
  const shown = await shows(about, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'commonboard-power-'));
    const server = await startTestServer({ store: await openSqliteStore(folder, null) });
    const crowd = await gather(server.origin, 2, 1);
    const id = boardIdSchema.parse(crowd.board.id);
    let logs = 0;
    try {
      for (let round = 0; round < tried; round++) {
        for (const writer of crowd.writers) writer.act();
        await until(() => expect(crowd.writers.some(({ allSaved }) => allSaved)).toBe(true));
        const copy = copyFolder(folder);
        const { tables, problems, close } = openTables(copy);
        const stored = tables.loadDocument(id);
        const acts = crowd.writers.flatMap((writer) => writer.acts);
        expect(violations(acts, readBoard(documentOf(stored)))).toEqual([]);
        expect(problems).toEqual([]);
        logs += stored.updates.length > 0 ? 1 : 0;
        close();
        removeFolder(copy);
      }
    } finally {
      crowd.stop();
      await server.stop();
      removeFolder(folder);
    }
    return { rounds: tried, result: `${tried} copies opened, ${logs} with rows in the log; 0 saved edits lost` };
  });
  expect(shown.rounds).toBe(tried);
}, 600_000);
