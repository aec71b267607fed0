// A client that writes without end and keeps count of what was called saved: it comes back after each break and sends what
// the server lacks, found by state vectors. Speaks raw frames, so that 300 of them fit into one process.
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { recordMaps, recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { messageTypes, subprotocols, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { decodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';
import type { TLRecord } from '@tldraw/tlschema';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Act } from '../chaos/invariants.ts';
import { pick, randomFrom, type Random } from './seeded-random.ts';

export interface WriterSettings {
  board: string;
  token: string;
  /** Distinguishes what it writes from what others write. */
  name: string;
  seed: number;
}

export class ChaosWriter {
  readonly doc = new Y.Doc();
  /** All that it did, in order. */
  readonly acts: Act[] = [];
  /** Codes with which it was closed; 1006 is a break. */
  readonly closes: number[] = [];
  refusals = 0;
  /** Messages that say nothing but that the network is alive. */
  keptAlive = 0;
  /** The board has arrived on this connection, and what was unsent has been told. */
  synced = false;
  readonly #settings: WriterSettings;
  readonly #random: Random;
  readonly #notes = new Map<string, string>();
  #ws: WebSocket | null = null;
  /** How many acts each update-carrying frame of this connection covers, with all before it. */
  #frames: number[] = [];
  #hasTold = false;
  #saved = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(settings: WriterSettings) {
    this.#settings = settings;
    this.#random = randomFrom(settings.seed);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#hasTold) this.#tell(syncTypes.update, update);
    });
  }

  get open(): boolean {
    return this.#ws?.readyState === WebSocket.OPEN;
  }

  /** Its connection has ended; one that is still being made has not. */
  get isCut(): boolean {
    return this.#ws === null || this.#ws.readyState >= WebSocket.CLOSING;
  }

  /** All it did is called saved, on this connection or an earlier one. */
  get allSaved(): boolean {
    return this.#saved === this.acts.length;
  }

  /** How many acts are called saved. */
  get saved(): number {
    return this.#saved;
  }

  connect(origin: string): void {
    this.disconnect();
    const { board, token } = this.#settings;
    const ws = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}`, [subprotocols.full, `auth.${token}`]);
    this.#ws = ws;
    this.#frames = [];
    this.#hasTold = false;
    this.synced = false;
    ws.on('open', () => this.#send(messageTypes.sync, syncTypes.step1, Y.encodeStateVector(this.doc)));
    ws.on('message', (data: Buffer) => {
      if (this.#ws === ws) this.#read(decoding.createDecoder(new Uint8Array(data)));
    });
    ws.on('error', () => undefined);
    ws.on('close', (code) => {
      if (this.#ws !== ws) return;
      this.closes.push(code);
      this.synced = false;
      this.#hasTold = false;
    });
  }

  disconnect(): void {
    const ws = this.#ws;
    this.#ws = null;
    this.#hasTold = false;
    this.synced = false;
    ws?.terminate();
  }

  /** Writes so many times a second until `rest`. */
  write(perSecond: number): void {
    this.#timer ??= setInterval(() => this.act(), 1_000 / perSecond);
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  stop(): void {
    this.rest();
    this.disconnect();
    this.doc.destroy();
  }

  /** A new note and its name in the common list; one time in eight a note of one's own is taken away. */
  act(): void {
    const tag = `${this.#settings.name}.${this.acts.length}`;
    if (this.#notes.size > 4 && this.#random() < 1 / 8) {
      const [gone, record] = pick(this.#random, [...this.#notes]);
      this.#notes.delete(gone);
      this.acts.push({ kind: 'delete', tag: gone, saved: false });
      recordMaps(this.doc).delete(record);
      return;
    }
    const note = newNoteRecord([defaultPage], { text: tag });
    if (!note) throw new Error('There is no page to write on.');
    this.#notes.set(tag, note.id);
    this.acts.push({ kind: 'add', tag, saved: false });
    this.doc.transact(() => {
      recordMaps(this.doc).set(
        note.id,
        encodeRecord(note, () => undefined),
      );
      const list = tallyOf(this.doc);
      // A text ends with the end of its line.
      list?.insert(list.length - 1, ` ${tag}`);
    });
  }

  #read(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        this.#readSync(decoder);
        return;
      case messageTypes.settled:
        this.#settled(decodeSettled(decoder));
        return;
      case messageTypes.awareness:
        this.keptAlive++;
        return;
      case messageTypes.refusal:
        decodeRefusal(decoder);
        this.refusals++;
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (type === syncTypes.step1) {
      this.#tell(syncTypes.step2, Y.encodeStateAsUpdate(this.doc, payload));
      this.#hasTold = true;
      return;
    }
    Y.applyUpdate(this.doc, payload, this);
    if (type === syncTypes.step2) this.synced = true;
  }

  #settled(frames: number): void {
    const upTo = this.#frames[frames - 1] ?? 0;
    for (const act of this.acts.slice(this.#saved, upTo)) act.saved = true;
    this.#saved = Math.max(this.#saved, upTo);
  }

  #tell(type: number, update: Uint8Array): void {
    if (!this.open) return;
    this.#frames.push(this.acts.length);
    this.#send(messageTypes.sync, type, update);
  }

  #send(message: number, type: number, payload: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, message);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
    this.#ws?.send(encoding.toUint8Array(encoder));
  }
}

/** A note to which everybody adds the name of what they wrote. */
export function addTally(doc: Y.Doc): void {
  const note = newNoteRecord([defaultPage], { text: 'list:' });
  if (!note) throw new Error('There is no page to write on.');
  const list = { ...note, id: tallyId } as TLRecord;
  recordMaps(doc).set(
    tallyId,
    encodeRecord(list, () => undefined),
  );
}

const tallyId = 'shape:tally';

function tallyOf(doc: Y.Doc): Y.XmlText | null {
  const fragment = recordMaps(doc).get(tallyId)?.get('t');
  const text = fragment instanceof Y.XmlFragment ? fragment.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}

/** What the document holds: each name as often as it is there. */
export function readBoard(doc: Y.Doc): { notes: string[]; tally: string[] } {
  const notes: string[] = [];
  for (const [id, record] of recordMaps(doc)) {
    const fragment = record.get('t');
    if (id !== tallyId && fragment instanceof Y.XmlFragment) notes.push(lettersOf(fragment).trim());
  }
  const [, ...tally] = lettersOf(recordMaps(doc).get(tallyId)?.get('t')).trim().split(' ');
  return { notes, tally };
}

function lettersOf(fragment: unknown): string {
  if (!(fragment instanceof Y.XmlFragment)) return '';
  return fragment
    .toArray()
    .map((part) => (part instanceof Y.XmlText ? part.toJSON() : ''))
    .join('');
}

/** Two replicas are the same when both of these are. */
export function stateOf(doc: Y.Doc): { json: unknown; version: string } {
  const version = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return { json: doc.getMap(recordsRoot).toJSON(), version: JSON.stringify(version) };
}
