// One board's document and its connection to the server: y-websocket's provider, wrapped once. Adds what it lacks: jitter,
// a quick notice of a dead network, "saved" after message 64, refusals, hot presence, and this device's copy.
import {
  type CheckAnswer,
  type CheckKind,
  decodeCheckAnswer,
  encodeCheck,
} from '@commonboard/shared/protocol/check.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { messageTypes, subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import {
  decodeHotBody,
  decodeHotDown,
  encodeHotBody,
  encodeHotUp,
  type HotPresence,
} from '@commonboard/shared/protocol/presence.ts';
import { decodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import {
  type BoardNews,
  decodeSessionMessage,
  type DraftsNews,
  type HarvestNews,
  type RemovedNews,
  type VotesNews,
  type SessionNews,
} from '@commonboard/shared/protocol/session-message.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { frameWatchingSocket } from './frame-watching-socket.ts';
import { newestOnly } from './newest-only.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { watchPeers, type Peer, type Peers } from './peers.ts';
import { createSaveTracker, type SaveTracker } from './save-tracker.ts';
import { freshClientId, spareOf } from './spare-client-id.ts';

export interface ConnectionState {
  status: 'connecting' | 'online' | 'offline';
  /** The board has arrived at least once. */
  loaded: boolean;
  /** Own updates that are not durable yet. */
  unsaved: number;
  /** How many of `unsaved` are on this device and outlive the page, counted while offline; null where it keeps nothing. */
  kept: number | null;
  /** ms since 1970 when `unsaved` last was 0 or went down, or the connection came back; null while nothing waits. */
  waitingSince: number | null;
}

export interface LocalPresence {
  page: string;
  selection: readonly string[];
  following: number | null;
}

export interface BoardConnection {
  doc: Y.Doc;
  state(): ConnectionState;
  peers(): readonly Peer[];
  /** Both return their stop. */
  onState(listener: () => void): () => void;
  onPeers(listener: () => void): () => void;
  sharePresence(presence: LocalPresence): void;
  shareHot(hot: HotPresence): void;
  /** Asks the server what it holds, or tells it how a difference ended. */
  sendCheck(kind: CheckKind): void;
  /** Asks the server for whatever this document lacks. */
  resync(): void;
  /** After a close for a token that is no longer known: goes on with the same document and what was not sent. */
  goOnWith(token: string): void;
  /** The page is being left, and all it has is in the document: what waits is kept here. It may come back and go on. */
  leave(): void;
  stop(): void;
}

export interface ConnectionOptions {
  /** `ws:` or `wss:` address of this server. */
  server: string;
  boardId: BoardId;
  /** Null: nobody could be asked for one yet; `goOnWith` brings it. */
  token: string | null;
  /** The whole board as one Yjs update, compressed on its way: asked for where this device has no copy, before the socket, which
   * then brings only what is newer. */
  fetchWhole: (() => Promise<Uint8Array>) | null;
  /** The document, and where this device keeps it. Let go of when the connection stops. */
  copy: OfflineCopy;
  /** The server closed for good; a code of closeCodes, and its words. */
  onClosed(code: number, reason: string): void;
  /** The server did not take a change. */
  onRefused(sentence: string): void;
  /** What the board is called, and who may do what there, as the server has it now. */
  onNews(news: BoardNews): void;
  /** How the session stands, and the server's time. */
  onSession(news: SessionNews): void;
  /** Somebody has removed many things. */
  onRemoved(news: RemovedNews): void;
  /** Votes that have changed. */
  onVotes(news: VotesNews): void;
  /** How much people have written in private. */
  onDrafts(news: DraftsNews): void;
  /** What the group leaves with is published, changed or taken back. */
  onHarvest(news: HarvestNews): void;
  /** What the server holds, at its place among the updates. */
  onCheck(answer: CheckAnswer): void;
}

const probeAfterMs = 5_000;
const deadAfterMs = 10_000;
const checkEveryMs = 2_000;
/** A server that lets one wait for longer is as good as not there. */
const patienceMs = 5_000;
const backoffMs = { least: 2_000, spread: 6_000 };

export function openConnection(options: ConnectionOptions): BoardConnection {
  return new Connection(options);
}

function isSame(one: ConnectionState, other: ConnectionState): boolean {
  return (Object.keys(one) as (keyof ConnectionState)[]).every((key) => one[key] === other[key]);
}

function protocolsFor(token: string | null): string[] {
  return token === null ? [] : [subprotocols.full, subprotocols.authPrefix + token];
}

class Connection implements BoardConnection {
  readonly doc: Y.Doc;
  readonly #copy: OfflineCopy;
  readonly #provider: WebsocketProvider;
  readonly #tracker: SaveTracker;
  readonly #peers: Peers;
  readonly #stateListeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #state: ConnectionState;
  #hasWhole = false;
  #isStopped = false;
  /** The server still has time to answer for the first time. */
  #isAwaited: boolean;

  constructor(options: ConnectionOptions) {
    const { copy } = options;
    this.#copy = copy;
    this.doc = copy.doc;
    this.#tracker = createSaveTracker(copy.unsentBefore);
    this.#isAwaited = options.token !== null;
    this.#state = {
      status: 'connecting',
      loaded: copy.isWhole,
      unsaved: copy.unsentBefore,
      kept: null,
      waitingSince: null,
    };
    // Registered before the provider's own handler: an update is counted before its frame is.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      const own = origin !== this.#provider;
      if (own) this.#tracker.madeUpdate();
      copy.unsent(this.#tracker.unsaved());
      copy.keep(update, own);
      if (own) this.#refresh();
    });
    this.#provider = new WebsocketProvider(`${options.server}/sync`, options.boardId, this.doc, {
      connect: false,
      protocols: protocolsFor(options.token),
      WebSocketPolyfill: frameWatchingSocket((kind) => this.#tracker.sentFrame(kind)),
      maxBackoffTime: backoffMs.least,
      // Tabs must not sync past the server's gate.
      disableBc: true,
    });
    this.#peers = watchPeers(this.#provider.awareness);
    this.#listen(options);
    this.#refresh();
    if (options.token !== null) void this.#start(copy.isWhole ? null : options.fetchWhole);
  }

  state(): ConnectionState {
    return this.#state;
  }

  peers(): readonly Peer[] {
    return this.#peers.list();
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  onPeers(listener: () => void): () => void {
    return this.#peers.onChange(listener);
  }

  sharePresence(presence: LocalPresence): void {
    this.#provider.awareness.setLocalState({ ...presence });
  }

  shareHot(hot: HotPresence): void {
    this.#send(encodeHotUp(encodeHotBody(hot)));
  }

  sendCheck(kind: CheckKind): void {
    this.#send(encodeCheck(kind));
  }

  resync(): void {
    this.#send(encodeSyncFrame('step1', Y.encodeStateVector(this.doc)));
  }

  goOnWith(token: string): void {
    this.#provider.protocols = protocolsFor(token);
    this.#provider.connect();
  }

  leave(): void {
    const spare = spareOf(this.doc, this.#tracker.unsaved());
    this.#copy.leave(spare);
    if (!spare) return;
    // The page may come back, but under another id: the one put down may be taken up by the next page at any time.
    const { awareness } = this.#provider;
    const state = awareness.getLocalState();
    awareness.setLocalState(null);
    this.doc.clientID = awareness.clientID = freshClientId();
    awareness.setLocalState(state);
  }

  stop(): void {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    this.leave();
    this.#copy.stop();
    this.#provider.destroy();
    this.#provider.awareness.destroy();
    this.doc.destroy();
  }

  async #start(fetchWhole: ConnectionOptions['fetchWhole']): Promise<void> {
    if (fetchWhole) await this.#loadWhole(fetchWhole);
    if (!this.#isStopped) this.#provider.connect();
  }

  async #loadWhole(fetchWhole: () => Promise<Uint8Array>): Promise<void> {
    try {
      const state = await fetchWhole();
      if (this.#isStopped) return;
      Y.applyUpdate(this.doc, state, this.#provider);
      this.#hasWhole = true;
      this.#refresh();
    } catch {
      // The socket brings all of it, and says what is wrong.
    }
  }

  #listen(options: ConnectionOptions): void {
    const provider = this.#provider;
    const freshNews = () => newestOnly((news: BoardNews) => options.onNews(news));
    let tellNews = freshNews();
    provider.on('status', ({ status }) => {
      // A server that was started anew may count its revisions anew.
      if (status === 'connected') tellNews = freshNews();
      if (status === 'connected') this.#tracker.connected();
      if (status === 'disconnected') this.#tracker.disconnected();
      this.#refresh();
    });
    provider.on('sync', () => this.#refresh());
    provider.on('connection-close', () => {
      this.#isAwaited = false;
      // Three hundred people must not come back in the same second.
      provider.maxBackoffTime = backoffMs.least + Math.random() * backoffMs.spread;
      this.#refresh();
      this.#peers.forget();
    });
    provider.on('closed', ({ code, reason }) => options.onClosed(code, reason));
    provider.messageHandlers[messageTypes.settled] = (_encoder, decoder) => {
      this.#tracker.settled(decodeSettled(decoder));
      this.#refresh();
    };
    provider.messageHandlers[messageTypes.refusal] = (_encoder, decoder) =>
      options.onRefused(decodeRefusal(decoder).message);
    provider.messageHandlers[messageTypes.session] = (_encoder, decoder) => {
      const news = decodeSessionMessage(decoder);
      if (news?.type === 'board') tellNews(news);
      else if (news?.type === 'removed') options.onRemoved(news);
      else if (news?.type === 'votes') options.onVotes(news);
      else if (news?.type === 'drafts') options.onDrafts(news);
      else if (news?.type === 'harvest') options.onHarvest(news);
      else if (news) options.onSession(news);
    };
    provider.messageHandlers[messageTypes.check] = (_encoder, decoder) => options.onCheck(decodeCheckAnswer(decoder));
    provider.messageHandlers[messageTypes.presence] = (_encoder, decoder) => {
      const heard = decodeHotDown(decoder).flatMap(({ clientId, body }) => {
        const hot = decodeHotBody(body);
        return hot ? [{ clientId, hot }] : [];
      });
      this.#peers.heard(heard);
    };
    const check = setInterval(() => this.#checkAlive(), checkEveryMs);
    const comeBack = (): void => this.#comeBack();
    addEventListener('online', comeBack);
    const patience = setTimeout(() => this.#stopWaiting(), patienceMs);
    this.#copy.onChange = () => this.#refresh();
    this.#stops.push(
      () => clearInterval(check),
      () => clearTimeout(patience),
      () => removeEventListener('online', comeBack),
      () => (this.#copy.onChange = null),
    );
  }

  #stopWaiting(): void {
    this.#isAwaited = false;
    this.#refresh();
  }

  /** A network that swallows everything closes no socket: ask, and when nothing comes back, start anew. */
  #checkAlive(): void {
    const provider = this.#provider;
    if (!provider.wsconnected) return;
    const silentMs = Date.now() - provider.wsLastMessageReceived;
    if (silentMs > deadAfterMs) this.#comeBack();
    else if (silentMs > probeAfterMs) this.#send(new Uint8Array([messageTypes.queryAwareness]));
  }

  #comeBack(): void {
    if (!this.#provider.shouldConnect) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  #send(frame: Uint8Array): void {
    const { ws, wsconnected } = this.#provider;
    if (wsconnected && ws?.readyState === WebSocket.OPEN) ws.send(new Uint8Array(frame));
  }

  #refresh(): void {
    const { wsconnected, synced } = this.#provider;
    const before = this.#state;
    const unsaved = this.#tracker.unsaved();
    const notKept = this.#copy.notKept();
    const loaded = before.loaded || synced || this.#hasWhole;
    if (synced) this.#isAwaited = false;
    const status = wsconnected && synced ? 'online' : loaded && !this.#isAwaited ? 'offline' : 'connecting';
    const isAnew = unsaved < before.unsaved || before.waitingSince === null || before.status !== status;
    const state: ConnectionState = {
      status,
      loaded,
      unsaved,
      kept: notKept === null ? null : status === 'online' ? 0 : Math.max(0, unsaved - notKept),
      waitingSince: unsaved === 0 ? null : isAnew ? Date.now() : before.waitingSince,
    };
    this.#copy.unsent(unsaved);
    if (isSame(state, before)) return;
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}
