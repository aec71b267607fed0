// Passes updates on to the readers of a room: the first at once, then at most one merged frame per window. Who reads slowly gets
// nothing for a while and then all of it in one. Rules R10 and R30.
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeUpdate } from './socket/frames-out.ts';
import type { Session } from './socket/session.ts';

interface Waiting {
  update: Uint8Array;
  /** Who made it and so has it already; null: nobody here. */
  origin: Session | null;
}

/** What the fan-out needs of the document. */
export interface Source {
  /** What was let pass in this window comes now; gives how many updates that were. */
  applyGathered(): number;
  stateVector(): Uint8Array;
  stateSince(stateVector: Uint8Array): Uint8Array;
}

/** Somebody who is behind: what they have been sent, and since when nothing more. */
interface Laggard {
  stateVector: Uint8Array;
  since: number;
}

const lagCheckMs = 100;

export class UpdateFanOut {
  readonly #sessions: ReadonlySet<Session>;
  readonly #now: () => number;
  readonly #document: () => Source | null;
  readonly #laggards = new Map<Session, Laggard>();
  #waiting: Waiting[] = [];
  #window: NodeJS.Timeout | null = null;
  #lagCheck: NodeJS.Timeout | null = null;

  /** `document` gives null while there is none. */
  constructor(sessions: ReadonlySet<Session>, now: () => number, document: () => Source | null) {
    this.#sessions = sessions;
    this.#now = now;
    this.#document = document;
  }

  /** What comes now is passed on at the window's end. */
  get isGathering(): boolean {
    return this.#window !== null;
  }

  /** `origin`: who made it; null: another server, this one, or many. */
  add(update: Uint8Array, origin: Session | null): void {
    this.#waiting.push({ update, origin });
    if (this.#window === null) this.#flush(limits.sendWindowMs);
  }

  /** Passes on what waits, so that whatever is sent next comes after it. */
  flush(): void {
    if (this.#window !== null) clearTimeout(this.#window);
    this.#flush(limits.sendWindowMs);
  }

  stop(): void {
    if (this.#window !== null) clearTimeout(this.#window);
    if (this.#lagCheck !== null) clearInterval(this.#lagCheck);
    this.#window = this.#lagCheck = null;
    this.#waiting = [];
    this.#laggards.clear();
  }

  #endWindow(): void {
    const gathered = this.#document()?.applyGathered() ?? 0;
    this.#flush(gathered > limits.busyWindowUpdates ? limits.busySendWindowMs : limits.sendWindowMs);
  }

  #flush(nextWindowMs: number): void {
    this.#window = null;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#window = setTimeout(() => this.#endWindow(), nextWindowMs);
    const writers = new Set(batch.map(({ origin }) => origin));
    const shared = encodeUpdate(merge(batch));
    for (const session of this.#sessions) {
      if (!session.reading || this.#laggards.has(session)) continue;
      if (!writers.has(session) || writers.size > limits.ownFramesMax) {
        session.send(shared);
      } else {
        const others = batch.filter(({ origin }) => origin !== session);
        if (others.length > 0) session.send(encodeUpdate(merge(others)));
      }
      if (session.backlogBytes > limits.laggardBytes) this.#letLag(session);
    }
  }

  /** All up to now has been handed to its socket; what comes from now on is sent in one, once that has gone out. */
  #letLag(session: Session): void {
    const document = this.#document();
    if (!document) return;
    this.#laggards.set(session, { stateVector: document.stateVector(), since: this.#now() });
    this.#lagCheck ??= setInterval(() => this.#catchUp(), lagCheckMs);
  }

  #catchUp(): void {
    const document = this.#document();
    // It is being loaded again.
    if (!document) return;
    for (const [session, { stateVector, since }] of this.#laggards) {
      if (!this.#sessions.has(session)) this.#laggards.delete(session);
      else if (session.backlogBytes <= limits.laggardBytes / 4) {
        this.#laggards.delete(session);
        session.send(encodeUpdate(document.stateSince(stateVector)));
      } else if (this.#now() - since > limits.laggardMsMax) {
        this.#laggards.delete(session);
        session.close(closeCodes.tryLater, 'too far behind');
      }
    }
    if (this.#laggards.size > 0 || this.#lagCheck === null) return;
    clearInterval(this.#lagCheck);
    this.#lagCheck = null;
  }
}

function merge(batch: readonly Waiting[]): Uint8Array {
  const [first] = batch;
  return first && batch.length === 1 ? first.update : Y.mergeUpdates(batch.map(({ update }) => update));
}
