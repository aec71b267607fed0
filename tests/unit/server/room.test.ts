// The room without sockets: eviction against return, folding, and a board deleted under it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { createDivergenceCount } from '@commonboard/server/ops/divergence-count.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { RoomClosing } from '@commonboard/server/sync/room-closing.ts';
import { createRooms, type Rooms } from '@commonboard/server/sync/rooms.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { controlledStore, gate, type StoreControls } from '../../support/failing-store.ts';
import { grantOf, openAccess } from '../../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const who = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
let rooms: Rooms;

async function start(): Promise<StoreControls> {
  const controls = controlledStore(new MemoryBoardStore());
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  await controls.store.createBoard({
    board: { id, title: '', template: null, createdAt: 0 },
    links: [],
    access: openAccess,
    snapshot,
    plan: null,
  });
  rooms = createRooms({
    divergences: createDivergenceCount(),
    mayLack: () => true,
    store: controls.store,
    fold: async (stored) => foldStored(stored),
    bus: createLocalBus(),
    log: createLog(() => undefined),
    now: () => 0,
    roomIdleMs: 5,
    storageRetryMs: 5,
  });
  return controls;
}
afterEach(() => rooms.stop(1_000));

const nameOf = (key: string) => `shape:${key}`;
const namesIn = (doc: Y.Doc) => [...doc.getMap('rec').keys()].map((name) => name.slice('shape:'.length)).sort();
const add = (key: string) =>
  rooms.open(id).use(async (room) => {
    const { stored } = room.edit(who, (doc) => doc.getMap('rec').set(nameOf(key), 1));
    await stored;
  });
const keys = () => rooms.open(id).use((room) => room.read((doc) => namesIn(doc)));
const empty = () => vi.waitFor(() => expect(rooms.size).toBe(0), { interval: 1 });

interface Person {
  session: Session;
  socket: { close: ReturnType<typeof vi.fn> };
  /** What its socket was told. */
  heard: Uint8Array[];
}
function newcomer(): Person {
  const heard: Uint8Array[] = [];
  const tell = (bytes: Uint8Array) => void heard.push(bytes);
  const socket = { send: tell, ping: vi.fn(), close: vi.fn(), terminate: vi.fn(), backlogBytes: 0 };
  return { session: new Session(socket, grantOf(id, who), true, () => 0), socket, heard };
}
async function enter(): Promise<Person> {
  const person = newcomer();
  await rooms.open(id).use((room) => room.enter(person.session));
  return person;
}
function updateOf(key: string, value: unknown): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('rec').set(nameOf(key), value);
  return Y.encodeStateAsUpdate(doc);
}
const send = (session: Session, key: string, value: unknown = 1) =>
  rooms.open(id).receive(session, { kind: 'update', update: updateOf(key, value) });
/** Too large to wait for others. */
const atOnce = 'x'.repeat(limits.gatheredUpdateBytesMax);

it('[R74] who is banned is gone for the others at once, whatever their socket does', async () => {
  await start();
  const [bad, good] = [await enter(), await enter()];
  bad.session.grant.participant.standing = 'banned';
  rooms.accessChanged(id);
  expect(bad.socket.close).toHaveBeenCalledWith(closeCodes.notAllowed, closeReasons.banned);
  expect([...rooms.open(id).sessions]).toEqual([good.session]);
});

describe('an update that breaks the document', () => {
  /** Yjs throws out of `applyUpdate` with the update already in. */
  const breakOn = (key: string) =>
    rooms.open(id).use((room) =>
      room.read((doc) =>
        doc.getMap('rec').observe(({ keysChanged }) => {
          if (keysChanged.has(nameOf(key))) throw new Error('poison');
        }),
      ),
    );

  it('[R32] closes its sender with 4400 and nobody else; the others go on with what is stored', async () => {
    await start();
    const [bad, good] = [await enter(), await enter()];
    await breakOn('poison');
    send(good.session, 'before');
    send(bad.session, 'poison', atOnce);
    send(good.session, 'during');
    expect(bad.socket.close).toHaveBeenCalledWith(closeCodes.badFrame, expect.stringMatching(/./));
    expect(await keys()).toEqual(['before', 'during']);
    send(good.session, 'after');
    expect(await keys()).toEqual(['after', 'before', 'during']);
    expect(good.socket.close).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(good.heard.map(String)).toContain(String(encodeSettled(3))), { interval: 1 });
  });

  it('[R89] those that came in one window with it are applied again one by one', async () => {
    await start();
    const [bad, good] = [await enter(), await enter()];
    // Only as often as this document is in memory: the one that is loaded next takes it.
    await breakOn('poison');
    for (const key of ['before', 'first']) send(good.session, key);
    send(bad.session, 'poison');
    send(good.session, 'after');
    await vi.waitFor(() => expect(good.heard.map(String)).toContain(String(encodeSettled(3))), { interval: 1 });
    expect(await keys()).toEqual(['after', 'before', 'first', 'poison']);
    for (const { socket } of [bad, good]) expect(socket.close).not.toHaveBeenCalled();
  });

  it('[R89] a sender goes on from what it sent in the same window', async () => {
    await start();
    const { session, heard } = await enter();
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => rooms.open(id).receive(session, { kind: 'update', update }));
    for (const key of ['a', 'b', 'c', 'd']) doc.getMap('rec').set(nameOf(key), 1);
    await vi.waitFor(() => expect(heard.map(String)).toContain(String(encodeSettled(4))), { interval: 1 });
    expect(await keys()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('[R32] nothing written before it is lost while the disk is slow, nor when the server stops then', async () => {
    const controls = await start();
    const [bad, good] = [await enter(), await enter()];
    await breakOn('poison');
    const { wait, open } = gate();
    controls.appendsWaitFor = wait;
    send(good.session, 'before');
    send(bad.session, 'poison', atOnce);
    const stopping = rooms.stop(1_000);
    open();
    expect(await stopping).toEqual({ unsaved: 0 });
    const { updates } = await controls.store.loadDocument(id);
    const doc = new Y.Doc();
    for (const { update } of updates) Y.applyUpdate(doc, update);
    expect(namesIn(doc)).toEqual(['before']);
  });
});

describe('what waits', () => {
  const large = (key: string): Uint8Array => {
    const doc = new Y.Doc();
    const text = 'x'.repeat(limits.frameBytesMax / 8 - 1_000);
    doc.getMap('rec').set(
      nameOf(key),
      Array.from({ length: 8 }, () => text),
    );
    return Y.encodeStateAsUpdate(doc);
  };
  const sendLarge = (session: Session, key: string) =>
    rooms.open(id).receive(session, { kind: 'update', update: large(key) });
  const fitting = limits.unstoredBytesMax / limits.frameBytesMax;

  it('[R19] for a full disk is bounded: who sends more is closed with 1013, and nothing that waits is lost', async () => {
    const controls = await start();
    const [greedy, good] = [await enter(), await enter()];
    controls.full = true;
    for (let i = 0; i < fitting; i++) sendLarge(greedy.session, `k${i}`);
    expect(greedy.socket.close).not.toHaveBeenCalled();
    sendLarge(greedy.session, 'more');
    expect(greedy.socket.close).toHaveBeenCalledWith(closeCodes.tryLater, expect.stringMatching(/store/));
    controls.full = false;
    await vi.waitFor(async () => expect((await controls.store.loadDocument(id)).seq).toBe(fitting), { interval: 5 });
    sendLarge(good.session, 'later');
    expect(good.socket.close).not.toHaveBeenCalled();
    expect(await keys()).not.toContain('more');
  });

  it('[R11] for a board that loads is bounded: who sends more is closed with 1013, and what others sent is kept', async () => {
    const controls = await start();
    const { wait, open } = gate();
    controls.loadsWaitFor = wait;
    const [greedy, good] = [newcomer(), newcomer()];
    for (const { session } of [greedy, good]) rooms.open(id).enter(session);
    send(good.session, 'good');
    for (let i = 0; i <= fitting; i++) sendLarge(greedy.session, `k${i}`);
    expect(greedy.socket.close).toHaveBeenCalledWith(closeCodes.tryLater, expect.stringMatching(/loading/));
    sendLarge(good.session, 'large');
    expect(good.socket.close).not.toHaveBeenCalled();
    open();
    expect(await keys()).toEqual(['good', 'large']);
  });
});

describe('a room', () => {
  it('[R29] that is stopping says so to whoever reads or writes it', async () => {
    const controls = await start();
    const { wait, open } = gate();
    controls.appendsWaitFor = wait;
    const adding = add('a');
    await vi.waitFor(() => expect(controls.appends).toBe(1), { interval: 1 });
    const stopping = rooms.stop(1_000);
    await expect(keys()).rejects.toThrow(RoomClosing);
    await expect(add('b')).rejects.toThrow(RoomClosing);
    open();
    await Promise.all([adding, stopping]);
  });

  it('[R27] that could not be loaded is tried again by the next who comes', async () => {
    const controls = await start();
    controls.tornPage = true;
    await expect(keys()).rejects.toThrow('torn page');
    controls.tornPage = false;
    expect(await keys()).toEqual([]);
  });

  it('leaves memory when idle and comes back as it was', async () => {
    const controls = await start();
    await add('a');
    await empty();
    expect(await keys()).toEqual(['a']);
    expect(controls.loads).toBe(2);
  });

  it('[R19] stays in memory while something is not stored', async () => {
    const controls = await start();
    const { wait, open } = gate();
    controls.appendsWaitFor = wait;
    const adding = add('a');
    await vi.waitFor(() => expect(controls.appends).toBe(1), { interval: 1 });
    expect(rooms.size).toBe(1);
    open();
    await adding;
    await empty();
    expect(await keys()).toEqual(['a']);
  });

  it('folds a long log when it leaves, and nothing is lost', async () => {
    const controls = await start();
    const wanted = Array.from({ length: limits.logRowsBeforeSnapshot }, (_, i) => `k${i}`);
    await rooms.open(id).use(async (room) => {
      await Promise.all(wanted.map((key) => room.edit(who, (doc) => doc.getMap('rec').set(nameOf(key), 1)).stored));
    });
    await empty();
    const { updates, seq } = await controls.store.loadDocument(id);
    expect({ rows: updates.length, seq }).toEqual({ rows: 0, seq: wanted.length });
    expect(await keys()).toEqual(wanted.sort());
  });

  it('who comes while it is leaving finds it as it was, in many cycles', async () => {
    await start();
    const wanted: string[] = [];
    for (let i = 0; i < 100; i++) {
      const key = `k${String(i).padStart(3, '0')}`;
      wanted.push(key);
      await add(key);
      if (i % 3 === 0) await empty();
    }
    expect(await keys()).toEqual(wanted);
  });

  it('[R26] ends when its board is deleted under it', async () => {
    const controls = await start();
    await rooms.open(id).use(async (room) => {
      await controls.store.deleteBoard(id);
      room.edit(who, (doc) => doc.getMap('rec').set('a', 1));
      await empty();
    });
    await expect(keys()).rejects.toMatchObject({ failure: 'gone' });
  });
});
