// What must never leak out of a private round, looked for in everything that others receive and in everything that is kept; and that
// of a crowd's notes none is lost.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { recordMaps } from '@commonboard/shared/board/layout.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { PrivateBoard, wordsOn, writeNote } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { call, startTestServer } from '../support/test-server.ts';

const on = syncBoard();

describe('the canary', () => {
  it('[R145] [R150] [R154] nothing that others receive, nor log, export, versions or the files afterwards holds or ties a draft', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const store = await openSqliteStore(dataDir, null);
    const server = await startTestServer({ store });
    const board = await PrivateBoard.of(server.origin);
    on.board = board.access.board;
    const { leader } = board.access;
    const people: Joined[] = [];
    for (const name of ['Ada', 'Ben', 'Cem']) people.push(await board.access.joinAs('edit', { name }));
    const canaries = people.map(({ name }, i) => [0, 1].map((n) => `canary-${name.toLowerCase()}-${i}${n}`));

    // Everything that each of them receives, on the board's socket and over HTTP.
    const received = new Map<string, string[]>();
    for (const one of [leader, ...people, await board.access.joinAs('view', { name: 'Vic' })]) {
      const heard: string[] = [];
      received.set(one.name, heard);
      const client = new SyncClient(server.origin, board.access.board.id, one.token);
      client.ws.on('message', (data: Buffer) => heard.push(data.toString('latin1')));
      on.clients.push(client);
      await client.ready();
    }
    await board.open();
    const drafts: SyncClient[] = [];
    const draftClients: number[] = [];
    for (const [i, person] of people.entries()) {
      const draft = board.draft(person);
      on.clients.push(draft);
      await draft.ready();
      for (const text of canaries[i]!) writeNote(draft.doc, text);
      await until(() => expect(draft.settled).toBe(draft.sent));
      drafts.push(draft);
      draftClients.push(draft.doc.clientID);
    }
    const paths = '/session /records /outline /participants /votes /versions /drafts /deleted /state'.split(' ');
    paths.push(...['board.zip', 'report.md', 'notes.csv', 'results.xlsx'].map((file) => `/export/${file}`));
    const ask = (path: string, token: string) =>
      call(server.origin, 'GET', `/api/boards/${board.access.board.id}${path}`, { token });
    for (const path of paths)
      for (const [i, person] of [leader, ...people].entries()) {
        const text = JSON.stringify((await ask(path, person.token)).body);
        // Of one's own, one's own device hears.
        const others = canaries.toSpliced(i - 1, i === 0 ? 0 : 1).flat();
        for (const canary of others) expect(text, path).not.toContain(canary);
      }
    for (const [name, heard] of received)
      for (const text of heard) for (const canary of canaries.flat()) expect(text, name).not.toContain(canary);
    for (const line of server.logged) expect(line).not.toContain('canary-');

    await board.reveal();
    const everybody = canaries.flat();
    expect((await board.words()).toSorted()).toEqual(everybody.toSorted());

    // One writer for all of them, which is none of those that anybody wrote drafts or the board under.
    const stored = await store.loadDocument(board.access.board.id);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, stored.snapshot);
    for (const { update } of stored.updates) Y.applyUpdate(doc, update);
    const writers = new Set(
      [...recordMaps(doc).keys()]
        .filter((id) => id.startsWith('shape:'))
        .map((id) => recordMaps(doc)._map.get(id)!.id.client),
    );
    expect(writers.size).toBe(1);
    for (const client of draftClients) expect(doc.store.clients.has(client)).toBe(false);
    expect(stored.credits.creators).toEqual([]);
    const records = JSON.stringify(readBoardRecords(doc).records);
    for (const { participantId, name } of people) {
      expect(records).not.toContain(participantId);
      expect(records).not.toContain(`"${name}"`);
    }
    const shapes = readBoardRecords(doc).records.filter(({ typeName }) => typeName === 'shape');
    expect(new Set(shapes.map(({ meta }) => JSON.stringify(meta)))).toEqual(new Set(['{}']));
    for (const draft of drafts) for (const id of recordMaps(draft.doc).keys()) expect(records).not.toContain(id);
    for (const path of paths.filter((one) => one !== '/participants' && one !== '/drafts')) {
      const text = JSON.stringify((await ask(path, leader.token)).body);
      for (const { participantId } of people) expect(text, path).not.toContain(participantId);
    }
    for (const line of server.logged) expect(line).not.toContain('canary-');

    // The files hold each text as often as the board's own log does, and no draft ids any more, while the server still runs.
    const files = await Promise.all(
      (await readdir(dataDir))
        .filter((name) => name.startsWith('commonboard.db'))
        .map(async (name) => (await readFile(join(dataDir, name))).toString('latin1')),
    );
    for (const draft of drafts)
      for (const id of recordMaps(draft.doc).keys()) for (const bytes of files) expect(bytes).not.toContain(id);
    const copy = join(dataDir, 'copy.db');
    await store.copyTo(copy);
    const bytes = (await readFile(copy)).toString('latin1');
    for (const draft of drafts) for (const id of recordMaps(draft.doc).keys()) expect(bytes).not.toContain(id);
    await server.stop();
  });

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
          expect((await board.access.ask('POST', path, { texts: [`${i}-${p}`] }, token)).status).toBe(204),
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
