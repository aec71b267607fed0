// The document's way over a real socket: joining, converging, being stored, being refused. Bad input first.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { gate } from '../support/failing-store.ts';
import { documentOf } from '../support/stored-boards.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write, written } from '../support/sync-client.ts';
import { call } from '../support/test-server.ts';

const on = syncBoard();
const { connect, ready } = on;

describe('frames that cannot be read', () => {
  it.each([
    ['an empty frame', new Uint8Array()],
    ['an unknown type', new Uint8Array([99])],
    ['an unknown sync type', new Uint8Array([0, 7, 0])],
    ['a truncated update', new Uint8Array([0, 2, 200, 1])],
    ['a truncated varuint', new Uint8Array([255])],
    ['a message only servers send', new Uint8Array([messageTypes.settled, 1])],
    ['two messages in one frame', new Uint8Array([0, 2, 2, 0, 0, 0, 2, 2, 0, 0])],
    ['awareness that is cut off', new Uint8Array([1, 3, 5, 1, 1])],
    ['a state vector that is none', new Uint8Array([0, 0, 3, 250, 250, 250])],
  ])('[R6] %s closes its sender with a reason and nobody else', async (_, frame) => {
    const [bad, good, other] = await Promise.all([ready(), ready(), ready()]);
    bad.sendRaw(frame);
    expect(await bad.end()).toMatchObject({ code: closeCodes.badFrame, reason: expect.stringMatching(/./) });
    write(good.doc, 'a', 1);
    await until(() => expect(written(other.doc)).toEqual({ a: 1 }));
    expect(good.closed ?? other.closed).toBeNull();
  });

  it('[R6] its sender is kept waiting before the connection is closed, and nothing more of it is taken', async () => {
    const [bad, good, other] = await Promise.all([ready(), ready(), ready()]);
    const sentAt = performance.now();
    bad.sendRaw(new Uint8Array([99]));
    write(bad.doc, 'late', 1);
    expect((await bad.end()).code).toBe(closeCodes.badFrame);
    // A timer may be a millisecond early.
    expect(performance.now() - sentAt).toBeGreaterThanOrEqual(limits.unreadableWaitMs - 1);
    write(good.doc, 'a', 1);
    await until(() => expect(written(other.doc)).toEqual({ a: 1 }));
  });

  it('[R6] a text frame closes its sender, and a flood of garbage is logged once', async () => {
    const bad = await ready();
    for (let i = 0; i < 50; i++) bad.sendRaw('hello');
    expect((await bad.end()).code).toBe(closeCodes.badFrame);
    expect(on.server.logged.filter((line) => line.includes('frame not readable'))).toHaveLength(1);
  });

  it('[R5] a frame over the limit closes its sender with 1009', async () => {
    const [bad, good] = await Promise.all([ready(), ready()]);
    bad.sendRaw(new Uint8Array(limits.frameBytesMax + 1));
    expect((await bad.end()).code).toBe(1009);
    expect(good.closed).toBeNull();
  });

  it('[R5] a viewer may send less', async () => {
    const viewer = await ready('view');
    viewer.sendPeople({ id: 5, clock: 1, state: { page: 'x'.repeat(limits.viewerFrameBytesMax) } });
    expect((await viewer.end()).code).toBe(1009);
  });

  it('[R14] an update that Yjs cannot read is refused and counted as settled; a plain client is closed', async () => {
    const full = await ready();
    full.sendUpdate(new Uint8Array([1, 1, 1, 1, 99, 99]));
    await until(() => expect(full.settled).toBe(full.sent));
    expect(full.refusals).toMatchObject([{ frame: full.sent, code: 'unreadable' }]);
    const plain = await ready('edit', { full: false });
    plain.sendUpdate(new Uint8Array([1, 1, 1, 1, 99, 99]));
    expect((await plain.end()).code).toBe(closeCodes.badFrame);
    write(full.doc, 'still', 'here');
    await until(() => expect(full.settled).toBe(full.sent));
  });
});

describe('editors', () => {
  it('[R9] converge, each message in a frame of its own, and nobody hears an echo', async () => {
    const [one, two] = await Promise.all([ready(), ready()]);
    for (let i = 0; i < 30; i++) {
      write(one.doc, `one${i}`, i);
      write(two.doc, `two${i}`, i);
    }
    await until(() => {
      expect(Object.keys(written(one.doc))).toHaveLength(60);
      expect(written(one.doc)).toEqual(written(two.doc));
    });
    const alone = await ready();
    const updates = () => alone.types.filter((type) => type === messageTypes.sync).length;
    const before = updates();
    write(alone.doc, 'own', 1);
    await until(() => expect(alone.settled).toBe(alone.sent));
    await until(() => expect(written(one.doc)['own']).toBe(1));
    expect(updates()).toBe(before);
  });

  it('[R10] the first update goes out at once, a burst after it in few frames', async () => {
    const [writer, reader] = await Promise.all([ready(), ready()]);
    const before = reader.types.length;
    for (let i = 0; i < 200; i++) write(writer.doc, `k${i}`, i);
    await until(() => expect(Object.keys(written(reader.doc))).toHaveLength(200));
    expect(reader.types.length - before).toBeLessThan(60);
  });

  it('[R11] what came while the board was loading is not lost, and many joins load it once', async () => {
    const { wait, open } = gate();
    on.controls.loadsWaitFor = wait;
    const early = await Promise.all(Array.from({ length: 50 }, () => connect()));
    early.forEach((client, i) => write(client.doc, `early${i}`, i));
    open();
    await Promise.all(early.map((client) => client.ready()));
    await until(() => expect(Object.keys(written(early[0]!.doc))).toHaveLength(50));
    expect(on.controls.loads).toBe(1);
  });

  it('[R41] an update that depends on something the server lacks is asked for again', async () => {
    const sender = await connect('edit', { mute: true });
    sender.sendStep1();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    write(doc, 'a', 1);
    write(doc, 'b', 2);
    const asked = () => sender.types.filter((type) => type === messageTypes.sync).length;
    await until(() => expect(asked()).toBe(2));
    sender.sendUpdate(updates[1]!);
    await until(() => expect(asked()).toBe(3));
    sender.sendStep2(Y.encodeStateAsUpdate(doc));
    const reader = await ready();
    await until(() => expect(written(reader.doc)).toEqual({ a: 1, b: 2 }));
  });
});

describe('"saved"', () => {
  it('[R17] is said only after the commit, for all frames up to a number', async () => {
    const { wait, open } = gate();
    const [writer, reader] = await Promise.all([ready(), ready()]);
    await until(() => expect(writer.settled).toBe(writer.sent));
    const before = writer.settled;
    on.controls.appendsWaitFor = wait;
    write(writer.doc, 'a', 1);
    write(writer.doc, 'b', 2);
    await until(() => expect(written(reader.doc)).toEqual({ a: 1, b: 2 }));
    expect(writer.settled).toBe(before);
    open();
    await until(() => expect(writer.settled).toBe(before + 2));
  });

  it('[R17] an empty step 2 counts and is settled at once', async () => {
    const client = await ready();
    await until(() => expect(client.sent).toBe(1));
    await until(() => expect(client.settled).toBe(1));
    expect(on.controls.appends).toBe(0);
  });

  it('[R19] is not said of a repeat while the first is not durable', async () => {
    const { wait, open } = gate();
    const writer = await ready();
    on.controls.appendsWaitFor = wait;
    write(writer.doc, 'a', 1);
    const repeat = await ready('edit', { doc: new Y.Doc() });
    const { sent } = repeat;
    await until(() => expect(written(repeat.doc)).toEqual({ a: 1 }));
    repeat.sendUpdate(Y.encodeStateAsUpdate(writer.doc));
    repeat.sendPeople({ id: repeat.doc.clientID, clock: 1, state: {} });
    await until(() => expect(repeat.types).toContain(messageTypes.settled));
    expect(repeat.settled).toBe(sent);
    open();
    await until(() => expect(repeat.settled).toBe(repeat.sent));
  });

  it('[R18] is never said to a plain client', async () => {
    const [plain, reader] = await Promise.all([ready('edit', { full: false }), ready()]);
    write(plain.doc, 'a', 1);
    await until(() => expect(written(reader.doc)).toEqual({ a: 1 }));
    await until(() => expect(on.controls.appends).toBe(1));
    write(reader.doc, 'b', 2);
    await until(() => expect(written(plain.doc)).toEqual({ a: 1, b: 2 }));
    expect(new Set(plain.types)).toEqual(new Set([messageTypes.sync]));
  });

  it('[R19] a full disk: edits flow, nothing is called saved, readyz says so, and it recovers alone and in order', async () => {
    const [writer, reader] = await Promise.all([ready(), ready()]);
    await until(() => expect(writer.settled).toBe(writer.sent));
    const before = writer.settled;
    on.controls.full = true;
    for (let i = 0; i < 20; i++) write(writer.doc, 'count', i);
    await until(() => expect(written(reader.doc)).toEqual({ count: 19 }));
    await until(async () => {
      const { status, body } = await call(on.server.origin, 'GET', '/readyz');
      expect({ status, body }).toMatchObject({ status: 503, body: { error: { code: 'not-saving' } } });
    });
    expect(writer.settled).toBe(before);
    on.controls.full = false;
    await until(() => expect(writer.settled).toBe(writer.sent));
    expect((await call(on.server.origin, 'GET', '/readyz')).status).toBe(200);
    const stored = documentOf(await on.controls.store.loadDocument(on.board.id));
    expect([written(stored), Y.getState(stored.store, writer.doc.clientID)]).toEqual([{ count: 19 }, 20]);
  });
});

describe('a board that cannot be loaded', () => {
  it('[R27] is closed with 1011 and never becomes an empty one', async () => {
    on.controls.tornPage = true;
    const client = await connect();
    expect((await client.end()).code).toBe(closeCodes.failed);
    expect(on.controls.appends).toBe(0);
    on.controls.tornPage = false;
    const again = await ready();
    expect(again.doc.getMap('rec').size).toBeGreaterThan(0);
  });
});

describe('step 1', () => {
  it('[R8] is answered with what is missing, and the server asks back', async () => {
    const client = await connect('edit', { mute: true });
    const types: number[] = [];
    client.ws.on('message', (data: Buffer) => types.push(data[1] ?? -1));
    client.sendStep1();
    await until(() => expect(types).toContain(syncTypes.step2));
    expect(client.doc.getMap('rec').size).toBeGreaterThan(0);
  });
});
