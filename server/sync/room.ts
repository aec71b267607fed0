// One board in memory: loading -> live <-> draining -> gone, or live -> stopping -> gone; live -> loading again when an
// update broke the document in memory. Joins sockets, document, presence and the other servers, each in its own file.
import type * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { boardTag, errorFields } from '../ops/log.ts';
import type { DivergenceCount } from '../ops/divergence-count.ts';
import type { Bus } from '../scale-out/bus.ts';
import { StoreError } from '../storage/board-store.ts';
import { answerCheck, answerStep1, greet, hasTold, isTooOld, noteDivergence } from './answers.ts';
import { type Authors, saysNothing } from './gate/authors.ts';
import { BoardDocument, type DocumentDeps } from './document/board-document.ts';
import { BrokenDocument } from './document/broken-document.ts';
import { BusNews, type BusNewsEvent } from './bus-news.ts';
import type { Frame } from './socket/frame.ts';
import { encodeAwareness } from './socket/frames-out.ts';
import type { PassedUpdate } from './document/gathered-updates.ts';
import { Inbox } from './inbox.ts';
import { RoomPresence } from './presence/presence.ts';
import { RoomChannel } from './room-channel.ts';
import { RoomClosing } from './room-closing.ts';
import { RoomUse } from './room-use.ts';
import { placeFor, sendAllAway } from './room-places.ts';
import type { PersonsWork, ServerWork } from './document/server-work.ts';
import type { Session } from './socket/session.ts';
import { UpdateFanOut } from './update-fan-out.ts';
import { type FindSteering, type Steering, tellRemoved, tellSession, unsteered } from './steering.ts';
import { goesWithOthers, UpdateIntake } from './update-intake.ts';
import type { Touched } from './gate/touched-records.ts';
import { mayTouch, type Toucher } from './gate/write-rule.ts';

export interface RoomDeps extends DocumentDeps {
  bus: Bus;
  divergences: DivergenceCount;
  /** Whether people may have heard what the server has lost: it was started a while ago. */
  mayLack: () => boolean;
  roomIdleMs: number;
  /** Left out: everybody who may edit may change everything. */
  steering?: FindSteering;
}

/** Where a change came from: a session, or the bus. */
type Source = Session | RoomChannel;

export class Room {
  readonly board: BoardId;
  /** Resolves when the document is there; rejects when it could not be loaded. */
  #ready: Promise<void>;
  readonly #deps: RoomDeps;
  readonly #onGone: () => void;
  readonly #sessions = new Set<Session>();
  readonly #fanOut: UpdateFanOut;
  readonly #presence: RoomPresence;
  readonly #intake: UpdateIntake;
  readonly #channel: RoomChannel;
  readonly #busNews: BusNews<Source>;
  #state: 'loading' | 'live' | 'draining' | 'stopping' | 'gone' = 'loading';
  #document: BoardDocument<Source> | null = null;
  readonly #broken = new BrokenDocument<Source>();
  readonly #inbox = new Inbox();
  readonly #use: RoomUse;
  #steering: Steering = unsteered;

  constructor(board: BoardId, deps: RoomDeps, onGone: () => void) {
    this.board = board;
    this.#deps = deps;
    this.#onGone = onGone;
    this.#use = new RoomUse(deps.roomIdleMs, () => void this.#drain());
    this.#channel = new RoomChannel(deps.bus, board, {
      heard: (event) => this.#hearBus(event),
      deleted: () => this.#end(closeCodes.gone, 'the board was deleted'),
      // Whoever loads after this finds all of it stored.
      tooMuch: () => this.#end(closeCodes.tryLater, 'the board is still loading'),
    });
    this.#fanOut = new UpdateFanOut(this.#sessions, deps.now, () => this.#document);
    this.#presence = new RoomPresence(this.#sessions, deps.now, {
      publish: (entries) => this.#channel.publish({ kind: 'presence', entries }),
      ownerOf: (client) => this.#document?.authors.ownerOf(client) ?? null,
    });
    this.#busNews = new BusNews<Source>(this.#channel, this.#presence, deps.now);
    this.#intake = new UpdateIntake(() => this.#steering.rule(), {
      isOthers: (client, session) => this.#presence.isOthers(client, session),
      isGathering: () => this.#fanOut.isGathering,
      mayLack: deps.mayLack,
      learnt: (credits) => saysNothing(credits) || this.#channel.publish({ kind: 'credits', credits }),
      removed: (session, records) => tellRemoved(this.#steering, this.#sessions, session, records),
      broke: (session, frame, error) => this.#poisoned(session, frame, error),
    });
    this.#ready = this.#load();
    // Whoever waits hears of it; without anybody waiting it has been logged.
    this.#ready.catch(() => undefined);
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  /** How many records of the board cannot be shown; 0 while it is loading. */
  hidden(): number {
    return this.#document?.hidden() ?? 0;
  }

  enter(session: Session): void {
    if (this.#state === 'gone') throw new Error('A room that is gone was entered.');
    const place = placeFor(session, this.#sessions);
    if (this.#state === 'stopping' || place === 'full') {
      session.close(closeCodes.tryLater, place === 'full' ? 'the board is full' : 'the board is closing');
      return;
    }
    if (place.goes) {
      place.goes.close(closeCodes.notAllowed, closeReasons.tooManyWindows);
      this.leave(place.goes);
    }
    this.#stayAwake();
    this.#sessions.add(session);
    session.grant.board.holds++;
    if (this.#document) greet(session, this.#document, this.#presence, this.#steering);
  }

  leave(session: Session): void {
    if (!this.#sessions.delete(session)) return;
    session.grant.board.holds--;
    this.#presence.leave(session);
    this.#idleSoon();
  }

  /** Their right is gone: so are they for the others, whenever their socket closes. */
  sendAway(session: Session): void {
    session.revoked();
    this.leave(session);
  }

  receive(session: Session, frame: Frame): void {
    if (!this.#sessions.has(session)) return;
    if (this.#document) this.#handle(session, frame, this.#document);
    else if (!this.#inbox.add(session, frame)) session.close(closeCodes.tryLater, 'the board is still loading');
  }

  /** Keeps the room in memory while something reads or edits it without a socket. */
  async use<T>(work: (room: Room) => T | Promise<T>): Promise<T> {
    this.#stayAwake();
    this.#use.hold();
    try {
      await this.#ready;
      return await work(this);
    } finally {
      this.#use.release();
      this.#idleSoon();
    }
  }

  read<T>(look: (doc: Y.Doc, authors: Authors) => T): T {
    return look(this.#open().doc, this.#open().authors);
  }

  /** The whole document for somebody who comes, gzip; at most a moment old. */
  packed(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#open().packed();
  }

  /** For a person without a socket. `stored` resolves when all of it is durable. */
  edit<T>(
    participant: ParticipantId,
    change: (doc: Y.Doc) => T,
    work?: PersonsWork,
  ): { result: T; stored: Promise<void> } {
    return this.#open().edit(participant, change, work);
  }

  /** In the server's own name. Resolves when it is durable. */
  write(change: (doc: Y.Doc) => void, work: ServerWork): Promise<void> {
    return this.#open().write(change, work);
  }

  /** As it is in memory; null while it is not. */
  readNow<T>(look: (doc: Y.Doc) => T): T | null {
    return this.#document && look(this.#document.doc);
  }

  /** Tells everybody who is here how the session stands. */
  tellSession(): void {
    this.#presence.steered(this.#steering);
    for (const session of this.#sessions) tellSession(this.#steering, session);
  }

  /** What keeps a person without a socket from this just now: the rule of this moment, or the board's size. */
  whyNot(touched: Touched, toucher: Toucher, bytes = 0): 'locked' | 'full' | null {
    const { doc, authors, size } = this.#open();
    if (!mayTouch(doc, touched, this.#steering.rule(), authors, toucher)) return 'locked';
    return bytes > 0 && !size.hasRoomFor({ length: bytes }) ? 'full' : null;
  }

  /** It is deleted: nothing more is stored and everybody is sent away for good. */
  discard(reason = 'the board was deleted'): void {
    this.#channel.publish({ kind: 'deleted' });
    this.#end(closeCodes.gone, reason);
  }

  /** The server is stopping: sends everybody away to come back, and resolves when all is stored. */
  async stop(): Promise<void> {
    if (this.#state === 'gone') return;
    this.#state = 'stopping';
    for (const session of this.#sessions) session.close(closeCodes.restart, 'the server is restarting');
    await (this.#document ?? this.#broken).allStored();
    this.#end(closeCodes.restart, 'the server is restarting');
  }

  async #load(): Promise<void> {
    const { store, log } = this.#deps;
    try {
      await this.#broken.retire();
      const stored = await store.loadDocument(this.board);
      this.#steering = (await this.#deps.steering?.(this.board)) ?? unsteered;
      // The board may have been deleted while the disk was read.
      if (this.#state !== 'loading') throw new RoomClosing();
      this.#document = new BoardDocument<Source>(this.board, stored, this.#deps, {
        updated: (update, source) =>
          this.#fanOut.add(update, source === this.#channel ? null : (source as Session | null)),
        // Rule R65: whoever builds on it elsewhere must not be durable before it is.
        stored: (update) => this.#channel.publish({ kind: 'update', update }),
        torn: (batch) => this.#torn(batch),
        gone: () => this.#end(closeCodes.gone, 'the board was deleted'),
      });
    } catch (error) {
      if (this.#state === 'loading') {
        const failure = error instanceof StoreError ? error.failure : null;
        log.error('board not loaded', { board: boardTag(this.board), failure, ...errorFields(error) });
        this.#end(closeCodes.failed, 'the board could not be loaded');
      }
      throw error;
    }
    this.#goLive(this.#document);
  }

  #goLive(document: BoardDocument<Source>): void {
    this.#state = 'live';
    this.#channel.open();
    this.#channel.publish({ kind: 'opened', stateVector: document.stateVector() });
    this.#presence.steered(this.#steering);
    this.#broken.applyAgain(document, () => this.#document === document);
    if (this.#document !== document) return;
    for (const session of this.#sessions) greet(session, document, this.#presence, this.#steering);
    for (const { session, frame } of this.#inbox.takeAll()) {
      if (this.#sessions.has(session)) this.#handle(session, frame, document);
      else this.#handleLeft(session, frame, document);
    }
    this.#idleSoon();
  }

  /** Somebody wrote and left while the board was loading: what was written counts. */
  #handleLeft(session: Session, frame: Frame, document: BoardDocument<Source>): void {
    if (frame.kind !== 'update' && frame.kind !== 'step2') return;
    const role = session.role();
    if (role === null || isTooOld(session, document)) return;
    this.#intake.take(session, frame, role, document);
  }

  #handle(session: Session, frame: Frame, document: BoardDocument<Source>): void {
    if (!session.open || this.#state === 'gone') return;
    const role = session.role();
    if (role === null) {
      this.sendAway(session);
      return;
    }
    if (!goesWithOthers(frame, session, document)) document.applyGathered();
    // What was gathered has broken it.
    if (this.#document !== document) {
      this.receive(session, frame);
      return;
    }
    switch (frame.kind) {
      case 'step1':
        answerStep1(session, frame.stateVector, document);
        return;
      case 'step2':
        this.#intake.take(session, frame, role, document);
        hasTold(session, document);
        return;
      case 'update':
        this.#intake.take(session, frame, role, document);
        return;
      case 'awareness':
        this.#presence.receive(session, frame.entries);
        return;
      case 'queryAwareness':
        // Always answered, if only with an empty list: clients ask it to learn whether the network is alive.
        session.send(this.#presence.frameFor(session) ?? encodeAwareness([]));
        return;
      case 'presence':
        this.#presence.receiveHot(session, frame.body);
        return;
      case 'check':
        if (!session.full || !session.mayAsk()) return;
        if (frame.said === 'ask') answerCheck(session, document, () => this.#fanOut.flush());
        else noteDivergence(this.board, frame.said, this.#deps);
    }
  }

  /** Yjs threw in the middle of an update: its sender is sent away. */
  #poisoned(session: Session, frame: number, error: unknown): void {
    this.#deps.log.warn('unreadable update', { board: boardTag(this.board), ...errorFields(error) });
    session.refuse(frame, 'unreadable');
    session.close(closeCodes.badFrame, 'this update cannot be read');
    this.#loadAgain();
  }

  /** Yjs threw in the middle of several: one by one, the bad one shows itself. */
  #torn(batch: readonly PassedUpdate<Source>[]): void {
    this.#broken.tryAgain(batch);
    this.#loadAgain();
  }

  /** The document in memory may be half changed. What people send meanwhile waits. */
  #loadAgain(): void {
    if (this.#state !== 'live' && this.#state !== 'draining') return;
    this.#state = 'loading';
    this.#channel.hold();
    this.#broken.keep(this.#document);
    this.#document = null;
    this.#ready = this.#load();
    this.#ready.catch(() => undefined);
  }

  #hearBus(event: BusNewsEvent): void {
    this.#document?.applyGathered();
    if (this.#document) this.#busNews.take(event, this.#document);
  }

  #open(): BoardDocument<Source> {
    this.#document?.applyGathered();
    const isOpen = this.#state === 'live' || this.#state === 'draining';
    if (!this.#document || !isOpen) throw new RoomClosing();
    return this.#document;
  }

  #isUnused(): boolean {
    return this.#sessions.size === 0 && !this.#use.isHeld;
  }

  #stayAwake(): void {
    this.#use.wake();
    if (this.#state === 'draining') this.#state = 'live';
  }

  #idleSoon(): void {
    if (this.#state === 'live' && this.#isUnused()) this.#use.left();
  }

  /** Leaves memory when all is stored. Somebody who comes meanwhile finds the room as it was. */
  async #drain(): Promise<void> {
    const document = this.#document;
    if (!document || this.#state !== 'live' || !this.#isUnused()) return;
    this.#state = 'draining';
    await document.allStored();
    if (this.#isDraining()) await document.beforeLeaving();
    if (this.#isDraining()) this.#end(closeCodes.restart, 'the room is closed');
  }

  /** Asked after each wait: a newcomer makes the room live again. */
  #isDraining(): boolean {
    return this.#state === 'draining' && this.#isUnused();
  }

  #end(code: number, reason: string): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#stayAwake();
    sendAllAway(this.#sessions, code, reason);
    this.#inbox.takeAll();
    this.#fanOut.stop();
    this.#presence.stop();
    this.#channel.leave();
    this.#document?.stop();
    this.#broken.stop();
    this.#onGone();
  }
}
