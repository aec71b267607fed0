// The checker finds what it looks for: a lost edit, a double one, one from nowhere, a deletion undone. On sets made by hand,
// and on a server whose store says "saved" and writes nothing.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { addTally, ChaosWriter, readBoard } from '../support/chaos-writer.ts';
import { until } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer } from '../support/test-server.ts';
import { type Act, violations } from './invariants.ts';

const add = (tag: string, saved: boolean): Act => ({ kind: 'add', tag, saved });
const remove = (tag: string, saved: boolean): Act => ({ kind: 'delete', tag, saved });

it.each([
  ['a lost edit', [add('a', true)], { notes: [], tally: ['a'] }, 'a was called saved and is not there'],
  ['a lost letter', [add('a', true)], { notes: ['a'], tally: [] }, 'a was called saved and is not in the list'],
  ['a double', [add('a', false)], { notes: ['a', 'a'], tally: [] }, 'a is there 2 times'],
  ['a double letter', [add('a', true)], { notes: ['a'], tally: ['a', 'a'] }, 'a is there 2 times'],
  ['one from nowhere', [], { notes: ['b'], tally: [] }, 'b was never written'],
  [
    'a deletion undone',
    [add('a', true), remove('a', true)],
    { notes: ['a'], tally: ['a'] },
    'a was deleted, called saved, and is there',
  ],
])('%s is found', (_, acts, board, sentence) => expect(violations(acts, board)).toEqual([sentence]));

it.each([
  ['all there', [add('a', true), add('b', false)], { notes: ['a', 'b'], tally: ['a', 'b'] }],
  ['not called saved and not there', [add('a', true), add('b', false)], { notes: ['a'], tally: ['a'] }],
  ['a deletion that may have come or not', [add('a', true), remove('a', false)], { notes: [], tally: ['a'] }],
])('nothing is found: %s', (_, acts, board) => expect(violations(acts, board)).toEqual([]));

it('an edit that a store called stored and threw away is found', async () => {
  const store = new MemoryBoardStore();
  let appends = 0;
  const append = store.appendUpdates.bind(store);
  store.appendUpdates = async (board, rows) => (++appends === 12 ? appends : append(board, rows));
  const first = await startTestServer({ store });
  const board = await makeBoard(first.origin);
  const { token } = await joinAs(first.origin, board);
  const writer = new ChaosWriter({ board: board.id, token, name: 'w', seed: 1 });
  writer.connect(first.origin);
  await until(() => expect(writer.synced).toBe(true));
  addTally(writer.doc);
  for (let i = 0; i < 30; i++) {
    writer.act();
    await until(() => expect(writer.allSaved).toBe(true));
  }
  expect(violations(writer.acts, readBoard(writer.doc))).toEqual([]);
  writer.stop();
  await first.stop();
  const { snapshot, updates } = await store.loadDocument(boardIdSchema.parse(board.id));
  const stored = new Y.Doc();
  Y.applyUpdateV2(stored, snapshot);
  for (const { update } of updates) Y.applyUpdate(stored, update);
  expect(violations(writer.acts, readBoard(stored)).length).toBeGreaterThan(0);
});
