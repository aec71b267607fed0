// How often one person may open a connection. Each connection has limits of its own for what it sends, and who comes back would
// begin them anew: whoever is closed for what nobody can read is soon let in once in a while only.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Grant } from '../../access/grants.ts';
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
  enter(grant: Grant): boolean {
    return this.#people.get(keyOf(grant)).take(this.#now());
  }

  /** They were closed for a frame that cannot be read. */
  wasUnreadable(grant: Grant): void {
    this.#people.get(keyOf(grant)).spend(limits.entriesForUnreadable, this.#now());
  }
}

/** A screen in the room is not the person who has opened it. */
function keyOf({ kind, participant }: Grant): string {
  return `${kind} ${participant.id}`;
}
