// Who may open a board's socket, and what one who may only look can do with it. Bad input first.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardLayoutVersion } from '@commonboard/shared/board/layout/layout-version.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { syncBoard } from '../support/sync-board.ts';
import { erase, SyncClient, until, write, written } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer } from '../support/test-server.ts';

const on = syncBoard();
const { connect, ready, withToken } = on;

describe('who gets in', () => {
  it.each([['edit'], ['view']] as const)('[R2] a program without an Origin, with a token to %s', async (role) => {
    expect((await ready(role)).closed).toBeNull();
  });

  it('[R2] the page of this server, and not the page of another', async () => {
    await ready('edit', { from: on.server.origin });
    const foreign = await connect('edit', { from: 'https://elsewhere.example' });
    expect((await foreign.end()).code).toBe(closeCodes.notAllowed);
  });

  it.each([
    ['no token', ['commonboard.v1']],
    ['a token nobody was given', ['commonboard.v1', `auth.${'x'.repeat(22)}`]],
    ['a token that cannot be one', ['commonboard.v1', 'auth.short']],
  ])('[R3] %s gets a socket that is closed with 4401', async (_, protocols) => {
    expect((await withToken('', { protocols }).end()).code).toBe(closeCodes.badToken);
  });

  it('[R3] a token of another board is closed with 4401', async () => {
    const other = await makeBoard(on.server.origin);
    const { token } = await joinAs(on.server.origin, other);
    expect((await withToken(token).end()).code).toBe(closeCodes.badToken);
    expect((await withToken(token, { path: '/sync/not-a-board' }).end()).code).toBe(closeCodes.badToken);
  });

  it.each([
    ['layout', { layout: boardLayoutVersion - 1, schema: boardSchemaVersions() }],
    ['schema', { layout: boardLayoutVersion, schema: { 'com.tldraw.store': 5 } }],
  ])('[R3] a page whose %s is older than the document is closed with 4426, also while it loads', async (_, client) => {
    const { store } = on.controls;
    const [old, program] = await Promise.all([joinAs(on.server.origin, on.board), joinAs(on.server.origin, on.board)]);
    // As after an upgrade: the token was given to a page of before.
    const findToken = store.findToken.bind(store);
    store.findToken = async (hash) => {
      const row = await findToken(hash);
      return row?.participant === old.participantId ? { ...row, client } : row;
    };
    const upgraded = await startTestServer({ store });
    const enter = (token: string): SyncClient => {
      const entering = new SyncClient(upgraded.origin, on.board.id, token);
      on.clients.push(entering);
      return entering;
    };
    expect(await enter(old.token).end()).toMatchObject({
      code: closeCodes.tooOld,
      reason: expect.stringMatching(/older/),
    });
    await enter(program.token).ready();
    expect((await enter(old.token).end()).code).toBe(closeCodes.tooOld);
    for (const one of on.clients) one.stop();
    await upgraded.stop();
  });

  it("[R3] a page of the document's age gets in", async () => {
    const age = { layout: boardLayoutVersion, schema: boardSchemaVersions() };
    const { token } = await joinAs(on.server.origin, on.board, 'edit', age);
    expect((await withToken(token).ready()).closed).toBeNull();
  });

  it('[R3] the cookie for files opens no socket', async () => {
    const { headers } = await call(on.server.origin, 'POST', `/api/boards/${on.board.id}/join`, {
      json: { key: on.board.keys.edit },
    });
    const cookie = /commonboard-files=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect(cookie).toHaveLength(22);
    expect((await withToken(cookie).end()).code).toBe(closeCodes.badToken);
  });

  it('[R4] the draft document does not exist outside of a private round', async () => {
    const { token } = await joinAs(on.server.origin, on.board);
    expect((await withToken(token, { path: `/sync/${on.board.id}/draft` }).end()).code).toBe(closeCodes.gone);
  });

  it('[R1] the server answers the subprotocol it speaks and never the token', async () => {
    const full = await connect();
    const plain = await connect('edit', { full: false });
    expect([full.ws.protocol, plain.ws.protocol]).toEqual(['commonboard.v1', 'yjs']);
  });

  it('[R26] a board that is deleted closes everybody with 4404, and its tokens open nothing', async () => {
    const { token } = await joinAs(on.server.origin, on.board, 'facilitate');
    const client = await ready();
    expect((await call(on.server.origin, 'DELETE', `/api/boards/${on.board.id}`, { token })).status).toBe(204);
    expect((await client.end()).code).toBe(closeCodes.gone);
    expect((await withToken(token).end()).code).toBe(closeCodes.badToken);
    expect(await on.controls.store.findBoard(on.board.id)).toBeNull();
  });
});

describe('a viewer', () => {
  it('[R12] gets everything and changes nothing: each update is refused and settled', async () => {
    const [viewer, editor] = await Promise.all([ready('view'), ready()]);
    write(editor.doc, 'a', 1);
    await until(() => expect(written(viewer.doc)).toEqual({ a: 1 }));
    write(viewer.doc, 'b', 2);
    await until(() => expect(viewer.settled).toBe(viewer.sent));
    expect(viewer.refusals).toEqual([
      { frame: viewer.sent, code: 'view-only', message: expect.stringMatching(/look/) },
    ]);
    viewer.sendStep2(Y.encodeStateAsUpdate(viewer.doc));
    await until(() => expect(viewer.refusals).toHaveLength(2));
    const { doc } = await ready();
    expect(written(doc)).toEqual({ a: 1 });
    expect(written(editor.doc)).toEqual({ a: 1 });
  });

  it('[R12] that speaks plain yjs is closed with 4403 when it writes', async () => {
    const viewer = await ready('view', { full: false });
    write(viewer.doc, 'b', 2);
    expect((await viewer.end()).code).toBe(closeCodes.notAllowed);
    expect(written((await ready()).doc)).toEqual({});
  });

  it('[R13] may come back and tell all deletions it knows of: that is nothing new', async () => {
    const editor = await ready();
    write(editor.doc, 'a', 1);
    write(editor.doc, 'a', 2);
    erase(editor.doc, 'a');
    write(editor.doc, 'b', 3);
    const first = await ready('view');
    expect(written(first.doc)).toEqual({ b: 3 });
    first.stop();
    const again = await ready('view', { doc: first.doc });
    again.sendStep2(Y.encodeStateAsUpdate(again.doc));
    await until(() => expect(again.settled).toBe(again.sent));
    expect(again.refusals).toEqual([]);
    const plain = await ready('view', { doc: first.doc, full: false });
    expect(plain.closed).toBeNull();
  });

  it('[R12] cannot delete either', async () => {
    const [viewer, editor] = await Promise.all([ready('view'), ready()]);
    write(editor.doc, 'a', 1);
    await until(() => expect(written(viewer.doc)).toEqual({ a: 1 }));
    erase(viewer.doc, 'a');
    await until(() => expect(viewer.refusals).toHaveLength(1));
    expect(written((await ready()).doc)).toEqual({ a: 1 });
  });
});
