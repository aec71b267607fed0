// The life of rooms under a slow and failing store: joins, edits and leaves around the idle time lose nothing and leave
// nothing behind.
import * as decoding from 'lib0/decoding';
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type BoardId, boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { createDivergenceCount } from '@commonboard/server/ops/divergence-count.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import type { Bus } from '@commonboard/server/scale-out/bus.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { type BoardStore, StoreError } from '@commonboard/server/storage/board-store.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { createRooms, type Rooms } from '@commonboard/server/sync/rooms.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { gate } from '../../support/failing-store.ts';
import { grantOf, liveBoardOf, openAccess } from '../../support/grants.ts';
import { between, pick, randomFrom, type Random } from '../../support/seeded-random.ts';
import { documentOf } from '../../support/stored-boards.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
let joined = 0;
const newPerson = () => participantIdSchema.parse(`p${String(joined++).padStart(16, '0')}`);

async function makeBoards(store: BoardStore, ids: readonly BoardId[]): Promise<void> {
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  for (const board of ids) {
    const row = { id: board, title: '', template: null, createdAt: 0 };
    await store.createBoard({ board: row, links: [], access: openAccess, snapshot, plan: null });
  }
}
function roomsOn(store: BoardStore, bus: Bus = createLocalBus(), roomIdleMs = 1): Rooms {
  return createRooms({
    mayLack: () => true,
    divergences: createDivergenceCount(),
    store,
    fold: async (stored) => foldStored(stored),
    bus,
    log: createLog(() => undefined),
    now: () => 0,
    roomIdleMs,
    storageRetryMs: 0,
  });
}
const storedKeys = async (store: BoardStore, board = id): Promise<string[]> =>
  Object.keys(
    documentOf(await store.loadDocument(board))
      .getMap(recordsRoot)
      .toJSON(),
  );

/** Somebody with a socket, who keeps count of what is called saved. */
class Person {
  closed: number | null = null;
  saved = 0;
  readonly keys: string[] = [];
  readonly session: Session;
  readonly #rooms: Rooms;
  readonly #board: BoardId;
  readonly #doc = new Y.Doc();

  constructor(rooms: Rooms, board = id, live = liveBoardOf(board)) {
    this.#rooms = rooms;
    this.#board = board;
    const send = (frame: Uint8Array): void => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) === messageTypes.settled) this.saved = decodeSettled(decoder);
    };
    const close = (code: number): void => void (this.closed = code);
    const grant = { ...grantOf(board, newPerson()), board: live };
    this.session = new Session({ send, close, ping() {}, terminate() {}, backlogBytes: 0 }, grant, true, () => 0);
    rooms.open(board).enter(this.session);
    this.#doc.on('update', (update: Uint8Array) => rooms.open(board).receive(this.session, { kind: 'update', update }));
  }

  write(key: string): void {
    this.keys.push(key);
    this.#doc.getMap(recordsRoot).set(key, 1);
  }

  leave(): void {
    if (this.closed === null) this.#rooms.open(this.#board).leave(this.session);
    this.session.ended();
    this.#doc.destroy();
  }
}

/** Now and then slow, now and then broken. */
function moody(inner: BoardStore, random: Random, loadsFail: boolean): { store: BoardStore; heal: () => void } {
  let healed = false;
  const mood = async (mayFail: boolean): Promise<void> => {
    for (let left = between(random, 0, 3); left > 0; left--) await nextTurn();
    if (mayFail && !healed && random() < 0.15) throw new StoreError('unavailable', 'disk I/O error');
  };
  const store = new Proxy(inner, {
    get(target, verb: keyof BoardStore) {
      const act = target[verb].bind(target) as (...args: unknown[]) => Promise<unknown>;
      const isTouched = verb === 'loadDocument' || verb === 'appendUpdates' || verb === 'foldLog';
      if (!isTouched) return act;
      return async (...args: unknown[]) => {
        const mayFail = loadsFail || verb !== 'loadDocument';
        const isLate = random() < 0.3;
        if (!isLate) await mood(mayFail);
        const result = await act(...args);
        if (isLate) await mood(mayFail);
        return result;
      };
    },
  });
  return { store, heal: () => void (healed = true) };
}

const allGone = (rooms: Rooms) => vi.waitFor(() => expect(rooms.size).toBe(0), { interval: 1, timeout: 10_000 });
/** Most of the time nobody does anything, so that the store can. */
const turns = Array.from({ length: 8 }, () => 'turn' as const);
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it.each([
  [1, false],
  [2, false],
  [3, false],
  [4, true],
  [5, true],
])(
  '[R11] [R27] [R66] 2,000 joins, edits, leaves and pauses around the idle time, with a slow and failing store: nothing saved is lost (seed %i, failing loads: %s)',
  async (seed, loadsFail) => {
    const random = randomFrom(seed);
    const inner = new MemoryBoardStore();
    await makeBoards(inner, [id]);
    const { store, heal } = moody(inner, random, loadsFail);
    const rooms = roomsOn(store);
    const here: Person[] = [];
    const all: Person[] = [];
    let emptied = 0;
    let joins = 0;
    for (let cycle = 0; cycle < 2_000; cycle++) {
      const act = pick(random, ['join', 'join', 'write', 'write', 'leave', 'leave', 'empty', ...turns] as const);
      if (act === 'join' || here.length === 0) {
        const person = new Person(rooms);
        joins++;
        here.push(person);
        all.push(person);
        if (random() < 0.7) person.write(`shape:k${cycle}`);
      } else if (act === 'write') pick(random, here).write(`shape:k${cycle}`);
      else if (act === 'leave') here.splice(between(random, 0, here.length - 1), 1)[0]?.leave();
      else if (act === 'turn') await nextTurn();
      else {
        for (const person of here.splice(0)) person.leave();
        await allGone(rooms);
        emptied++;
      }
    }
    heal();
    for (const person of here.splice(0)) person.leave();
    await allGone(rooms);
    expect(await rooms.stop(5_000)).toEqual({ unsaved: 0 });
    const stored = new Set(await storedKeys(inner));
    const saved = all.flatMap(({ keys, saved: count }) => keys.slice(0, count));
    expect(saved.filter((key) => !stored.has(key))).toEqual([]);
    const written = new Set(all.flatMap(({ keys }) => keys));
    expect([...stored].filter((key) => !written.has(key))).toEqual([]);
    // Where the board could be loaded, nothing is lost that was not called saved either.
    const lost = [...written].filter((key) => !stored.has(key));
    expect(lost.length > 0).toBe(loadsFail);
    const enough = { many: joins > 100, empty: emptied > 20, saved: saved.length > 10 };
    expect(enough).toEqual({ many: true, empty: true, saved: true });
  },
  60_000,
);

it('[R11] three hundred who join at once make one load and one document, and who sends too much meanwhile is out', async () => {
  const inner = new MemoryBoardStore();
  await makeBoards(inner, [id]);
  const load = vi.spyOn(inner, 'loadDocument');
  const { wait, open } = gate();
  load.mockImplementationOnce(async (board) => {
    await wait;
    return MemoryBoardStore.prototype.loadDocument.call(inner, board);
  });
  const rooms = roomsOn(inner);
  const people = Array.from({ length: 300 }, () => new Person(rooms));
  people.forEach((person, i) => person.write(`shape:k${i}`));
  const flood = new Person(rooms);
  for (let i = 0; i <= limits.inboxFramesMax; i++) flood.write(`shape:flood${i}`);
  expect(flood.closed).toBe(closeCodes.tryLater);
  open();
  await vi.waitFor(() => expect(people.map(({ saved }) => saved)).toEqual(people.map(() => 1)));
  expect(load).toHaveBeenCalledTimes(1);
  expect(await storedKeys(inner)).toHaveLength(300);
  await rooms.stop(1_000);
});

it('[R66] what somebody wrote who left while the board was loading is stored', async () => {
  const inner = new MemoryBoardStore();
  await makeBoards(inner, [id]);
  const { wait, open } = gate();
  const rooms = roomsOn(
    new Proxy(inner, {
      get: (target, verb: keyof BoardStore) =>
        verb === 'loadDocument'
          ? async (board: BoardId) => {
              await wait;
              return target.loadDocument(board);
            }
          : target[verb].bind(target),
    }),
  );
  const person = new Person(rooms);
  person.write('shape:k');
  person.leave();
  open();
  await vi.waitFor(() => expect(rooms.size).toBe(0));
  expect(await storedKeys(inner)).toEqual(['shape:k']);
});

it('[R65] other servers hear an update when it is durable and not before', async () => {
  const inner = new MemoryBoardStore();
  await makeBoards(inner, [id]);
  const { wait, open } = gate();
  const append = inner.appendUpdates.bind(inner);
  inner.appendUpdates = async (board, rows) => {
    await wait;
    return append(board, rows);
  };
  const bus = createLocalBus();
  const rooms = roomsOn(inner, bus);
  const heard: string[] = [];
  const listener = bus.join(id, ({ kind }) => heard.push(kind));
  const person = new Person(rooms);
  await rooms.open(id).use(() => undefined);
  person.write('shape:k');
  listener.publish({ kind: 'opened', stateVector: new Uint8Array([0]) });
  await nextTurn();
  expect(heard.filter((kind) => kind === 'update')).toEqual([]);
  open();
  await vi.waitFor(() => expect(heard.filter((kind) => kind === 'update')).toHaveLength(2));
  await rooms.stop(1_000);
});

it('2,000 joins, edits and leaves over 200 boards leave no room, no timer and no listener behind', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => boardIdSchema.parse(`board${String(i).padStart(11, '0')}`));
  const inner = new MemoryBoardStore();
  await makeBoards(inner, ids);
  let listeners = 0;
  const local = createLocalBus();
  const bus: Bus = {
    ...local,
    join(board, listener) {
      listeners++;
      const channel = local.join(board, listener);
      return {
        publish: (event) => channel.publish(event),
        leave() {
          listeners--;
          channel.leave();
        },
      };
    },
  };
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const rooms = roomsOn(inner, bus);
  const timersBefore = timers();
  const random = randomFrom(9);
  const live = new Map(ids.map((board) => [board, liveBoardOf(board)]));
  for (let cycle = 0; cycle < 2_000; cycle++) {
    const board = pick(random, ids);
    const person = new Person(rooms, board, live.get(board));
    person.write(`shape:k${cycle}`);
    if (cycle % 5 > 0) await nextTurn();
    person.leave();
  }
  await vi.waitFor(() => expect(rooms.size).toBe(0), { timeout: 10_000 });
  expect(listeners).toBe(0);
  expect([...live.values()].reduce((sum, { holds }) => sum + holds, 0)).toBe(0);
  await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(timersBefore));
  const kept = await Promise.all(ids.map((board) => storedKeys(inner, board)));
  expect(kept.flat()).toHaveLength(2_000);
  await rooms.stop(1_000);
});
