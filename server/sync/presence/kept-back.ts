// Presence that comes more often than it may is not shown, but the newest of it is not lost: it is where somebody stands still.
// Rule R34.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Session } from '../socket/session.ts';

type Part = 'cold' | 'hot';

export class KeptBack {
  readonly #waiting: Record<Part, Map<Session, () => void>> = { cold: new Map(), hot: new Map() };
  #tick: NodeJS.Timeout | null = null;

  /** Now, or as soon as this socket may show something again; nothing older after it. */
  show(session: Session, part: Part, act: () => void): void {
    this.#waiting[part].delete(session);
    if (session.mayShow(part)) {
      act();
      return;
    }
    this.#waiting[part].set(session, act);
    this.#schedule();
  }

  /** They have left, or say so. */
  drop(session: Session): void {
    for (const waiting of Object.values(this.#waiting)) waiting.delete(session);
  }

  stop(): void {
    if (this.#tick !== null) clearTimeout(this.#tick);
    this.#tick = null;
  }

  #schedule(): void {
    this.#tick ??= setTimeout(() => this.#flush(), limits.hotPresenceTickMs);
  }

  #flush(): void {
    this.#tick = null;
    for (const part of ['cold', 'hot'] as const) {
      for (const [session, act] of this.#waiting[part]) {
        if (!session.mayShow(part)) continue;
        this.#waiting[part].delete(session);
        act();
      }
    }
    if (this.#waiting.cold.size + this.#waiting.hot.size > 0) this.#schedule();
  }
}
