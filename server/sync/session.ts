// One socket: what was heard and sent, how far it is behind, what is settled for it. Decides nothing about boards.
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeRefusal, type RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { encodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { type Grant, roleNow } from '../access/grants.ts';
import { type Rate, TokenBucket } from '../ops/token-bucket.ts';
import { encodeAwareness } from './frames-out.ts';
import { SettledFrames } from './settled-frames.ts';

/** What a session needs of a WebSocket. */
export interface Socket {
  send(bytes: Uint8Array): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
  /** Bytes handed over and not yet on the wire. */
  readonly backlogBytes: number;
}

const refusalSentences: Record<RefusalCode, string> = {
  'view-only': 'Your link lets you look, not change anything.',
  'too-large': 'This change is too large to be stored.',
  unreadable: 'This change could not be read by the server.',
  'not-allowed': 'This change is not allowed here.',
};

const coldRate: Rate = { burst: limits.coldPresenceBurst, perSecond: limits.coldPresencePerSecond };
const hotRate: Rate = { burst: limits.hotPresencePerSecond, perSecond: limits.hotPresencePerSecond };
const checkRate: Rate = { burst: limits.checkBurst, perSecond: limits.checksPerSecond };
/** Hot presence is not worth more than this to somebody who is behind. */
const presenceBacklogBytesMax = 256 * 1024;
/** A peer that does not answer our close frame is cut off. */
export const closeWaitMs = 3_000;

export class Session {
  readonly grant: Grant;
  /** Speaks `commonboard.v1`: understands messages from 64 up. */
  readonly full: boolean;
  /** The one client id of its presence; null until it has shown any. */
  clientId: number | null = null;
  /** Has asked for the document, so that updates make sense to it. */
  reading = false;
  /** Has answered step 1: what it wrote before is here. Until then others may bring it, who heard it before a power cut. */
  hasTold = false;
  /** When the server last asked it for what an update of its depends on. */
  askedAgainAt = 0;
  readonly #socket: Socket;
  readonly #now: () => number;
  readonly #frames = new SettledFrames();
  readonly #cold: TokenBucket;
  readonly #hot: TokenBucket;
  readonly #checks: TokenBucket;
  #settledToSend: number | null = null;
  #open = true;
  #heardAt: number;
  #sentAt: number;
  #pingedAt: number;

  constructor(socket: Socket, grant: Grant, full: boolean, now: () => number) {
    this.#socket = socket;
    this.grant = grant;
    this.full = full;
    this.#now = now;
    this.#heardAt = this.#sentAt = this.#pingedAt = now();
    this.#cold = new TokenBucket(coldRate, now());
    this.#hot = new TokenBucket(hotRate, now());
    this.#checks = new TokenBucket(checkRate, now());
  }

  get open(): boolean {
    return this.#open;
  }

  /** False when it shows its presence more often than it may; that one is dropped. */
  mayShow(part: 'cold' | 'hot'): boolean {
    return (part === 'cold' ? this.#cold : this.#hot).take(this.#now());
  }

  /** False when it asks for comparison more often than it may. */
  mayAsk(): boolean {
    return this.#checks.take(this.#now());
  }

  /** What this person may do at this moment; null: nothing any more. */
  role(): Role | null {
    return roleNow(this.grant);
  }

  send(frame: Uint8Array): void {
    if (!this.#open) return;
    if (this.#socket.backlogBytes > limits.sendBacklogBytesMax) {
      this.close(closeCodes.tryLater, 'too far behind');
      return;
    }
    this.#sentAt = this.#now();
    this.#socket.send(frame);
  }

  /** What the board is called now. */
  sendBoard(): void {
    const { revision, row } = this.grant.board;
    if (this.full) this.send(encodeSessionMessage({ type: 'board', revision, title: row.title }));
  }

  sendPresence(frame: Uint8Array): void {
    if (this.#socket.backlogBytes <= presenceBacklogBytesMax) this.send(frame);
  }

  nextFrame(): number {
    return this.#frames.next();
  }

  /** Tells the client once for all frames that one commit has settled. */
  settled(frame: number): void {
    const count = this.#frames.done(frame);
    if (count === null || !this.full) return;
    if (this.#settledToSend === null) queueMicrotask(() => this.#sendSettled());
    this.#settledToSend = count;
  }

  refuse(frame: number, code: RefusalCode): void {
    if (!this.full) {
      this.close(code === 'unreadable' ? closeCodes.badFrame : closeCodes.notAllowed, refusalSentences[code]);
      return;
    }
    this.send(encodeRefusal({ frame, code, message: refusalSentences[code] }));
    this.settled(frame);
  }

  heard(): void {
    this.#heardAt = this.#now();
  }

  /** Called every few seconds: asks for a sign of life, and gives one that y-websocket counts (pings do not). */
  beat(): void {
    const now = this.#now();
    if (now - this.#heardAt > limits.socketSilentMs) {
      this.#socket.terminate();
      return;
    }
    if (now - this.#pingedAt >= limits.keepAliveMs) {
      this.#pingedAt = now;
      this.#socket.ping();
    }
    if (now - this.#sentAt >= limits.keepAliveMs - beatMs) this.send(encodeAwareness([]));
  }

  close(code: number, reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), closeWaitMs).unref();
  }

  /** The link was made anew or the board deleted. */
  revoked(): void {
    if (this.grant.board.deleted) this.close(closeCodes.gone, 'the board was deleted');
    else this.close(closeCodes.notAllowed, 'this link does not count any more');
  }

  /** The socket is gone by itself. */
  ended(): void {
    this.#open = false;
  }

  #sendSettled(): void {
    const count = this.#settledToSend;
    this.#settledToSend = null;
    if (count !== null) this.send(encodeSettled(count));
  }
}

/** How often `beat` is called. */
export const beatMs = 5_000;
