// Passes updates on to the readers of a room: the first at once, then at most one merged frame per window. Rule R10.
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeUpdate } from './frames-out.ts';
import type { Session } from './session.ts';

interface Waiting {
  update: Uint8Array;
  /** Who made it and so has it already; null: another server, or this one. */
  origin: Session | null;
}

/** With more writers than this in one window, all get the same frame: echoing is cheaper than merging for each. */
const ownFramesMax = 4;

export class UpdateFanOut {
  readonly #sessions: ReadonlySet<Session>;
  #waiting: Waiting[] = [];
  #window: NodeJS.Timeout | null = null;

  constructor(sessions: ReadonlySet<Session>) {
    this.#sessions = sessions;
  }

  add(update: Uint8Array, origin: Session | null): void {
    this.#waiting.push({ update, origin });
    if (this.#window === null) this.#flush();
  }

  /** Passes on what waits, so that whatever is sent next comes after it. */
  flush(): void {
    if (this.#window !== null) clearTimeout(this.#window);
    this.#flush();
  }

  stop(): void {
    if (this.#window !== null) clearTimeout(this.#window);
    this.#window = null;
    this.#waiting = [];
  }

  #flush(): void {
    this.#window = null;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#window = setTimeout(() => this.#flush(), limits.sendWindowMs);
    const writers = new Set(batch.map(({ origin }) => origin));
    const shared = encodeUpdate(merge(batch));
    for (const session of this.#sessions) {
      if (!session.reading) continue;
      if (!writers.has(session) || writers.size > ownFramesMax) {
        session.send(shared);
        continue;
      }
      const others = batch.filter(({ origin }) => origin !== session);
      if (others.length > 0) session.send(encodeUpdate(merge(others)));
    }
  }
}

function merge(batch: readonly Waiting[]): Uint8Array {
  const [first] = batch;
  return first && batch.length === 1 ? first.update : Y.mergeUpdates(batch.map(({ update }) => update));
}
