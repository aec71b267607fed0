// F4: the n-th write fails, for every n up to 200, once before it reached the disk and once after.
import { expect, it } from 'vitest';
import * as decoding from 'lib0/decoding';
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { createDivergenceCount } from '@commonboard/server/ops/divergence-count.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { StoreError } from '@commonboard/server/storage/board-store.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { createRooms } from '@commonboard/server/sync/rooms.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import * as Y from 'yjs';
import { grantOf, openAccess } from '../support/grants.ts';
import { documentOf } from '../support/stored-boards.ts';
import { shows } from './chaos-row.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const who = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const writes = 200;

it.each(['before', 'after'] as const)(
  '[R19] a write that fails %s it reached the disk: no false "saved", and all is stored in the end, for every n up to 200',
  async (when) => {
    const about = {
      id: 'F4',
      fault: `the n-th write fails ${when} it reached the disk`,
      promise: 'never called saved before it is stored; goes on by itself',
    };
    const shown = await shows(about, async () => {
      for (let n = 1; n <= writes; n++) await failAt(n, when);
      return { rounds: writes, result: `every n up to ${writes}: 0 false "saved", 0 lost` };
    });
    expect(shown.rounds).toBe(writes);
  },
  300_000,
);

async function failAt(n: number, when: 'before' | 'after'): Promise<void> {
  const store = new MemoryBoardStore();
  const inner = store.appendUpdates.bind(store);
  let appends = 0;
  let settled = 0;
  let settledAtFailure = -1;
  let heard = (): void => undefined;
  store.appendUpdates = async (board, rows) => {
    const fails = ++appends === n;
    if (!fails || when === 'after') await inner(board, rows);
    if (fails) {
      settledAtFailure = settled;
      throw new StoreError('unavailable', 'disk I/O error');
    }
    return (await store.loadDocument(board)).seq;
  };
  await store.createBoard({
    board: { id, title: '', template: null, createdAt: 0 },
    links: [],
    access: openAccess,
    snapshot: Y.encodeStateAsUpdateV2(new Y.Doc()),
    plan: null,
  });
  const rooms = createRooms({
    mayLack: () => true,
    divergences: createDivergenceCount(),
    store,
    fold: async (stored) => foldStored(stored),
    bus: createLocalBus(),
    log: createLog(() => undefined),
    now: () => 0,
    roomIdleMs: 60_000,
    storageRetryMs: 0,
    storeWindowMs: 0,
  });
  const stored = async (): Promise<string[]> =>
    Object.keys(
      documentOf(await store.loadDocument(id))
        .getMap(recordsRoot)
        .toJSON(),
    );
  const hear = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageTypes.settled) return;
    settled = decodeSettled(decoder);
    heard();
  };
  const socket = { send: hear, ping() {}, close() {}, terminate() {}, backlogBytes: 0 };
  // Between two acts of this person much time passes, or there would be 40,000 windows to wait for.
  let now = 0;
  const session = new Session(socket, grantOf(id, who), true, () => (now += 1_000));
  const room = rooms.open(id);
  await room.use(() => room.enter(session));
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => room.receive(session, { kind: 'update', update }));
  for (let edit = 1; edit <= n + 2; edit++) {
    // Message 64 is waited for and not asked for again and again: there are 40,000 of them.
    const saved = new Promise<void>((resolve) => (heard = resolve));
    doc.getMap(recordsRoot).set(`shape:k${edit}`, edit);
    // Whoever reads the document has it applied at once.
    room.read(() => undefined);
    await saved;
    expect(settled).toBe(edit);
  }
  expect(settledAtFailure).toBe(n - 1);
  expect((await stored()).length).toBe(n + 2);
  expect(await rooms.stop(1_000)).toEqual({ unsaved: 0 });
}
