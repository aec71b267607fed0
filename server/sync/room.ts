// One board in memory: loading -> live <-> draining -> gone, or live -> stopping -> gone. Applies updates, passes them on, has them stored, says so.
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { Bus, BusChannel, BusEvent } from '../scale-out/bus.ts';
import type { BoardStore, StoredDocument } from '../storage/board-store.ts';
import type { Frame } from './frame.ts';
import { encodeStep1, encodeStep2 } from './frames-out.ts';
import { judgeUpdate } from './gate.ts';
import { LogWriter } from './log-writer.ts';
import { RoomPresence } from './presence.ts';
import type { Session } from './session.ts';
import { UpdateFanOut } from './update-fan-out.ts';

export interface RoomDeps {
  store: BoardStore;
  bus: Bus;
  log: Log;
  now: () => number;
  roomIdleMs: number;
  storageRetryMs: number;
}

type Origin = Session | 'bus' | 'server' | 'load';
interface Content {
  doc: Y.Doc;
  writer: LogWriter;
}
interface Held {
  session: Session;
  frame: Frame;
}

const askAgainMs = 5_000;

export class Room {
  readonly board: BoardId;
  /** Resolves when the document is there; rejects when it could not be loaded. */
  readonly ready: Promise<void>;
  readonly #deps: RoomDeps;
  readonly #onGone: () => void;
  readonly #sessions = new Set<Session>();
  readonly #fanOut = new UpdateFanOut(this.#sessions);
  readonly #presence: RoomPresence;
  readonly #channel: BusChannel;
  #state: 'loading' | 'live' | 'draining' | 'stopping' | 'gone' = 'loading';
  #content: Content | null = null;
  #inbox: Held[] = [];
  #busInbox: BusEvent[] = [];
  #holds = 0;
  #idleTimer: NodeJS.Timeout | null = null;
  #fullState: Uint8Array | null = null;
  #changed = false;

  constructor(board: BoardId, deps: RoomDeps, onGone: () => void) {
    this.board = board;
    this.#deps = deps;
    this.#onGone = onGone;
    this.#channel = deps.bus.join(board, (event) => this.#hearBus(event));
    this.#presence = new RoomPresence(this.#sessions, deps.now, (entries) =>
      this.#channel.publish({ kind: 'presence', entries }),
    );
    this.ready = this.#load();
    // Whoever waits hears of it; without anybody waiting it has been logged.
    this.ready.catch(() => undefined);
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  enter(session: Session): void {
    if (this.#state === 'gone') throw new Error('A room that is gone was entered.');
    if (this.#state === 'stopping' || this.#sessions.size >= limits.connectionsPerBoardMax) {
      session.close(closeCodes.tryLater, this.#state === 'stopping' ? 'the board is closing' : 'the board is full');
      return;
    }
    this.#stayAwake();
    this.#sessions.add(session);
    session.grant.board.holds++;
    if (this.#content) this.#greet(session, this.#content.doc);
  }

  leave(session: Session): void {
    if (!this.#sessions.delete(session)) return;
    session.grant.board.holds--;
    this.#presence.leave(session);
    this.#idleSoon();
  }

  receive(session: Session, frame: Frame): void {
    if (!this.#sessions.has(session)) return;
    if (this.#content) this.#handle(session, frame, this.#content);
    else if (this.#inbox.length < limits.inboxFramesMax) this.#inbox.push({ session, frame });
    else session.close(closeCodes.tryLater, 'the board is still loading');
  }

  /** Keeps the room in memory while something reads or edits it without a socket. */
  async use<T>(work: (room: Room) => T | Promise<T>): Promise<T> {
    this.#stayAwake();
    this.#holds++;
    try {
      await this.ready;
      return await work(this);
    } finally {
      this.#holds--;
      this.#idleSoon();
    }
  }

  read<T>(look: (doc: Y.Doc) => T): T {
    return look(this.#need().doc);
  }

  /** Changes the document for a person without a socket; `stored` resolves when all of it is durable. */
  edit<T>(participant: ParticipantId, change: (doc: Y.Doc) => T): { result: T; stored: Promise<void> } {
    const { doc, writer } = this.#need();
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    doc.on('update', collect);
    const result = doc.transact(() => change(doc), 'server' satisfies Origin);
    doc.off('update', collect);
    const stored = new Promise<void>((resolve) => {
      for (const update of updates) writer.add({ participant, update }, () => undefined);
      writer.afterAll(resolve);
    });
    return { result, stored };
  }

  /** The board was deleted: nothing more is stored and everybody is sent away for good. */
  discard(): void {
    this.#channel.publish({ kind: 'deleted' });
    this.#end(closeCodes.gone, 'the board was deleted');
  }

  /** The server is stopping: sends everybody away to come back, and resolves when all is stored. */
  async stop(): Promise<void> {
    if (this.#state === 'gone') return;
    this.#state = 'stopping';
    for (const session of this.#sessions) session.close(closeCodes.restart, 'the server is restarting');
    const content = this.#content;
    if (content) {
      content.writer.hurry();
      await content.writer.idle();
    }
    this.#end(closeCodes.restart, 'the server is restarting');
  }

  async #load(): Promise<void> {
    const { store, log } = this.#deps;
    try {
      const stored = await store.loadDocument(this.board);
      // The board may have been deleted while the disk was read.
      if (this.#state !== 'loading') throw new Error('The room was closed while it was loading.');
      if (stored.damaged.length > 0) {
        log.error('damaged rows kept aside', { board: boardTag(this.board), rows: stored.damaged.length });
      }
      this.#content = this.#open(stored);
    } catch (error) {
      if (this.#state === 'loading') {
        log.error('board not loaded', { board: boardTag(this.board), ...errorFields(error) });
        this.#end(closeCodes.failed, 'the board could not be loaded');
      }
      throw error;
    }
    this.#goLive(this.#content);
  }

  #open(stored: StoredDocument): Content {
    const doc = new Y.Doc({ gc: true });
    doc.transact(() => {
      Y.applyUpdateV2(doc, stored.snapshot);
      for (const update of stored.updates) Y.applyUpdate(doc, update);
    }, 'load' satisfies Origin);
    doc.on('update', (update: Uint8Array, origin: Origin) => this.#updated(update, origin));
    const loaded = { seq: stored.seq, rows: stored.updates.length };
    const { store, log, storageRetryMs } = this.#deps;
    const writer = new LogWriter(
      this.board,
      store,
      loaded,
      {
        failing: (failing) =>
          log[failing ? 'error' : 'info'](failing ? 'not saving' : 'saving again', { board: boardTag(this.board) }),
        gone: () => this.#end(closeCodes.gone, 'the board was deleted'),
      },
      storageRetryMs,
    );
    return { doc, writer };
  }

  #goLive(content: Content): void {
    this.#state = 'live';
    for (const event of this.#busInbox.splice(0)) this.#hearBus(event);
    this.#channel.publish({ kind: 'opened', stateVector: Y.encodeStateVector(content.doc) });
    for (const session of this.#sessions) this.#greet(session, content.doc);
    for (const { session, frame } of this.#inbox.splice(0)) this.#handle(session, frame, content);
    this.#idleSoon();
  }

  #greet(session: Session, doc: Y.Doc): void {
    session.send(encodeStep1(Y.encodeStateVector(doc)));
    const present = this.#presence.frameFor(session);
    if (present) session.send(present);
  }

  #handle(session: Session, frame: Frame, content: Content): void {
    if (!session.open || this.#state === 'gone') return;
    const role = session.role();
    if (role === null) {
      session.revoked();
      return;
    }
    switch (frame.kind) {
      case 'step1':
        this.#answerStep1(session, frame.stateVector, content.doc);
        return;
      case 'step2':
      case 'update':
        this.#take(session, frame.update, role, content);
        return;
      case 'awareness':
        this.#presence.receive(session, frame.entries);
        return;
      case 'queryAwareness': {
        const present = this.#presence.frameFor(session);
        if (present) session.send(present);
        return;
      }
      case 'presence':
        this.#presence.receiveHot(session, frame.body);
    }
  }

  #answerStep1(session: Session, stateVector: Uint8Array, doc: Y.Doc): void {
    try {
      session.send(encodeStep2(this.#stateSince(stateVector, doc)));
      session.reading = true;
    } catch {
      // A state vector that Yjs cannot read is a frame that cannot be read.
      session.close(closeCodes.badFrame, 'the state vector cannot be read');
    }
  }

  /** Three hundred people who join at once ask for the same bytes. */
  #stateSince(stateVector: Uint8Array, doc: Y.Doc): Uint8Array {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
    if (!knowsNothing) return Y.encodeStateAsUpdate(doc, stateVector);
    this.#fullState ??= Y.encodeStateAsUpdate(doc);
    return this.#fullState;
  }

  #take(session: Session, update: Uint8Array, role: Role, { doc, writer }: Content): void {
    const frame = session.nextFrame();
    const verdict = judgeUpdate(doc, update, role);
    if (verdict.kind === 'refuse') {
      session.refuse(frame, verdict.code);
      return;
    }
    if (verdict.kind === 'nothing') {
      session.settled(frame);
      return;
    }
    this.#changed = false;
    try {
      Y.applyUpdate(doc, update, session satisfies Origin);
    } catch (error) {
      this.#poisoned(session, frame, error);
      return;
    }
    const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
    // What others sent before may hold the same and not be durable yet: a repeat is settled with it, not before.
    if (!this.#changed && !waits) writer.afterAll(() => session.settled(frame));
    else writer.add({ participant: session.grant.participant.id, update }, () => session.settled(frame));
    if (waits) this.#askAgain(session, doc);
    if (writer.rows >= limits.logRowsBeforeLiveFold) void this.#fold({ doc, writer });
  }

  #updated(update: Uint8Array, origin: Origin): void {
    this.#changed = true;
    this.#fullState = null;
    this.#fanOut.add(update, typeof origin === 'string' ? null : origin);
    if (origin !== 'bus') this.#channel.publish({ kind: 'update', update });
  }

  /** The update depends on something we do not have; its sender has it. */
  #askAgain(session: Session, doc: Y.Doc): void {
    const now = this.#deps.now();
    if (now - session.askedAgainAt < askAgainMs) return;
    session.askedAgainAt = now;
    session.send(encodeStep1(Y.encodeStateVector(doc)));
  }

  /** Yjs threw in the middle of an update, so the document in memory may be half changed: it is loaded again. */
  #poisoned(session: Session, frame: number, error: unknown): void {
    this.#deps.log.warn('unreadable update', { board: boardTag(this.board), ...errorFields(error) });
    session.refuse(frame, 'unreadable');
    void this.stop();
  }

  #hearBus(event: BusEvent): void {
    if (this.#state === 'gone') return;
    if (!this.#content) {
      this.#busInbox.push(event);
      return;
    }
    const { doc } = this.#content;
    switch (event.kind) {
      case 'update':
        Y.applyUpdate(doc, event.update, 'bus' satisfies Origin);
        return;
      case 'opened':
        this.#channel.publish({ kind: 'update', update: Y.encodeStateAsUpdate(doc, event.stateVector) });
        this.#channel.publish({ kind: 'presence', entries: this.#presence.own() });
        return;
      case 'presence':
        this.#presence.receiveFromBus(event.entries);
        return;
      case 'deleted':
        this.#end(closeCodes.gone, 'the board was deleted');
    }
  }

  #need(): Content {
    if (!this.#content || this.#state === 'gone' || this.#state === 'stopping')
      throw new Error('The room is not open.');
    return this.#content;
  }

  #isUnused(): boolean {
    return this.#sessions.size === 0 && this.#holds === 0;
  }

  #stayAwake(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
    if (this.#state === 'draining') this.#state = 'live';
  }

  #idleSoon(): void {
    if (this.#state !== 'live' || !this.#isUnused() || this.#idleTimer !== null) return;
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      void this.#drain();
    }, this.#deps.roomIdleMs);
    this.#idleTimer.unref();
  }

  /** Leaves memory when all is stored. Somebody who comes meanwhile finds the room as it was. */
  async #drain(): Promise<void> {
    const content = this.#content;
    if (!content || this.#state !== 'live' || !this.#isUnused()) return;
    this.#state = 'draining';
    await content.writer.idle();
    if (this.#isDraining() && content.writer.rows >= limits.logRowsBeforeSnapshot) await this.#fold(content);
    if (this.#isDraining()) this.#end(closeCodes.restart, 'the room is closed');
  }

  #isDraining(): boolean {
    return this.#state === 'draining' && this.#isUnused();
  }

  #folding = false;

  async #fold({ doc, writer }: Content): Promise<void> {
    if (this.#folding) return;
    this.#folding = true;
    const { seq, rows } = writer;
    try {
      await this.#deps.store.foldLog(this.board, seq, Y.encodeStateAsUpdateV2(doc));
      writer.folded(rows);
    } catch (error) {
      // The log is still whole; it is folded at the next idle time.
      this.#deps.log.warn('log not folded', { board: boardTag(this.board), ...errorFields(error) });
    }
    this.#folding = false;
  }

  #end(code: number, reason: string): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#stayAwake();
    for (const session of this.#sessions) {
      session.close(code, reason);
      session.grant.board.holds--;
    }
    this.#sessions.clear();
    this.#inbox = [];
    this.#fanOut.stop();
    this.#presence.stop();
    this.#channel.leave();
    this.#content?.writer.stop();
    this.#content?.doc.destroy();
    this.#onGone();
  }
}
