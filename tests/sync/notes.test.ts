// Notes over HTTP, and what a page without a socket asks for: the same rights as on the canvas, once only, and stored before it is
// answered. Hand-made calls first.
import { describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { recordKeys, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import type { Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { call, startTestServer } from '../support/test-server.ts';
import { wish } from '../support/voting-acts.ts';

const on = syncBoard();
/** Each person may ask so often only. */
const soon = (condition: () => Promise<void>) => vi.waitFor(condition, { timeout: 15_000, interval: 200 });
const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];
const noteId = (letter: string) => `shape:${letter.repeat(20)}`;
const pathOf = (id: string) => `/notes/${encodeURIComponent(id)}`;

/** Lea leads, Ada and Ben take part. */
async function people(): Promise<{ access: AccessBoard; ada: Joined; ben: Joined }> {
  const access = await AccessBoard.of(on.server.origin, on.board);
  return {
    access,
    ada: await access.joinAs('edit', { name: 'Ada' }),
    ben: await access.joinAs('edit', { name: 'Ben' }),
  };
}
async function outline(access: AccessBoard, { token }: Joined): Promise<RouteResponse<'outline'>> {
  return (await access.ask('GET', '/outline', undefined, token)).body as RouteResponse<'outline'>;
}
async function texts(access: AccessBoard): Promise<string[]> {
  return (await outline(access, access.leader)).pages[0]!.children.map(({ title }) => title).sort();
}
const steer = (access: AccessBoard, type: string, more: object) => async (): Promise<void> => {
  const { body } = await access.ask('GET', '/session');
  const { revision } = (body as RouteResponse<'session'>).session;
  const commandId = `command-${type}-${revision}`;
  expect((await access.ask('POST', '/session', { commandId, revision, type, ...more })).status).toBe(200);
};
const rights = (access: AccessBoard, kind: string) => steer(access, 'set-rights', { rights: kind })();

describe('what a hand-made call cannot do', () => {
  it('[R163] what is no note is refused', async () => {
    const { access, ada } = await people();
    for (const json of [
      {},
      { text: '' },
      { text: ' \n\t ' },
      { text: 7 },
      { text: 'x'.repeat(limits.noteCharsMax + 1) },
      { text: 'x', id: 'shape:short' },
      { text: 'x', id: 'page:AAAAAAAAAAAAAAAAAAAA' },
      { text: 'x', id: 'shape:AAAAAAAAAAAAAAAA/../../x' },
      { text: 'x', zone: 'x'.repeat(limits.idCharsMax + 1) },
    ])
      expect(codeIn(await access.ask('POST', '/notes', json, ada.token))).toEqual([400, 'bad-request']);
    expect(codeIn(await access.ask('POST', '/notes', { text: 'x', zone: 'shape:nowhere' }, ada.token))).toEqual([
      409,
      'no-zone',
    ]);
    expect(codeIn(await access.ask('PATCH', pathOf(noteId('A')), { text: 'x', was: 'y' }, ada.token))).toEqual([
      409,
      'note-gone',
    ]);
    expect((await access.ask('DELETE', pathOf(noteId('A')), undefined, ada.token)).status).toBe(204);
    expect(await texts(access)).toEqual([]);
  });

  it('[R164] nobody changes or removes what another made, a facilitator neither', async () => {
    const { access, ada, ben } = await people();
    await access.ask('POST', '/notes', { text: 'of Ada', id: noteId('A') }, ada.token);
    for (const token of [ben.token, access.leader.token]) {
      expect(codeIn(await access.ask('PATCH', pathOf(noteId('A')), { text: 'of Ben', was: 'of Ada' }, token))).toEqual([
        403,
        'others-note',
      ]);
      expect(codeIn(await access.ask('DELETE', pathOf(noteId('A')), undefined, token))).toEqual([403, 'others-note']);
      expect(codeIn(await access.ask('POST', '/notes', { text: 'of Ben', id: noteId('A') }, token))).toEqual([
        403,
        'others-note',
      ]);
    }
    expect(await texts(access)).toEqual(['of Ada']);
  });

  it('[R164] what is no note is not changed by these calls: pages, zones, words of the document itself', async () => {
    const { access, ada } = await people();
    const page = (await outline(access, ada)).pages[0]!.id;
    for (const id of [page, 'document:document', '__proto__', 'constructor'])
      for (const [method, json] of [
        ['PATCH', { text: 'x', was: 'y' }],
        ['DELETE', undefined],
      ] as const)
        expect((await access.ask(method, pathOf(id), json, ada.token)).status).toBe(
          id === page || id === 'document:document' ? 403 : method === 'PATCH' ? 409 : 204,
        );
    expect((await outline(access, ada)).pages.map(({ id }) => id)).toEqual([page]);
  });

  it('[R165] who looks, whom nobody knows, who was sent away and who is stopped by a pause writes nothing', async () => {
    const { access, ada } = await people();
    const viewer = await access.joinAs('view');
    await access.ask('POST', '/notes', { text: 'before', id: noteId('A') }, ada.token);
    const tries = (token: string) =>
      Promise.all([
        access.ask('POST', '/notes', { text: 'after' }, token),
        access.ask('PATCH', pathOf(noteId('A')), { text: 'after', was: 'before' }, token),
        access.ask('DELETE', pathOf(noteId('A')), undefined, token),
      ]);
    for (const answer of await tries(viewer.token)) expect(codeIn(answer)).toEqual([403, 'forbidden']);
    for (const answer of await tries('x'.repeat(22))) expect(codeIn(answer)).toEqual([401, 'unauthorised']);
    await access.set({ paused: true });
    for (const answer of await tries(ada.token)) expect(codeIn(answer)).toEqual([403, 'paused']);
    await access.set({ paused: false });
    await access.act(ada.participantId, 'kick');
    for (const answer of await tries(ada.token)) expect(codeIn(answer)).toEqual([403, 'sent-away']);
    expect(await texts(access)).toEqual(['before']);
  });

  it('[R165] in a frozen step nothing is written; in a step of one’s own only what is one’s own', async () => {
    const { access, ada, ben } = await people();
    await access.ask('POST', '/notes', { text: 'of Ada', id: noteId('A') }, ada.token);
    await rights(access, 'frozen');
    expect(codeIn(await access.ask('POST', '/notes', { text: 'new' }, ada.token))).toEqual([403, 'locked']);
    expect(codeIn(await access.ask('PATCH', pathOf(noteId('A')), { text: 'new', was: 'of Ada' }, ada.token))).toEqual([
      403,
      'locked',
    ]);
    expect(codeIn(await access.ask('DELETE', pathOf(noteId('A')), undefined, ada.token))).toEqual([403, 'locked']);
    // A note that is there already is no new one.
    expect((await access.ask('POST', '/notes', { text: 'of Ada', id: noteId('A') }, ada.token)).status).toBe(201);
    await rights(access, 'own');
    expect((await access.ask('PATCH', pathOf(noteId('A')), { text: 'mine', was: 'of Ada' }, ada.token)).status).toBe(
      200,
    );
    expect((await access.ask('POST', '/notes', { text: 'of Ben' }, ben.token)).status).toBe(201);
    expect(await texts(access)).toEqual(['mine', 'of Ben']);
  });
});

describe('in a private round', () => {
  it('[R163] nothing comes onto the board by who has not heard of it; who leads writes on, and afterwards everybody', async () => {
    const { access, ada } = await people();
    const add = (token: string, letter: string) =>
      access.ask('POST', '/notes', { text: `of ${letter}`, id: noteId(letter) }, token);
    await steer(access, 'open-round', { isAnonymous: true, notesMax: 5, best: null, zone: null })();
    expect(codeIn(await add(ada.token, 'A'))).toEqual([403, 'locked']);
    expect((await add(access.leader.token, 'L')).status).toBe(201);
    const { body } = await access.ask('GET', '/session');
    const [round] = (body as RouteResponse<'session'>).session.rounds;
    await steer(access, 'cancel-round', { round: round!.id })();
    await soon(async () => expect((await add(ada.token, 'A')).status).toBe(201));
  });
});

describe('a note', () => {
  it('[R163] that comes five times at once, and after a restart, is one; its first words stay', async () => {
    const { access, ada } = await people();
    const add = (text: string, ask = access) => ask.ask('POST', '/notes', { text, id: noteId('A') }, ada.token);
    const answers = await Promise.all(['once', 'once', 'once', 'once', 'once'].map((text) => add(text)));
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 201, body: { id: noteId('A'), isThere: true } });
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const next = new AccessBoard(on.server.origin, on.board, access.leader);
    expect((await add('twice', next)).status).toBe(201);
    expect(await texts(next)).toEqual(['once']);
    expect((await outline(next, ada)).own).toEqual([noteId('A')]);
  });

  it('[R163] that has been removed does not come back because an answer was lost', async () => {
    const { access, ada } = await people();
    const add = () => access.ask('POST', '/notes', { text: 'once', id: noteId('A') }, ada.token);
    await add();
    for (let time = 0; time < 2; time++)
      expect((await access.ask('DELETE', pathOf(noteId('A')), undefined, ada.token)).status).toBe(204);
    expect(await add()).toMatchObject({ status: 201, body: { isThere: false } });
    expect(await texts(access)).toEqual([]);
    // It is kept with what others delete.
    expect((await access.ask('POST', '/deleted/bring-back', { ids: [noteId('A')] }, ada.token)).body).toEqual({
      brought: 1,
    });
    expect((await outline(access, ada)).own).toEqual([noteId('A')]);
  });

  it('[R163] is answered when it is on the disk, also when it comes again while it is not', async () => {
    const { access, ada } = await people();
    let release = (): void => undefined;
    on.controls.appendsWaitFor = new Promise<void>((resolve) => (release = resolve));
    const answered: number[] = [];
    const add = async () => {
      answered.push((await access.ask('POST', '/notes', { text: 'once', id: noteId('A') }, ada.token)).status);
    };
    const [first, second] = [add(), add()];
    await soon(async () => expect(await texts(access)).toEqual(['once']));
    expect(answered).toEqual([]);
    on.controls.appendsWaitFor = null;
    release();
    await Promise.all([first, second]);
    expect(answered).toEqual([201, 201]);
  });

  it('[R163] is not called stored while the disk is full, and is one note when it is tried again', async () => {
    const { access, ada } = await people();
    const add = () => access.ask('POST', '/notes', { text: 'once', id: noteId('A') }, ada.token);
    on.controls.full = true;
    expect(codeIn(await add())).toEqual([503, 'not-saving']);
    on.controls.full = false;
    await soon(async () => expect((await add()).status).toBe(201));
    expect(await texts(access)).toEqual(['once']);
  });

  it('[R164] that is changed comes to canvases, and keeps what others type in it meanwhile', async () => {
    const { access, ada } = await people();
    await access.ask('POST', '/notes', { text: 'A garden', id: noteId('A') }, ada.token);
    const client = await on.ready();
    await until(() => expect(client.doc.getMap('rec').has(noteId('A'))).toBe(true));
    const change = { was: 'A garden', text: 'A garden for all' };
    expect((await access.ask('PATCH', pathOf(noteId('A')), change, ada.token)).status).toBe(200);
    await until(() => expect(JSON.stringify(client.doc.getMap('rec').toJSON())).toContain(' for all'));
    expect(await texts(access)).toEqual(['A garden for all']);
  });

  it('[R164] that is changed keeps what others have written there since the change began, and takes the change once', async () => {
    const { access, ada, ben } = await people();
    const id = noteId('A');
    const change = (json: object) => access.ask('PATCH', pathOf(id), json, ada.token);
    await access.ask('POST', '/notes', { text: 'A garden\nby the river', id }, ada.token);
    for (const json of [{ text: 'A park' }, { text: 'A park', was: 7 }, { text: 'A park', was: 'x'.repeat(20_001) }])
      expect(codeIn(await change(json))).toEqual([400, 'bad-request']);
    const client = await on.withToken(ben.token).ready();
    await until(() => expect(client.doc.getMap('rec').has(id)).toBe(true));
    client.doc.transact(() => {
      const words = recordMaps(client.doc).get(id)?.get(recordKeys.text);
      updateFragment(words as Y.XmlFragment, richTextFromPlain('A garden for all\nby the river, near the school'));
    });
    await soon(async () => expect((await texts(access))[0]).toContain('school'));
    const began = 'A garden\nby the river';
    const both = 'A big garden for all\nby the wide river, near the school';
    // The second time is what comes after an answer that was lost.
    for (let time = 0; time < 2; time++) {
      const answer = await change({ was: began, text: 'A big garden\nby the wide river' });
      expect(answer.status).toBe(200);
      expect(await texts(access)).toEqual([both]);
    }
    // What Ben wrote goes where Ada has seen it and takes it out.
    await change({ was: both, text: 'A big garden' });
    expect(await texts(access)).toEqual(['A big garden']);
  });
});

describe('news', () => {
  const ask = async (access: AccessBoard, path: string, { token }: Joined, tag?: string) =>
    call(access.origin, 'GET', `/api/boards/${on.board.id}${path}`, {
      token,
      ...(tag !== undefined && { headers: { 'if-none-match': tag } }),
    });
  const tagOf = ({ headers }: { headers: Headers }) => (headers.get('etag') ?? '').replace('W/', '');

  it('[R161] are for who is on the board', async () => {
    const { access, ada } = await people();
    expect((await call(access.origin, 'GET', `/api/boards/${on.board.id}/news`)).status).toBe(401);
    await access.act(ada.participantId, 'ban');
    expect(codeIn(await ask(access, '/news', ada))).toEqual([403, 'banned']);
  });

  it('[R161] are 304 and nothing more where nothing has changed', async () => {
    const { access, ada } = await people();
    for (const path of ['/news', '/outline']) {
      const first = await ask(access, path, ada);
      expect(first.status).toBe(200);
      for (const tag of [tagOf(first), `W/${tagOf(first)}`, `"x", ${tagOf(first)}`])
        expect(await ask(access, path, ada, tag)).toMatchObject({ status: 304, body: '' });
      expect((await ask(access, path, ada, '"x"')).status).toBe(200);
    }
  });

  it('[R161] have another mark for what has changed, and the same for the rest', async () => {
    const { access, ada } = await people();
    const marks = async () => (await ask(access, '/news', ada)).body as RouteResponse<'news'>;
    const before = await marks();
    const { body } = await access.ask('POST', '/notes', { text: 'A garden' }, ada.token);
    const noted = await marks();
    expect(noted).toMatchObject({ session: before.session, votes: before.votes });
    expect(noted.outline).not.toBe(before.outline);
    await rights(access, 'own');
    const steered = await marks();
    expect(steered).toMatchObject({ votes: before.votes, outline: noted.outline });
    expect(steered.session).not.toBe(before.session);
    await access.ask('POST', '/votes', wish({ options: [(body as { id: string }).id] }));
    const voting = await marks();
    expect(voting.votes).not.toBe(before.votes);
    await access.set({ paused: true });
    expect(await marks()).toMatchObject({ paused: true, role: 'edit' });
    expect((await ask(access, '/news', access.leader)).body).toMatchObject({ paused: false });
    await access.ask('PATCH', '', { title: 'Gardens' });
    expect((await marks()).title).toBe('Gardens');
  });

  it('[R161] what somebody writes on the canvas comes too', async () => {
    const { access, ada, ben } = await people();
    const client = await on.withToken(ben.token).ready();
    const first = await ask(access, '/news', ada);
    putRecord(client.doc, newNoteRecord(readBoardRecords(client.doc).records, { text: 'of Ben' })!);
    await soon(async () => expect((await ask(access, '/news', ada, tagOf(first))).status).toBe(200));
    expect((await outline(access, ada)).pages[0]!.children).toMatchObject([{ title: 'of Ben' }]);
    expect((await outline(access, ben)).own).toHaveLength(1);
    expect((await outline(access, ada)).own).toEqual([]);
  });

  it('[R162] who asks for them is on the board', async () => {
    const { access, ada } = await people();
    const isHere = async () => (await access.people()).find(({ id }) => id === ada.participantId)?.connected;
    expect(await isHere()).toBe(false);
    await ask(access, '/news', ada);
    expect(await isHere()).toBe(true);
  });

  it('[R112] say nothing of facilitators’ notes or ballots: they are marks', async () => {
    const { access, ada } = await people();
    const { body } = await ask(access, '/news', ada);
    expect(Object.keys(body as object).sort()).toEqual([
      'drafts',
      'outline',
      'paused',
      'results',
      'role',
      'session',
      'title',
      'votes',
    ]);
  });
});
