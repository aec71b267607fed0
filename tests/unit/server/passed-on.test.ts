// What becomes of an update on its way to the others.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { BoardDocument } from '@commonboard/server/sync/board-document.ts';
import { foldStored } from '@commonboard/server/sync/folding.ts';
import { openAccess } from '../../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const participant = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');

async function open(): Promise<{ send: (update: Uint8Array) => void; passedOn: Uint8Array[] }> {
  const store = new MemoryBoardStore();
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  const board = { id, title: '', template: null, createdAt: 0 };
  await store.createBoard({ board, links: [], access: openAccess, snapshot, plan: null });
  const passedOn: Uint8Array[] = [];
  const log = createLog(() => undefined);
  const deps = {
    store,
    log,
    storageRetryMs: 0,
    fold: async () => foldStored(await store.loadDocument(id)),
    now: () => 0,
  };
  const document = new BoardDocument<object>(id, await store.loadDocument(id), deps, {
    updated: (update) => passedOn.push(update),
    stored: () => undefined,
    gone: () => undefined,
  });
  const by = { participant, credits: { owners: [], creators: [] } };
  return { send: (update) => document.apply(update, {}, by, () => undefined), passedOn };
}

it('[R88] a small update is passed on as it was sent', async () => {
  const { send, passedOn } = await open();
  const doc = new Y.Doc();
  doc.getMap('rec').set('shape:a', 1);
  const update = Y.encodeStateAsUpdate(doc);
  send(update);
  expect(passedOn).toEqual([update]);
});

it('[R88] of a large one, that repeats what all have, only what was new goes on, and is whole', async () => {
  const { send, passedOn } = await open();
  const doc = new Y.Doc();
  doc.getMap('rec').set('shape:a', 'a'.repeat(limits.updateAsSentBytesMax));
  send(Y.encodeStateAsUpdate(doc));
  doc.getMap('rec').set('shape:b', 'new');
  send(Y.encodeStateAsUpdate(doc));
  expect(passedOn).toHaveLength(2);
  expect(passedOn[1]?.length).toBeLessThan(100);
  const heard = new Y.Doc();
  for (const update of passedOn) Y.applyUpdate(heard, update);
  expect(heard.getMap('rec').toJSON()).toEqual(doc.getMap('rec').toJSON());
});
