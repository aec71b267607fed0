// Frames that stand on what the server lacks: never stored half, never lost. Honest clients first lose nothing; then those who
// make gaps on purpose. Rules R41 and R44.
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import type { Bus } from '@commonboard/server/scale-out/bus.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { gate } from '../support/failing-store.ts';
import { startServer } from '../support/server-process.ts';
import { syncBoard } from '../support/sync-board.ts';
import { plainProvider, SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

const on = syncBoard();
const { connect, ready } = on;
const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Somebody with work that no server has seen, one update for each key. */
function offline(...keys: string[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const key of keys) write(doc, key, 1);
  return { doc, updates };
}
const asked = (client: SyncClient): number => client.types.filter((type) => type === messageTypes.sync).length;
/** Has heard the server's step 1 and answers nothing by itself. */
async function silent(): Promise<SyncClient> {
  const client = await connect('edit', { mute: true });
  await until(() => expect(asked(client)).toBe(1));
  return client;
}

describe('who was offline and writes in the moment of coming back', () => {
  it('[R41] before its step 2: all of it is there, for all, and settled once', async () => {
    const { doc, updates } = offline('a', 'b', 'c', 'd');
    const [back, reader] = await Promise.all([silent(), ready()]);
    back.sendUpdate(updates[2]!);
    back.sendUpdate(updates[3]!);
    await until(() => expect(asked(back)).toBe(2));
    expect([back.settled, written(reader.doc)]).toEqual([0, {}]);
    back.sendStep2(Y.encodeStateAsUpdate(doc));
    await until(() => expect([back.settled, written(reader.doc)]).toEqual([3, { a: 1, b: 1, c: 1, d: 1 }]));
    write(doc, 'e', 1);
    back.sendUpdate(updates[4]!);
    await until(() => expect(back.settled).toBe(4));
    expect(back.refusals).toEqual([]);
    expect(written((await ready()).doc)).toEqual({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  });

  it('[R41] nothing held is called saved before what it stands on is durable', async () => {
    const { doc, updates } = offline('a', 'b');
    const back = await silent();
    const { wait, open } = gate();
    on.controls.appendsWaitFor = wait;
    back.sendUpdate(updates[1]!);
    back.sendStep2(Y.encodeStateAsUpdate(doc));
    const reader = await ready();
    await until(() => expect(written(reader.doc)).toEqual({ a: 1, b: 1 }));
    expect(back.settled).toBe(0);
    open();
    await until(() => expect(back.settled).toBe(2));
  });

  it('[R41] while the board is loading', async () => {
    const { wait, open } = gate();
    on.controls.loadsWaitFor = wait;
    const { doc, updates } = offline('a', 'b', 'c');
    const back = await connect('edit', { mute: true });
    back.sendUpdate(updates[2]!);
    back.sendUpdate(updates[1]!);
    back.sendStep2(Y.encodeStateAsUpdate(doc));
    open();
    await until(() => expect(back.settled).toBe(3));
    expect([back.refusals, written((await ready()).doc)]).toEqual([[], { a: 1, b: 1, c: 1 }]);
  });

  it('[R41] and leaves before its step 2: nothing is stored half, and its next visit brings all', async () => {
    const { doc, updates } = offline('a', 'b');
    const back = await silent();
    back.sendUpdate(updates[1]!);
    await until(() => expect(asked(back)).toBe(2));
    back.stop();
    const reader = await ready();
    write(reader.doc, 'other', 1);
    await until(() => expect(reader.settled).toBe(reader.sent));
    const { updates: rows } = await on.controls.store.loadDocument(on.board.id);
    expect(rows).toHaveLength(1);
    await ready('edit', { doc });
    await until(() => expect(written(reader.doc)).toEqual({ a: 1, b: 1, other: 1 }));
  });

  it('[R41] with y-websocket’s own provider, which writes at every moment', async () => {
    const { doc } = offline('before');
    const { token } = await joinAs(on.server.origin, on.board);
    const provider = plainProvider(on.server.origin, on.board.id, token, doc);
    stops.push(() => provider.destroy());
    const reader = await ready();
    let n = 0;
    const all = (): Record<string, number> =>
      Object.fromEntries(['before', ...Array.from({ length: n }, (_, i) => `k${i}`)].map((key) => [key, 1]));
    const writeMore = (): void => {
      // As soon as the socket is open, and before the server's step 1 has been answered.
      for (let i = 0; i < 3; i++) write(doc, `k${n++}`, 1);
    };
    provider.on('status', ({ status }) => status === 'connected' && writeMore());
    for (let round = 0; round < 5; round++) {
      await until(() => expect(provider.wsconnected).toBe(true));
      await until(() => expect(written(reader.doc)).toEqual(all()));
      provider.disconnect();
      writeMore();
      provider.connect();
    }
    await until(() => expect(written(reader.doc)).toEqual(all()));
    expect(n).toBeGreaterThan(20);
  });
});

describe('a gap that nothing closes', () => {
  it('[R41] is refused with the step 2 that leaves it, and the connection goes on', async () => {
    const { doc, updates } = offline('a', 'b', 'c');
    const bad = await silent();
    bad.sendUpdate(updates[1]!);
    bad.sendUpdate(updates[2]!);
    await until(() => expect(asked(bad)).toBe(2));
    bad.sendStep2(Y.diffUpdate(Y.encodeStateAsUpdate(doc), stateVectorAt(doc, 1)));
    await until(() => expect(bad.settled).toBe(3));
    expect(bad.refusals.map(({ frame, code }) => [frame, code])).toEqual([1, 2, 3].map((n) => [n, 'incomplete']));
    expect(bad.refusals[0]?.message).toMatch(/missing/);
    expect(bad.closed).toBeNull();
    expect(written((await ready()).doc)).toEqual({});
  });

  it('[R41] from a plain client: it is closed, and not in a circle', async () => {
    const { doc } = offline('a', 'b');
    const plain = await ready('edit', { full: false });
    plain.sendStep2(Y.diffUpdate(Y.encodeStateAsUpdate(doc), stateVectorAt(doc, 1)));
    expect((await plain.end()).code).toBe(closeCodes.notAllowed);
  });

  it('[R41] of a plain client is asked for again, and nothing is lost', async () => {
    const { doc, updates } = offline('a', 'b', 'c');
    const plain = await connect('edit', { full: false, mute: true });
    await until(() => expect(asked(plain)).toBe(1));
    plain.sendUpdate(updates[1]!);
    plain.sendUpdate(updates[2]!);
    await until(() => expect(asked(plain)).toBe(2));
    plain.sendStep2(Y.encodeStateAsUpdate(doc));
    const reader = await ready();
    await until(() => expect(written(reader.doc)).toEqual({ a: 1, b: 1, c: 1 }));
    expect(plain.closed).toBeNull();
  });

  it('[R41] of a plain client that was asked too often: it comes back, and tells all of it', async () => {
    const { doc, updates } = offline(...Array.from({ length: limits.gapsBurst + 20 }, (_, i) => `k${i}`));
    const plain = await connect('edit', { full: false, mute: true });
    for (const update of updates.slice(1)) {
      plain.sendUpdate(update);
      plain.sendStep2(new Uint8Array([0, 0]));
    }
    expect((await plain.end()).code).toBe(closeCodes.tryLater);
    const { token } = await joinAs(on.server.origin, on.board);
    const provider = plainProvider(on.server.origin, on.board.id, token, doc);
    stops.push(() => provider.destroy());
    const reader = await ready();
    await until(() => expect(Object.keys(written(reader.doc))).toHaveLength(limits.gapsBurst + 20));
  });

  it('[R41] an answer that holds nothing settles what the server has from others meanwhile', async () => {
    const { doc, updates } = offline('a', 'b');
    const [back, other] = await Promise.all([silent(), ready()]);
    back.sendUpdate(updates[1]!);
    await until(() => expect(asked(back)).toBe(2));
    other.sendStep2(Y.encodeStateAsUpdate(doc));
    await until(() => expect(other.settled).toBe(other.sent));
    back.sendStep2(new Uint8Array([0, 0]));
    await until(() => expect(back.settled).toBe(2));
    expect(back.refusals).toEqual([]);
  });

  it('[R41] of deletions is one too', async () => {
    const { doc } = offline('a');
    const back = await silent();
    const before = Y.encodeStateVector(doc);
    doc.getMap('rec').delete('shape:a');
    back.sendUpdate(Y.encodeStateAsUpdate(doc, before));
    await until(() => expect(asked(back)).toBe(2));
    back.sendStep2(Y.encodeStateAsUpdate(doc));
    await until(() => expect(back.settled).toBe(2));
    expect([back.refusals, written((await ready()).doc)]).toEqual([[], {}]);
  });

  it('[R41] more frames than may be held are refused at once', async () => {
    const keys = Array.from({ length: limits.heldFramesMax + 3 }, (_, i) => `k${i}`);
    const { doc, updates } = offline(...keys);
    const bad = await silent();
    for (const update of updates.slice(1)) bad.sendUpdate(update);
    await until(() =>
      expect(bad.refusals.map(({ frame }) => frame)).toEqual([1, 2].map((n) => limits.heldFramesMax + n)),
    );
    bad.sendStep2(Y.encodeStateAsUpdate(doc));
    await until(() => expect(bad.settled).toBe(bad.sent));
    expect(bad.refusals).toHaveLength(2);
  });

  it('[R41] two thousand of them are asked for a few times only, and slow nobody down', async () => {
    const { updates } = offline(...Array.from({ length: 2_001 }, (_, i) => `k${i}`));
    const [bad, good] = await Promise.all([silent(), ready()]);
    for (const update of updates.slice(1)) {
      bad.sendUpdate(update);
      if (bad.sent % 2 === 0) bad.sendStep2(new Uint8Array([0, 0]));
    }
    await until(() => expect(bad.settled).toBe(bad.sent));
    expect(asked(bad) - 1).toBeLessThanOrEqual(limits.gapsBurst + 5);
    write(good.doc, 'good', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    const late = await ready();
    expect([written(late.doc), late.doc.store.pendingStructs]).toEqual([{ good: 1 }, null]);
  });
});

describe('two servers on one bus', () => {
  /** Two on one store; what the first says to the second may get lost. */
  async function twoServers() {
    const lost = { next: 0 };
    const bus = createLocalBus();
    const lossy: Bus = {
      ...bus,
      join: (board, listener) => {
        const channel = bus.join(board, listener);
        return {
          publish: (event) => (event.kind === 'update' && lost.next-- > 0 ? undefined : channel.publish(event)),
          leave: () => channel.leave(),
        };
      },
    };
    const store = new MemoryBoardStore();
    const [here, there] = await Promise.all([startTestServer({ store, bus: lossy }), startTestServer({ store, bus })]);
    stops.push(
      () => here.stop(),
      () => there.stop(),
    );
    const board = await makeBoard(here.origin);
    const enter = async ({ origin }: TestServer, name: string): Promise<SyncClient> => {
      const { token } = await joinAs(origin, board, 'edit', { name });
      const client = new SyncClient(origin, board.id, token);
      stops.push(() => client.stop());
      return client.ready();
    };
    return { lost, ada: await enter(here, 'Ada'), ben: await enter(there, 'Ben') };
  }

  it('[R41] what got lost between them is asked for when the next stands on it', async () => {
    const { lost, ada, ben } = await twoServers();
    write(ada.doc, 'a', 1);
    await until(() => expect(written(ben.doc)).toEqual({ a: 1 }));
    lost.next = 1;
    write(ada.doc, 'lost', 1);
    await until(() => expect(ada.settled).toBe(ada.sent));
    write(ada.doc, 'after', 1);
    await until(() => expect(written(ben.doc)).toEqual({ a: 1, lost: 1, after: 1 }));
    expect(ben.doc.store.pendingStructs).toBeNull();
  });

  it('[R42] whose a client id is they tell each other', async () => {
    const { ada, ben } = await twoServers();
    write(ada.doc, 'a', 1);
    await until(() => expect(written(ben.doc)).toEqual({ a: 1 }));
    await until(() => expect(ada.settled).toBe(ada.sent));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ben.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    write(forged, 'forged', 1);
    ben.sendUpdate(Y.encodeStateAsUpdate(forged, before));
    await until(() => expect(ben.refusals).toMatchObject([{ code: 'not-allowed' }]));
  });
});

describe('after a power cut', () => {
  it(
    '[R44] who comes back first brings what the others had written and the server lost',
    { timeout: 60_000 },
    async () => {
      const server = await startServer();
      stops.push(() => server.stop());
      const board = await makeBoard(server.origin);
      const [ada, ben] = await Promise.all(
        ['Ada', 'Ben'].map((name) => joinAs(server.origin, board, 'edit', { name })),
      );
      const enter = async (token: string, doc = new Y.Doc()): Promise<SyncClient> => {
        const client = new SyncClient(server.origin, board.id, token, { doc });
        stops.push(() => client.stop());
        void client.opened.then(() => client.sendPeople({ id: doc.clientID, clock: 1, state: {} }));
        return client.ready();
      };
      const one = await enter(ada!.token);
      const two = await enter(ben!.token);
      write(one.doc, 'saved', 1);
      await until(() => expect([one.settled === one.sent, written(two.doc)]).toEqual([true, { saved: 1 }]));
      await server.kill9();
      await Promise.all([one.end(), two.end()]);
      // What was on its way to the disk at that instant: Ben had heard it, the server's file has not.
      write(one.doc, 'heard', 1);
      Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(two.doc)), 'heard');
      write(two.doc, 'answer', 1);
      await server.restart();
      const back = await enter(ben!.token, two.doc);
      await until(() => expect(back.settled).toBe(back.sent));
      expect(back.refusals).toEqual([]);
      // Ada goes on under her id, which is still hers alone.
      const again = await enter(ada!.token, one.doc);
      write(again.doc, 'after', 1);
      await until(() => expect(again.settled).toBe(again.sent));
      const forged = new Y.Doc();
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(again.doc));
      forged.clientID = one.doc.clientID;
      again.stop();
      await again.end();
      const before = Y.encodeStateVector(forged);
      write(forged, 'forged', 1);
      back.sendUpdate(Y.encodeStateAsUpdate(forged, before));
      await until(() => expect(back.refusals).toMatchObject([{ code: 'not-allowed' }]));
      const reader = await enter(ada!.token);
      expect(written(reader.doc)).toEqual({ saved: 1, heard: 1, answer: 1, after: 1 });
    },
  );
});

/** As if the first `clock` clocks of its writer were known. */
function stateVectorAt(doc: Y.Doc, clock: number): Uint8Array {
  return Y.encodeStateVector(new Map([[doc.clientID, clock]]));
}
