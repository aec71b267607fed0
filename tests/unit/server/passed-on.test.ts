// What becomes of an update on its way to the others.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { BoardDocument } from '@commonboard/server/sync/document/board-document.ts';
import { foldStored, loadStored } from '@commonboard/server/sync/log/folding.ts';
import { openAccess } from '../../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const participant = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');

interface Opened {
  document: BoardDocument<object>;
  store: MemoryBoardStore;
  /** `from` writes within a window. */
  send: (update: Uint8Array, from?: Writer) => void;
  passedOn: Uint8Array[];
  /** Of a batch that broke the document. */
  torn: Uint8Array[];
}

interface Writer {
  name: string;
  heard: string[];
}

async function open(): Promise<Opened> {
  const store = new MemoryBoardStore();
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  const board = { id, title: '', template: null, createdAt: 0 };
  await store.createBoard({ board, links: [], access: openAccess, snapshot, plan: null });
  const passedOn: Uint8Array[] = [];
  const torn: Uint8Array[] = [];
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
    torn: (batch) => torn.push(...batch.map(({ row }) => row.update)),
    gone: () => undefined,
  });
  const send: Opened['send'] = (update, from) => {
    const hear = (what: string) => () => {
      from?.heard.push(what);
    };
    const events = { stored: hear('stored'), broke: hear('broke') };
    document.apply({ source: from ?? {}, row: { participant, update }, events }, [], from !== undefined);
  };
  return { document, store, send, passedOn, torn };
}

/** What each of so many people sends who write a record of their own. */
function writers(count: number): { writer: Writer; update: Uint8Array }[] {
  return Array.from({ length: count }, (_, i) => {
    const doc = new Y.Doc();
    doc.getMap('rec').set(`shape:${i}`, i);
    return { writer: { name: `w${i}`, heard: [] }, update: Y.encodeStateAsUpdate(doc) };
  });
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

function clientsOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

/** How much of whose writing is stored. */
async function clientsIn(store: MemoryBoardStore): Promise<Map<number, number>> {
  const stored = await store.loadDocument(id);
  const doc = new Y.Doc();
  loadStored(doc, stored);
  return clientsOf(doc);
}

it('[R89] what many send within a window is in the document for whoever reads it, and goes on as one', async () => {
  const { document, store, send, passedOn } = await open();
  const all = writers(limits.ownFramesMax + 1);
  for (const { writer, update } of all) send(update, writer);
  expect(passedOn).toEqual([]);
  expect(document.doc.getMap('rec').size).toBe(all.length);
  expect(passedOn).toHaveLength(1);
  const heard = new Y.Doc();
  for (const update of passedOn) Y.applyUpdate(heard, update);
  expect(Y.encodeStateVector(heard)).toEqual(Y.encodeStateVector(document.doc));
  await document.allStored();
  expect(all.map(({ writer }) => writer.heard)).toEqual(all.map(() => ['stored']));
  expect(await clientsIn(store)).toEqual(clientsOf(document.doc));
});

it('[R89] what few send goes on as it was sent, and waits no longer than its window', async () => {
  const { document, send, passedOn } = await open();
  const all = writers(limits.ownFramesMax);
  for (const { writer, update } of all) send(update, writer);
  expect(document.applyGathered()).toBe(all.length);
  expect(passedOn).toEqual(all.map(({ update }) => update));
});

it('[R89] all that waits is stored before the board leaves memory', async () => {
  const { document, store, send } = await open();
  for (const { writer, update } of writers(3)) send(update, writer);
  await document.allStored();
  expect(clientsOf(document.doc).size).toBe(3);
  expect(await clientsIn(store)).toEqual(clientsOf(document.doc));
});

it('[R32] [R89] of a batch in which one breaks the document, nothing is passed on or stored before it is known which', async () => {
  const { document, store, send, passedOn, torn } = await open();
  const all = writers(3);
  const updates = all.map(({ update }, i) => (i === 1 ? update.subarray(0, update.length - 3) : update));
  all.forEach(({ writer }, i) => send(updates[i] ?? new Uint8Array(), writer));
  document.applyGathered();
  await document.allStored();
  expect(torn).toEqual(updates);
  expect(passedOn).toEqual([]);
  expect(all.flatMap(({ writer }) => writer.heard)).toEqual([]);
  expect((await store.loadDocument(id)).updates).toEqual([]);
});
