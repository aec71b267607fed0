// One socket: what was heard and sent, how far it is behind, what is settled for it. Decides nothing about boards.
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeRefusal, type RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { encodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { type Grant, noRight, type NoRight, ownRole, roleNow } from '../../access/grants.ts';
import { needsFacilitator } from '../../access/people.ts';
import { type Rate, TokenBucket } from '../../ops/token-bucket.ts';
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
  /** Hands over what is sent meanwhile in one write, where it can. */
  together?(send: () => void): void;
}

const refusalSentences: Record<RefusalCode, string> = {
  'view-only': 'Your link lets you look, not change anything.',
  'too-large': 'This change is too large to be stored.',
  unreadable: 'This change could not be read by the server.',
  'not-allowed': 'This change is not allowed here.',
  paused: 'A facilitator has paused the board.',
  locked: 'What you changed is locked. Ask a facilitator to open it.',
  incomplete: 'Parts that this change needs are missing on the server.',
  full: 'This board holds as much as a board can. Delete what nobody needs, or go on on a new board.',
  'too-many-ids':
    'You have written on this board from too many windows and devices. Come back as a new person to go on.',
  'too-many-notes': 'These are more notes than this private round takes from one person.',
  conflict: 'The board holds something else in the place of this change.',
};

const coldRate: Rate = { burst: limits.coldPresenceBurst, perSecond: limits.coldPresencePerSecond };
const hotRate: Rate = { burst: limits.hotPresencePerSecond, perSecond: limits.hotPresencePerSecond };
const checkRate: Rate = { burst: limits.checkBurst, perSecond: limits.checksPerSecond };
const gapRate: Rate = { burst: limits.gapsBurst, perSecond: limits.gapsPerSecond };
/** Hot presence is not worth more than this to somebody who is behind. */
const presenceBacklogBytesMax = 256 * 1024;
/** A peer that does not answer our close frame is cut off. */
export const closeWaitMs = 3_000;

/** How a socket without a right is closed. */
export function closingFor(why: NoRight): { code: number; reason: string } {
  switch (why) {
    case 'deleted':
      return { code: closeCodes.gone, reason: 'the board was deleted' };
    case 'revoked':
      return { code: closeCodes.notAllowed, reason: closeReasons.revoked };
    case 'sent-away':
      return { code: closeCodes.notAllowed, reason: closeReasons.sentAway };
    case 'banned':
      return { code: closeCodes.notAllowed, reason: closeReasons.banned };
    case 'waiting':
      return { code: closeCodes.notAllowed, reason: closeReasons.waiting };
  }
}

/** How a connection is kept alive, and found dead. */
export interface Pulse {
  /** How often `beat` is called. */
  beatMs: number;
  keepAliveMs: number;
  socketSilentMs: number;
}

export const usualPulse: Pulse = {
  beatMs: 5_000,
  keepAliveMs: limits.keepAliveMs,
  socketSilentMs: limits.socketSilentMs,
};

export class Session {
  readonly grant: Grant;
  /** Speaks `commonboard.v1`: understands messages from 64 up. */
  readonly full: boolean;
  /** The one client id of its presence; null until it has shown any. */
  clientId: number | null = null;
  /** Shows an id under which another participant counts. */
  showsAnothers = false;
  /** Asked for the document, and gets it when it has told what it has. */
  asked: Uint8Array | null = null;
  /** How many step 2 may hold all that this client has: as many as the server has sent step 1. */
  answersOwed = 0;
  /** Holds work in whose place the document has something else: that would be taken over there, and the work be gone. */
  conflicts = false;
  /** Has asked for the document, so that updates make sense to it. */
  reading = false;
  /** Has answered step 1: what it wrote before is here. Until then others may bring it, who heard it before a power cut. */
  hasTold = false;
  /** Numbers of frames that stand on something the server lacks, until its next step 2. */
  readonly held: number[] = [];
  readonly #socket: Socket;
  readonly #now: () => number;
  readonly #frames = new SettledFrames();
  readonly #cold: TokenBucket;
  readonly #hot: TokenBucket;
  readonly #checks: TokenBucket;
  readonly #gaps: TokenBucket;
  #settledToSend: number | null = null;
  #settledAt = -Infinity;
  #open = true;
  #ending: NodeJS.Timeout | undefined;
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
    this.#gaps = new TokenBucket(gapRate, now());
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

  /** False when it has been asked for what it left out more often than it may. */
  mayBeAsked(): boolean {
    return this.#gaps.take(this.#now());
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

  /** Several frames for the price of one. */
  sendTogether(send: () => void): void {
    if (this.#socket.together) this.#socket.together(send);
    else send();
  }

  /** What this person may do while the board is not paused. */
  ownRole(): Role | null {
    return ownRole(this.grant);
  }

  /** What the board is called now, and what this person may do there. */
  sendBoard(): void {
    const role = this.ownRole();
    if (!this.full || role === null) return;
    const { revision, row, access, participants, codeStopped } = this.grant.board;
    const waiting = participants.filter(needsFacilitator).length;
    const forLeaders = role === 'facilitate' ? { waiting, ...(codeStopped && { codeStopped }) } : {};
    this.send(
      encodeSessionMessage({ type: 'board', revision, title: row.title, paused: access.paused, role, ...forLeaders }),
    );
  }

  /** Hot presence is dropped for somebody who is behind: the next is newer. */
  get hasRoomForPresence(): boolean {
    return this.#socket.backlogBytes <= presenceBacklogBytesMax;
  }

  get backlogBytes(): number {
    return this.#socket.backlogBytes;
  }

  nextFrame(): number {
    return this.#frames.next();
  }

  /** Tells the client once for all frames that one commit has settled; while it writes on, not more often than need be. */
  settled(frame: number): void {
    const count = this.#frames.done(frame);
    if (count === null || !this.full) return;
    if (this.#settledToSend === null) this.#sendSettledSoon();
    this.#settledToSend = count;
  }

  refuse(frame: number, why: RefusalCode): void {
    // Who may else change things is told the reason that passes.
    const code = why === 'view-only' && this.ownRole() === 'edit' ? 'paused' : why;
    if (!this.full) {
      this.close(code === 'unreadable' ? closeCodes.badFrame : closeCodes.notAllowed, refusalSentences[code]);
      return;
    }
    this.conflicts ||= code === 'conflict';
    this.send(encodeRefusal({ frame, code, message: refusalSentences[code] }));
    this.settled(frame);
  }

  get heardAt(): number {
    return this.#heardAt;
  }

  heard(): void {
    this.#heardAt = this.#now();
  }

  /** Called every few seconds: asks for a sign of life, and gives one that y-websocket counts (pings do not). */
  beat({ beatMs, keepAliveMs, socketSilentMs }: Pulse = usualPulse): void {
    const now = this.#now();
    if (now - this.#heardAt > socketSilentMs) {
      this.#socket.terminate();
      return;
    }
    if (now - this.#pingedAt >= keepAliveMs) {
      this.#pingedAt = now;
      this.#socket.ping();
    }
    if (now - this.#sentAt >= keepAliveMs - beatMs) this.send(encodeAwareness([]));
  }

  close(code: number, reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    this.#socket.close(code, reason);
    this.#ending = setTimeout(() => this.#socket.terminate(), closeWaitMs).unref();
  }

  /** The right is gone, for whatever reason. */
  revoked(): void {
    const { code, reason } = closingFor(noRight(this.grant) ?? 'revoked');
    this.close(code, reason);
  }

  /** The socket is gone by itself. */
  ended(): void {
    this.#open = false;
    // It would keep all that belongs to the connection in memory: of a thousand a second that is noticed.
    clearTimeout(this.#ending);
  }

  #sendSettledSoon(): void {
    const waitMs = this.#settledAt + limits.settledWindowMs - this.#now();
    if (waitMs <= 0) queueMicrotask(() => this.#sendSettled());
    else setTimeout(() => this.#sendSettled(), waitMs).unref();
  }

  #sendSettled(): void {
    this.#settledAt = this.#now();
    const count = this.#settledToSend;
    this.#settledToSend = null;
    if (count !== null) this.send(encodeSettled(count));
  }
}
