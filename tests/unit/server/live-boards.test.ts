// The live record of a board is one object for all who work with it, however many boards are in use.
import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { createLiveBoards, type LiveBoards } from '@commonboard/server/access/live-boards.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { controlledStore } from '../../support/failing-store.ts';
import { openAccess } from '../../support/grants.ts';

const ids = ['A', 'B', 'C', 'D'].map((letter) => boardIdSchema.parse(letter.repeat(16)));
const [a, b, c, d] = ids as [BoardId, BoardId, BoardId, BoardId];
let store: MemoryBoardStore;
let boards: LiveBoards;
let time: number;

beforeEach(async () => {
  time = 0;
  store = new MemoryBoardStore();
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  for (const id of ids) {
    const board = { id, title: '', template: null, createdAt: 0 };
    await store.createBoard({ board, links: [], access: openAccess, snapshot, plan: null });
  }
  boards = createLiveBoards(store, () => time, 2);
});

it('who has just found a board goes on with the same one, though others want the place', async () => {
  const found = await boards.find(a);
  for (const id of [b, c, d]) await boards.find(id);
  expect(await boards.find(a)).toBe(found);
});

it('the one that nobody has found for the longest time leaves, and none that has a socket', async () => {
  const [first, second] = [await boards.find(a), await boards.find(b)];
  first!.holds++;
  time += 3_600_000;
  expect(await boards.find(a)).toBe(first);
  time += 3_600_000;
  await boards.find(c);
  await boards.find(d);
  expect(await boards.find(a)).toBe(first);
  expect(await boards.find(b)).not.toBe(second);
});

it('a board that is deleted while it is read is not there afterwards', async () => {
  const inner = controlledStore(store).store;
  let reading: () => void = () => undefined;
  const slow = { ...inner, findBoard: (id: BoardId) => inner.findBoard(id).then(later) };
  const later = <T>(found: T): Promise<T> => new Promise((resolve) => (reading = () => resolve(found)));
  const some = createLiveBoards(slow, () => time);
  const finding = some.find(a);
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  some.forget(a);
  await store.deleteBoard(a);
  reading();
  expect(await finding).toBeNull();
});
