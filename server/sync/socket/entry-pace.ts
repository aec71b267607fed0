// How often one person may open a connection. Each connection has limits of its own for what it sends, and who comes back would
// begin them anew: whoever is closed for what nobody can read is let in more and more seldom.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { NewestKeys } from '../../ops/newest-keys.ts';
import { type Rate, TokenBucket } from '../../ops/token-bucket.ts';

const usual: Rate = { burst: limits.entriesBurst, perSecond: limits.entriesPerSecond };

export class EntryPace {
  readonly #now: () => number;
  readonly #people: NewestKeys<TokenBucket>;

  /** `now` in milliseconds. */
  constructor(now: () => number, rate = usual) {
    this.#now = now;
    this.#people = new NewestKeys(() => new TokenBucket(rate, now()));
  }

  /** False when they must wait. */
  enter(who: ParticipantId): boolean {
    return this.#people.get(who).take(this.#now());
  }

  /** They were closed for a frame that cannot be read. */
  wasUnreadable(who: ParticipantId): void {
    this.#people.get(who).spend(limits.entriesForUnreadable, this.#now());
  }
}
