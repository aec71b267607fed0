// What comes from the bus while a board is loading. Rule R67.
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { createDivergenceCount } from '@commonboard/server/ops/divergence-count.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { createRooms } from '@commonboard/server/sync/rooms.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { controlledStore, gate } from '../../support/failing-store.ts';
import { grantOf, openAccess } from '../../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const who = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const updateOf = (i: number): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap('rec').set(`shape:${i}`, 1);
  return Y.encodeStateAsUpdate(doc);
};

it.each([
  ['as much as can be kept is in the document', 0, []],
  ['more closes the sockets with 1013, and who comes then finds all of it stored', 1, [closeCodes.tryLater]],
])('[R67] %s', async (_, more, closed) => {
  const controls = controlledStore(new MemoryBoardStore());
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  const board = { id, title: '', template: null, createdAt: 0 };
  await controls.store.createBoard({ board, links: [], access: openAccess, snapshot, plan: null });
  const bus = createLocalBus();
  const rooms = createRooms({
    mayLack: () => false,
    divergences: createDivergenceCount(),
    store: controls.store,
    fold: async (stored) => foldStored(stored),
    bus,
    log: createLog(() => undefined),
    now: () => 0,
    roomIdleMs: 60_000,
    storageRetryMs: 5,
  });
  const { wait, open } = gate();
  controls.loadsWaitFor = wait;
  const other = bus.join(id, () => undefined);
  const socket = { send: vi.fn(), ping: vi.fn(), close: vi.fn(), terminate: vi.fn(), backlogBytes: 0 };
  rooms.open(id).enter(new Session(socket, grantOf(id, who), true, () => 0));
  const count = limits.inboxFramesMax + more;
  for (let i = 0; i < count; i++) {
    // Rule R65: what is on the bus is stored.
    await controls.store.appendUpdates(id, [{ participant: who, update: updateOf(i) }]);
    other.publish({ kind: 'update', update: updateOf(i) });
  }
  expect(socket.close.mock.calls.map(([code]: unknown[]) => code)).toEqual(closed);
  open();
  const keys = await rooms.open(id).use((room) => room.read((doc) => doc.getMap('rec').size));
  expect(keys).toBe(count);
  other.leave();
  await rooms.stop(1_000);
});
