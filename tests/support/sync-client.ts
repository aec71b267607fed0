// A client of the sync protocol that a test drives frame by frame, and y-websocket's own provider as a plain one.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { digestOfVersion, RunningDigest } from '@commonboard/shared/board/layout/digest.ts';
import { type CheckAnswer, decodeCheckAnswer } from '@commonboard/shared/protocol/check.ts';
import { messageTypes, subprotocols, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { decodeHotDown, type HotEntry } from '@commonboard/shared/protocol/presence.ts';
import { decodeRefusal, type Refusal } from '@commonboard/shared/protocol/refusal.ts';
import {
  type BoardNews,
  decodeSessionMessage,
  type DraftsNews,
  type HarvestNews,
  type RemovedNews,
  type SessionMessage,
  type SessionNews,
  type VotesNews,
} from '@commonboard/shared/protocol/session-message.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';

export interface SyncClientOptions {
  /** false: speaks `yjs` only. */
  full?: boolean;
  /** Origin header, as a browser would send it. */
  from?: string;
  protocols?: string[];
  /** Answers nothing and sends nothing by itself. */
  mute?: boolean;
  doc?: Y.Doc;
  path?: string;
}

export interface Closed {
  code: number;
  reason: string;
}

const waitMsMax = 8_000;

/** Waits for a condition; the error is the last one it threw. */
export function until(condition: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: waitMsMax, interval: 5 });
}

export class SyncClient {
  readonly doc: Y.Doc;
  readonly refusals: Refusal[] = [];
  /** Latest awareness state by client id; null: has left. */
  readonly people = new Map<number, Record<string, unknown> | null>();
  readonly hot: HotEntry[] = [];
  /** What was said of the board; null: not understood. */
  readonly news: (BoardNews | null)[] = [];
  readonly sessions: SessionNews[] = [];
  readonly removals: RemovedNews[] = [];
  readonly votes: VotesNews[] = [];
  readonly drafts: DraftsNews[] = [];
  readonly harvests: HarvestNews[] = [];
  /** What the server says it holds, and what this client held when it heard that. */
  readonly answers: { said: CheckAnswer; held: CheckAnswer }[] = [];
  /** The first varuint of each frame that came. */
  readonly types: number[] = [];
  settled = 0;
  synced = false;
  closed: Closed | null = null;
  /** Update-carrying frames sent. */
  sent = 0;
  readonly ws: WebSocket;
  readonly opened: Promise<void>;

  constructor(origin: string, board: string, token: string, options: SyncClientOptions = {}) {
    const { full = true, from, mute = false } = options;
    this.doc = options.doc ?? new Y.Doc();
    const protocols = options.protocols ?? [full ? subprotocols.full : subprotocols.plain, `auth.${token}`];
    const path = options.path ?? `/sync/${board}`;
    this.ws = new WebSocket(origin.replace('http', 'ws') + path, protocols, from === undefined ? {} : { origin: from });
    this.opened = new Promise((resolve, reject) => {
      this.ws.once('open', () => {
        if (!mute) this.sendStep1();
        resolve();
      });
      this.ws.once('error', reject);
    });
    this.opened.catch(() => undefined);
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    this.ws.on('message', (data: Buffer) => this.#read(new Uint8Array(data), mute));
    this.doc.on('update', (update: Uint8Array, from_: unknown) => {
      if (from_ !== this) this.sendUpdate(update);
    });
  }

  sendStep1(): void {
    this.send(messageTypes.sync, syncTypes.step1, Y.encodeStateVector(this.doc));
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++;
    this.send(messageTypes.sync, syncTypes.update, update);
  }

  sendStep2(update: Uint8Array): void {
    this.sent++;
    this.send(messageTypes.sync, syncTypes.step2, update);
  }

  /** One awareness frame with these states. */
  sendPeople(...people: { id: number; clock: number; state: unknown }[]): void {
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, people.length);
    for (const { id, clock, state } of people) {
      encoding.writeVarUint(body, id);
      encoding.writeVarUint(body, clock);
      encoding.writeVarString(body, JSON.stringify(state));
    }
    this.send(messageTypes.awareness, encoding.toUint8Array(body));
  }

  /** Numbers as varuints, bytes with their length in front. */
  send(...parts: (number | Uint8Array)[]): void {
    const encoder = encoding.createEncoder();
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
    this.sendRaw(encoding.toUint8Array(encoder));
  }

  sendRaw(frame: Uint8Array | string): void {
    if (this.ws.readyState === WebSocket.OPEN) this.ws.send(frame);
  }

  /** Resolves when the board has arrived. */
  async ready(): Promise<this> {
    await this.opened;
    await until(() => {
      if (this.closed) throw new Error(`closed with ${this.closed.code}: ${this.closed.reason}`);
      if (!this.synced) throw new Error('not synced');
    });
    return this;
  }

  async end(): Promise<Closed> {
    await until(() => {
      if (!this.closed) throw new Error('still open');
    });
    return this.closed ?? { code: 0, reason: '' };
  }

  stop(): void {
    this.ws.terminate();
  }

  #read(frame: Uint8Array, mute: boolean): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    this.types.push(type);
    switch (type) {
      case messageTypes.sync:
        this.#readSync(decoder, mute);
        break;
      case messageTypes.awareness:
        this.#readPeople(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
        break;
      case messageTypes.settled:
        this.settled = decodeSettled(decoder);
        break;
      case messageTypes.refusal:
        this.refusals.push(decodeRefusal(decoder));
        break;
      case messageTypes.session:
        this.#readNews(decodeSessionMessage(decoder));
        break;
      case messageTypes.presence:
        this.hot.push(...decodeHotDown(decoder));
        break;
      case messageTypes.check:
        this.answers.push({
          said: decodeCheckAnswer(decoder),
          held: { version: digestOfVersion(this.doc), content: new RunningDigest(this.doc).value() },
        });
        break;
      default:
        throw new Error(`The server sent a message of type ${type}.`);
    }
    if (decoding.hasContent(decoder)) throw new Error('The server put two messages into one frame.');
  }

  #readSync(decoder: decoding.Decoder, mute: boolean): void {
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (type === syncTypes.step1) {
      if (!mute) this.sendStep2(Y.encodeStateAsUpdate(this.doc, payload));
      return;
    }
    Y.applyUpdate(this.doc, payload, this);
    if (type === syncTypes.step2) this.synced = true;
  }

  #readNews(news: SessionMessage | null): void {
    if (news?.type === 'session') this.sessions.push(news);
    else if (news?.type === 'removed') this.removals.push(news);
    else if (news?.type === 'votes') this.votes.push(news);
    else if (news?.type === 'drafts') this.drafts.push(news);
    else if (news?.type === 'harvest') this.harvests.push(news);
    else this.news.push(news);
  }

  #readPeople(decoder: decoding.Decoder): void {
    const count = decoding.readVarUint(decoder);
    for (let i = 0; i < count; i++) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      this.people.set(id, JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null);
    }
  }
}

/** y-websocket exactly as an outside program would use it. */
export function plainProvider(origin: string, board: string, token: string, doc = new Y.Doc()): WebsocketProvider {
  return new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, board, doc, {
    protocols: [subprotocols.plain, `auth.${token}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
}

const writtenPrefix = 'shape:';

/** A change that any editor may make: a value beside the records, which no board shows. */
export function write(doc: Y.Doc, key: string, value: string | number): void {
  doc.getMap('rec').set(writtenPrefix + key, value);
}

export function erase(doc: Y.Doc, key: string): void {
  doc.getMap('rec').delete(writtenPrefix + key);
}

export function written(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries(
    [...doc.getMap('rec')].flatMap(([key, value]) =>
      value instanceof Y.AbstractType ? [] : [[key.slice(writtenPrefix.length), value]],
    ),
  );
}
