// How often somebody may guess: a few at once, then slowly, then slower still. What was right does not count, so a venue of
// three hundred behind one address gets in.
import { NewestKeys } from '../ops/newest-keys.ts';
import { type Rate, TokenBucket } from '../ops/token-bucket.ts';

export interface TryLimit {
  /** Null when this one must wait; else what gives the try back once it was right. */
  take(who: string): (() => void) | null;
}

/** Each key has a bucket for each rate; a try needs a place in all of them. */
export function createTryLimit(rates: readonly Rate[], now: () => number): TryLimit {
  const kept = new NewestKeys(() => rates.map((rate) => new TokenBucket(rate, now())));
  return {
    take(who) {
      const time = now();
      const buckets = kept.get(who);
      const taken = buckets.filter((bucket) => bucket.take(time));
      const giveBack = (): void => {
        for (const bucket of taken) bucket.giveBack();
      };
      if (taken.length === buckets.length) return giveBack;
      giveBack();
      return null;
    },
  };
}

/** Who has one address of IPv6 has as many as they like: the first half names the network. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(':')) return v4 ?? address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

export interface GuessLimits {
  /** Of one board, by network. */
  passcodeHere: TryLimit;
  /** Of one board, by whomever. */
  passcodeAnywhere: TryLimit;
  /** Of one board, by network. */
  recovery: TryLimit;
  createKey: TryLimit;
}

/** Once a minute, as a rate for each second. */
export const minute = 1 / 60;

export function createGuessLimits(now: () => number): GuessLimits {
  // A whole venue may sit behind one address, and many in it mistype; less than the board has, so that one does not use up all.
  const here: readonly Rate[] = [
    { burst: 40, perSecond: 10 * minute },
    { burst: 200, perSecond: minute },
  ];
  return {
    passcodeHere: createTryLimit(here, now),
    passcodeAnywhere: createTryLimit(
      [
        { burst: 60, perSecond: 20 * minute },
        { burst: 300, perSecond: 2 * minute },
      ],
      now,
    ),
    // A hundred random bits are not guessed at any pace.
    recovery: createTryLimit([{ burst: 30, perSecond: 10 * minute }], now),
    createKey: createTryLimit(here, now),
  };
}
