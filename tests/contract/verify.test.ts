// `commonboard verify` finds what is damaged in boards and in their past.
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyCopy } from '@commonboard/server/ops/verify.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { pngImage } from '../support/sample-images.ts';
import { call, joinAs, makeBoard, startTestServer } from '../support/test-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonboard-verify-'));
  const server = await startTestServer({ store: await openSqliteStore(folder, null) });
  const board = await makeBoard(server.origin, { template: 'stakeholder-grid', examples: true });
  const { token } = await joinAs(server.origin, board, 'facilitate');
  const path = `/api/boards/${board.id}/versions`;
  for (const name of ['One', 'Two']) {
    const { body } = await call(server.origin, 'POST', path, { token, json: { name } });
    await fetch(`${server.origin}${path}/${(body as { id: string }).id}/picture`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
      body: new Uint8Array(pngImage(20, 20, [1, 2, 3])),
    });
  }
  await server.stop();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function damage(sql: string): void {
  const db = new DatabaseSync(join(folder, 'commonboard.db'));
  expect(db.prepare(sql).run().changes).toBe(1);
  db.close();
}

it('[R92] says nothing of what is whole', async () => {
  expect(await verifyCopy(folder)).toMatchObject({ boards: 1, problems: [] });
});

it.each([
  [
    'bytes that were changed',
    "UPDATE versions SET bytes = CAST(bytes || x'00' AS BLOB) WHERE name = 'One'",
    /version of .* is damaged/,
  ],
  ['no bytes', "UPDATE versions SET bytes = x'' WHERE name = 'One'", /version of .* is damaged/],
  ['a picture that is none', "UPDATE versions SET picture = x'00ff' WHERE name = 'One'", /damaged picture/],
])('[R92] finds a version with %s, and goes on', async (_, sql, sentence) => {
  damage(sql);
  const { records, problems } = await verifyCopy(folder);
  expect(problems).toEqual([expect.stringMatching(sentence)]);
  expect(records).toBeGreaterThan(10);
});
