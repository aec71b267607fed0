// A token bucket per network address, or per person. Of addresses generous: a whole venue may sit behind one.
import { NewestKeys } from '../ops/newest-keys.ts';
import { type Rate, TokenBucket } from '../ops/token-bucket.ts';

export interface RateLimit {
  /** False when this address or person must wait. */
  take(who: string): boolean;
  /** Takes so much in any case, on credit too. */
  charge(who: string, amount: number): void;
}

export type RateLimitSettings = Rate;

export function createRateLimit(rate: RateLimitSettings, now: () => number): RateLimit {
  const buckets = new NewestKeys(() => new TokenBucket(rate, now()));
  return {
    take: (who) => buckets.get(who).take(now()),
    charge: (who, amount) => void buckets.get(who).spend(amount, now()),
  };
}
