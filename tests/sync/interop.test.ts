// Programs that are not ours edit one board at once: y-websocket 2.1 and 3.1, and Yrs, which shares no code with Yjs.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider as OlderProvider } from 'y-websocket-2';
import type { WebsocketProvider } from 'y-websocket';
import { YMap, YXmlFragment, YXmlText } from 'ywasm';
import * as Y from 'yjs';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { documentOf } from '../support/stored-boards.ts';
import { plainProvider, SyncClient, until } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';
import { WasmPeer } from '../support/wasm-peer.ts';

const store = new MemoryBoardStore();
let server: TestServer;
let board: CreatedBoard;
let older: OlderProvider;
let newer: WebsocketProvider;
let wasm: WasmPeer;

const tokenOf = async (): Promise<string> => (await joinAs(server.origin, board)).token;

beforeEach(async () => {
  server = await startTestServer({ store });
  board = await makeBoard(server.origin, { template: 'stakeholder-grid' });
  older = new OlderProvider(`${server.origin.replace('http', 'ws')}/sync`, board.id, new Y.Doc(), {
    protocols: [subprotocols.plain, `auth.${await tokenOf()}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  newer = plainProvider(server.origin, board.id, await tokenOf());
  wasm = new WasmPeer(server.origin, board.id, await tokenOf());
  wasm.connect();
  await allSynced();
});
afterEach(async () => {
  older.destroy();
  newer.destroy();
  wasm.disconnect();
  await server.stop();
});

function allSynced(): Promise<void> {
  return until(() => expect([older.synced, newer.synced, wasm.synced]).toEqual([true, true, true]));
}

function recordsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('rec');
}

function recordOf(doc: Y.Doc, id: string): Y.Map<unknown> {
  const found = recordsOf(doc).get(id);
  if (!(found instanceof Y.Map)) throw new Error(`There is no ${id}.`);
  return found as Y.Map<unknown>;
}

function textOf(doc: Y.Doc, id: string): Y.XmlText {
  const fragment = recordOf(doc, id).get('t');
  const text = fragment instanceof Y.XmlFragment ? fragment.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in ${id}.`);
  return text;
}

function wasmRecord(id: string): YMap {
  return wasm.records.get(id, undefined) as YMap;
}

function wasmText(id: string): YXmlText {
  const fragment = wasmRecord(id).get('t', undefined) as YXmlFragment;
  return fragment.firstChild(undefined) as YXmlText;
}

function make(doc: Y.Doc, id: string, words: string): void {
  doc.transact(() => {
    const record = new Y.Map<unknown>([
      ['', { type: 'note', props: { color: 'yellow' } }],
      ['$', ['page:page', 1, 2, 0]],
    ]);
    const fragment = new Y.XmlFragment();
    fragment.insert(0, [new Y.XmlText(words)]);
    record.set('t', fragment);
    recordsOf(doc).set(id, record);
  });
}

function makeInWasm(id: string, words: string): void {
  wasm.edit((records) => {
    const base = { type: 'note', props: { color: 'blue' } };
    records.set(id, new YMap({ '': base, $: ['page:page', 3, 4, 0] }), undefined);
    wasmRecord(id).set('t', new YXmlFragment([new YXmlText(words, {})]), undefined);
  });
}

/** What each makes of the same: names, plain values and texts, and who has heard what. */
function seen(doc: Y.Doc): unknown {
  return { records: recordsOf(doc).toJSON(), clocks: clocksOf(Y.encodeStateVector(doc)) };
}

function clocksOf(stateVector: Uint8Array): [number, number][] {
  return [...Y.decodeStateVector(stateVector)].sort(([a], [b]) => a - b);
}

function readBack(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** All three, a newcomer, and what is stored. */
async function expectAllEqual(): Promise<Y.Doc> {
  await until(async () => {
    const newcomer = await new SyncClient(server.origin, board.id, await tokenOf()).ready();
    newcomer.stop();
    const wanted = seen(newcomer.doc);
    expect(seen(older.doc)).toEqual(wanted);
    expect(seen(newer.doc)).toEqual(wanted);
    expect(seen(readBack(wasm.state()))).toEqual(wanted);
    expect(clocksOf(wasm.stateVector())).toEqual(clocksOf(Y.encodeStateVector(newcomer.doc)));
    expect(seen(documentOf(await store.loadDocument(board.id)))).toEqual(wanted);
  });
  return newer.doc;
}

it('[R9] two versions of y-websocket and Yrs write one board at once, and all end with the same', async () => {
  make(older.doc, 'shape:older', 'from two');
  make(newer.doc, 'shape:newer', 'from three');
  makeInWasm('shape:wasm', 'from Yrs');
  await expectAllEqual();
  // All in each other's records, at once.
  recordOf(older.doc, 'shape:wasm').set('p.color', 'red');
  recordOf(newer.doc, 'shape:wasm').set('p.color', 'green');
  wasm.edit(() => wasmRecord('shape:newer').set('p.color', 'violet', undefined));
  textOf(older.doc, 'shape:wasm').insert(0, 'A ');
  textOf(newer.doc, 'shape:wasm').insert(8, ' B');
  wasm.edit(() => wasmText('shape:older').insert(4, ' C', {}, undefined));
  const doc = await expectAllEqual();
  expect(textOf(doc, 'shape:wasm').toJSON()).toBe('A from Yrs B');
  expect(textOf(doc, 'shape:older').toJSON()).toBe('from C two');
  expect(['red', 'green']).toContain(recordOf(doc, 'shape:wasm').get('p.color'));
  // Yrs' own reading, not its bytes read by Yjs.
  expect(wasmRecord('shape:wasm').get('p.color', undefined)).toBe(recordOf(doc, 'shape:wasm').get('p.color'));
  expect(wasmText('shape:wasm').toString(undefined)).toBe('A from Yrs B');
});

it('[R8] [R41] what they wrote apart is there for all when they are back, and after a restart', async () => {
  make(older.doc, 'shape:common', 'start');
  make(newer.doc, 'shape:gone', 'to be deleted');
  await expectAllEqual();
  older.disconnect();
  newer.disconnect();
  wasm.disconnect();
  textOf(older.doc, 'shape:common').insert(5, ' older');
  textOf(newer.doc, 'shape:common').insert(0, 'newer ');
  recordsOf(newer.doc).delete('shape:gone');
  recordOf(older.doc, 'shape:gone').set('$', ['page:page', 9, 9, 0]);
  wasm.edit(() => wasmText('shape:common').insert(2, '-Yrs-', {}, undefined));
  makeInWasm('shape:apart', 'made apart');
  older.connect();
  newer.connect();
  wasm.connect();
  await allSynced();
  const doc = await expectAllEqual();
  expect(textOf(doc, 'shape:common').toJSON()).toBe('newer st-Yrs-art older');
  expect(recordsOf(doc).has('shape:gone')).toBe(false);
  expect(textOf(doc, 'shape:apart').toJSON()).toBe('made apart');
  await server.stop();
  server = await startTestServer({ store });
  const newcomer = await new SyncClient(server.origin, board.id, await tokenOf()).ready();
  newcomer.stop();
  expect(seen(newcomer.doc)).toEqual(seen(doc));
});
