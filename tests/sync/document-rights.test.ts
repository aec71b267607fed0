// What a client may not write, over a real socket, and what it is told of the board. Bad input first.
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { threadMap } from '@commonboard/shared/comments/thread-map.ts';
import { boardMeta } from '@commonboard/shared/board/layout/layout.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { controlledStore, gate } from '../support/failing-store.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer } from '../support/test-server.ts';

const on = syncBoard();
const { ready, clients } = on;

describe('what is the server’s', () => {
  const edits: [string, (doc: Y.Doc) => void][] = [
    ['a value of meta changed', (doc) => boardMeta(doc).set('layout', 99)],
    ['a new value in meta', (doc) => boardMeta(doc).set('mine', 1)],
    ['a value of meta deleted', (doc) => boardMeta(doc).delete('schema')],
    ['[R180] a comment', (doc) => threadMap(doc).set('AAAAAAAAAAAAAAAA', { text: 'in the name of another' })],
    ['a root of its own', (doc) => doc.getMap('mine').set('a', 1)],
    ['a text of its own', (doc) => doc.getText('mine').insert(0, 'a')],
    [
      'something in meta, with a record beside it',
      (doc) => {
        write(doc, 'b', 1);
        boardMeta(doc).set('mine', new Y.Map());
      },
    ],
  ];

  it.each(edits)('[R31] %s is refused, and nothing of it is kept', async (_, edit) => {
    const [bad, good] = await Promise.all([ready(), ready()]);
    const before = boardMeta(good.doc).toJSON();
    bad.doc.transact(() => edit(bad.doc));
    await until(() => expect(bad.refusals).toMatchObject([{ frame: bad.sent, code: 'not-allowed' }]));
    write(good.doc, 'a', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    const late = await ready();
    expect([boardMeta(late.doc).toJSON(), [...late.doc.share.keys()].sort()]).toEqual([before, ['meta', 'rec']]);
    expect(written(late.doc)).toEqual({ a: 1 });
  });

  it('[R31] the same in a step 2, and from a plain client, which is closed with 4403', async () => {
    const plain = await ready('edit', { full: false });
    const doc = new Y.Doc();
    doc.getMap('mine').set('a', 1);
    plain.sendStep2(Y.encodeStateAsUpdate(doc));
    expect((await plain.end()).code).toBe(closeCodes.notAllowed);
  });

  it('[R31] deep in a record and in its text anybody with the right may write', async () => {
    const [one, two] = await Promise.all([ready(), ready()]);
    const map = one.doc.getMap<Y.Map<unknown>>('rec').set('shape:deep', new Y.Map());
    map.set('a', 1);
    map.set('a', 2);
    const text = map.set('t', new Y.Text());
    text.insert(0, 'hello');
    text.delete(1, 2);
    one.doc.getMap('rec').delete('shape:deep');
    write(one.doc, 'end', 1);
    await until(() => expect(written(two.doc)).toEqual({ end: 1 }));
    two.sendUpdate(Y.encodeStateAsUpdate(two.doc));
    await until(() => expect([one.settled, two.settled]).toEqual([one.sent, two.sent]));
    expect([...one.refusals, ...two.refusals]).toEqual([]);
  });
});

describe('clocks of another person', () => {
  /** Tells the room that this client counts under this id. */
  const show = (client: SyncClient) => client.sendPeople({ id: client.doc.clientID, clock: 1, state: {} });
  /** An update of one garbage-collected part: `length` clocks of a client id from `clock` on. */
  function garbage(clientId: number, clock: number, length: number): Uint8Array {
    const encoder = encoding.createEncoder();
    for (const value of [1, 1, clientId, clock]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
    encoding.writeVarUint(encoder, 0);
    return encoding.toUint8Array(encoder);
  }

  it.each(['sendUpdate', 'sendStep2'] as const)('[R31] are not taken by %s, whatever they hold', async (send) => {
    const [ada, bad] = await Promise.all([ready(), ready()]);
    write(ada.doc, 'a', 1);
    show(ada);
    await until(() => expect(bad.people.has(ada.doc.clientID)).toBe(true));
    bad[send](garbage(ada.doc.clientID, 1, 1_000));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ada.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    write(forged, 'forged', 1);
    bad[send](Y.encodeStateAsUpdate(forged, before));
    await until(() => expect(bad.refusals.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed']));
    write(ada.doc, 'b', 2);
    await until(() => expect(written(bad.doc)).toEqual({ a: 1, b: 2 }));
    expect(ada.refusals).toEqual([]);
  });

  it('[R31] are held by nobody who only looks: the work of their owner is taken', async () => {
    const vera = await ready('view');
    const doc = new Y.Doc();
    vera.sendPeople({ id: doc.clientID, clock: 1, state: {} });
    const ben = await ready();
    await until(() => expect(ben.people.has(doc.clientID)).toBe(true));
    write(doc, 'made offline', 1);
    ben.sendStep2(Y.encodeStateAsUpdate(doc));
    await until(() => expect(ben.settled).toBe(ben.sent));
    expect(ben.refusals).toEqual([]);
    expect(written((await ready()).doc)).toEqual({ 'made offline': 1 });
  });

  it('[R31] are brought by who heard them before a power cut, in whatever order people come back', async () => {
    const { wait, open } = gate();
    const inner = new MemoryBoardStore();
    const held = controlledStore(inner);
    const first = await startTestServer({ store: held.store });
    const kept = await makeBoard(first.origin);
    const people = await Promise.all(['Ada', 'Eve'].map((name) => joinAs(first.origin, kept, 'edit', { name })));
    held.appendsWaitFor = wait;
    const enter = async (origin: string, docs: Y.Doc[]) => {
      const entering = people.map(
        ({ token }, i) => new SyncClient(origin, kept.id, token, { doc: docs[i] ?? new Y.Doc() }),
      );
      clients.push(...entering);
      for (const client of entering) void client.opened.then(() => show(client));
      return Promise.all(entering.map((client) => client.ready()));
    };
    const [ada, eve] = await enter(first.origin, []);
    const gone = ada!.doc.getMap('rec').set('shape:gone', new Y.Map<unknown>());
    gone.set('inside', new Y.Map());
    ada!.doc.getMap('rec').delete('shape:gone');
    write(ada!.doc, 'a', 1);
    write(eve!.doc, 'e', 1);
    await until(() =>
      expect([written(ada!.doc), written(eve!.doc)]).toEqual([
        { a: 1, e: 1 },
        { a: 1, e: 1 },
      ]),
    );
    for (const client of [ada!, eve!]) client.stop();
    // Nothing of it was stored; the next server knows the board as it was made.
    const second = await startTestServer({ store: inner });
    const back = await enter(second.origin, [ada!.doc, eve!.doc]);
    write(ada!.doc, 'after', 1);
    await until(() => expect(back.map(({ settled, sent }) => settled === sent)).toEqual([true, true]));
    expect(back.flatMap(({ refusals }) => refusals)).toEqual([]);
    const reader = await new SyncClient(second.origin, kept.id, people[0]!.token).ready();
    clients.push(reader);
    expect(written(reader.doc)).toEqual({ a: 1, e: 1, after: 1 });
    for (const client of [...back, reader]) client.stop();
    open();
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('news of the board', () => {
  it('[R33] a new title reaches every open page, and newcomers; programs that speak plain yjs hear nothing', async () => {
    const [one, two, plain] = await Promise.all([ready(), ready('view'), ready('edit', { full: false })]);
    const first = one.news[0]!;
    expect(first).toMatchObject({ type: 'board', revision: expect.any(Number), title: 'Untitled board' });
    const { token } = await joinAs(on.server.origin, on.board, 'facilitate');
    const path = `/api/boards/${on.board.id}`;
    expect((await call(on.server.origin, 'PATCH', path, { token, json: { title: '' } })).status).toBe(400);
    for (const title of ['Plan', 'Our plan']) await call(on.server.origin, 'PATCH', path, { token, json: { title } });
    const told = (revision: number, title: string): object =>
      expect.objectContaining({ type: 'board', revision, title });
    for (const { news } of [one, two]) {
      await until(() => expect(news).toHaveLength(3));
      expect(news.slice(1)).toEqual([told(first.revision + 1, 'Plan'), told(first.revision + 2, 'Our plan')]);
    }
    expect((await ready()).news).toEqual([told(first.revision + 2, 'Our plan')]);
    write(one.doc, 'a', 1);
    await until(() => expect(written(plain.doc)).toEqual({ a: 1 }));
    expect(plain.news).toEqual([]);
  });
});
