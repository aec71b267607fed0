// What must never leak out of a private round, looked for in everything that others receive and in everything that is kept; and that
// of a crowd's notes none is lost.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { everythingAsked, everythingStored, holding, listener, type Listener } from '../support/everything-heard.ts';
import { PrivateBoard, wordsOn, writeNote } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();

describe('the canary', () => {
  it('[R145] [R150] [R154] nothing that others receive, nor log, exports, versions or the files afterwards holds or ties a draft', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const store = await openSqliteStore(dataDir, null);
    const server = await startTestServer({ store });
    const board = await PrivateBoard.of(server.origin);
    const { access } = board;
    const { id } = access.board;
    const writers: Joined[] = [];
    for (const name of ['Adalbertina', 'Benevolenta', 'Cemaleddin'])
      writers.push(await access.joinAs('edit', { name }));
    const [ada, ben, cem] = writers as [Joined, Joined, Joined];
    const canaries = writers.map((_, i) => [0, 1].map((n) => `canary-${i}${n}`));

    // Who leads, who looks, a plain client, the screen, and the writers on the board's own socket.
    const others = [access.leader, await access.joinAs('view', { name: 'Vic' }), await access.joinAs('edit')];
    const { token: screen } = (await access.ask('POST', '/screen', {})).body as { token: string };
    const listeners: Listener[] = [];
    async function listen(token: string, full = true): Promise<SyncClient> {
      const one = listener(access, token, { full });
      listeners.push(one);
      on.clients.push(one.client);
      return one.client.ready();
    }
    for (const { token } of [...others, ben, cem]) await listen(token);
    await listen(others[2]!.token, false);
    await listen(screen);
    const adaOnBoard = await listen(ada.token);
    await board.open();

    // By a canvas, by a plain client, without a socket; one is thrown away again, and one's presence says it as well.
    const canvas = board.draft(ada);
    const plain = new SyncClient(server.origin, id, ben.token, { full: false, path: `/sync/${id}/draft` });
    on.clients.push(canvas, plain);
    for (const [i, client] of [canvas, plain].entries()) {
      await client.ready();
      for (const text of canaries[i]!) writeNote(client.doc, text);
    }
    for (const text of canaries[2]!) expect((await board.write(cem.token, text)).status).toBe(201);
    const gone = (await board.write(ada.token, 'canary-gone')).body as { id: string };
    expect((await access.ask('DELETE', `/drafts/${gone.id}`, undefined, ada.token)).status).toBe(204);
    const shown = { cursor: { x: 1, y: 2 }, view: null, brush: null, laser: [], caret: null, chat: 'canary-said' };
    adaOnBoard.sendPeople({ id: adaOnBoard.doc.clientID, clock: 9, state: { page: 'page:a', text: 'canary-shown' } });
    adaOnBoard.sendRaw(encodeHotUp(encodeHotBody(shown)));
    await until(async () => expect(await board.drafts()).toMatchObject({ people: 3, notes: 6 }));
    expect((await access.ask('POST', '/versions', { name: 'in the middle' })).status).toBe(201);
    const copy = (await access.ask('POST', '/duplicate', {})).body as CreatedBoard;
    // Who comes in the middle of it gets all there is.
    await listen((await access.joinAs('edit')).token);

    for (const { token } of [...others, { token: screen }])
      for (const [path, text] of await everythingAsked(access, token)) expect(text, path).not.toContain('canary-');
    for (const [i, { token }] of writers.entries())
      for (const [path, text] of await everythingAsked(access, token))
        for (const canary of canaries.toSpliced(i, 1).flat()) expect(text, path).not.toContain(canary);
    for (const of of [id, copy.id]) expect(await everythingStored(store, of)).not.toContain('canary-');
    for (const { frames } of listeners) for (const frame of frames) expect(frame).not.toContain('canary-');
    for (const line of server.logged) expect(line).not.toContain('canary-');

    await board.reveal();
    expect((await board.words()).toSorted()).toEqual(canaries.flat());
    await access.ask('POST', '/versions', { name: 'afterwards' });

    // One writer for all of them, which is none of those that anybody wrote drafts or the board under.
    const stored = await store.loadDocument(id);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, stored.snapshot);
    for (const { update } of stored.updates) Y.applyUpdate(doc, update);
    const notes = [...recordMaps(doc).keys()].filter((record) => record.startsWith('shape:'));
    expect(new Set(notes.map((record) => recordMaps(doc)._map.get(record)!.id.client)).size).toBe(1);
    for (const { doc: draft } of [canvas, plain, adaOnBoard]) expect(doc.store.clients.has(draft.clientID)).toBe(false);
    expect(stored.credits.creators).toEqual([]);
    const { records } = readBoardRecords(doc);
    const shapes = records.filter(({ typeName }) => typeName === 'shape');
    expect(new Set(shapes.map(({ meta }) => JSON.stringify(meta)))).toEqual(new Set(['{"anonymous":true}']));
    const draftIds = [gone.id, ...[canvas, plain].flatMap((client) => [...recordMaps(client.doc).keys()])];
    const ties = [...writers.flatMap(({ participantId, name }) => [participantId, name]), ...draftIds];
    // Who takes part is no secret; what they wrote is.
    const saysWho = /\/(participants|access|session)$/;
    const asked = await everythingAsked(access, access.leader.token);
    for (const [path, text] of [...asked].filter(([one]) => !saysWho.test(one)))
      for (const tie of ties) expect(text, path).not.toContain(tie);
    // What is looked for would be found, also in what is packed.
    const held = holding(asked, 'canary-00').map(([path]) => path);
    for (const end of ['/records', '/outline', '/state', 'notes.csv', 'results.xlsx', 'report.docx'])
      expect(held.some((path) => path.endsWith(end))).toBe(true);
    expect(held.filter((path) => /versions.*state/.test(path))).toHaveLength(1);
    for (const line of server.logged) for (const tie of ['canary-', ...draftIds]) expect(line).not.toContain(tie);

    // The files, and a copy of them, hold no draft any more while the server still runs.
    await store.copyTo(join(dataDir, 'copy.db'));
    for (const file of (await readdir(dataDir)).filter((name) => /^(commonboard\.db|copy)/.test(name))) {
      const bytes = (await readFile(join(dataDir, file))).toString('latin1');
      for (const draft of draftIds) expect(bytes, file).not.toContain(draft);
      expect(bytes, file).not.toContain('canary-gone');
    }
    expect(tablesNaming(join(dataDir, 'copy.db'), ada.participantId)).toEqual(['participants', 'tokens']);
    await server.stop();
  }, 60_000);

  it('[R150] [R152] the order says nothing, of what came late neither: each place is everybody’s', async () => {
    const firsts = new Set<string>();
    const board = await PrivateBoard.of(on.server.origin);
    const people = await Promise.all(['a', 'b', 'c'].map((name) => board.access.joinAs('edit', { name })));
    await board.open();
    await board.reveal();
    const path = `/private-rounds/${(await board.round()).id}/late`;
    // One chance in two thousand that all are alike.
    for (let i = 0; i < 8; i++) {
      for (const [p, { token }] of people.entries())
        // While what came before is put in, the server may ask to be asked again.
        await until(async () =>
          expect((await board.access.ask('POST', path, { notes: [{ text: `${i}-${p}` }] }, token)).status).toBe(204),
        );
      await board.access.ask('POST', `${path}/put-in`, {});
      firsts.add((await board.words()).find((text) => text.startsWith(`${i}-`))!.slice(-1));
    }
    expect(firsts.size).toBeGreaterThan(1);
  });
});

describe('a crowd', () => {
  it('[R149] three notes of each of a hundred people are on everyone’s board, none lost', async () => {
    const board = await PrivateBoard.of(on.server.origin);
    on.board = board.access.board;
    const people = await Promise.all(
      Array.from({ length: 100 }, (_, i) => board.access.joinAs('edit', { name: `P${i}` })),
    );
    const screens = await Promise.all(people.map(({ token }) => on.withToken(token).ready()));
    await board.open({ notesMax: 3 });
    const drafts = await Promise.all(people.map((person) => board.draft(person).ready()));
    on.clients.push(...drafts);
    for (const [i, draft] of drafts.entries()) for (const n of [0, 1, 2]) writeNote(draft.doc, `note ${i} ${n}`);
    await until(() => expect(drafts.every((draft) => draft.settled === draft.sent)).toBe(true));
    await board.reveal();
    const all = new Set(people.flatMap((_, i) => [0, 1, 2].map((n) => `note ${i} ${n}`)));
    await until(() => {
      for (const { doc } of screens) if (recordMaps(doc).size < all.size) throw new Error('A screen lacks notes.');
    });
    for (const { doc } of screens) expect(new Set(wordsOn(doc))).toEqual(all);
  }, 60_000);
});

/** Those of a database in which something says this. */
function tablesNaming(file: string, word: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const naming = tables
    .map(({ name }) => String(name))
    .filter((name) =>
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .some((row) =>
          Object.values(row).some((value) =>
            (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)).includes(word),
          ),
        ),
    );
  db.close();
  return naming;
}
