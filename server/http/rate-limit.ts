// A token bucket per network address, or per person. Of addresses generous: a whole venue may sit behind one.
import { type Rate, TokenBucket } from '../ops/token-bucket.ts';

export interface RateLimit {
  /** False when this address or person must wait. */
  take(who: string): boolean;
}

export type RateLimitSettings = Rate;

const bucketsMax = 10_000;

export function createRateLimit(rate: RateLimitSettings, now: () => number): RateLimit {
  const buckets = new Map<string, TokenBucket>();
  return {
    take(who) {
      const time = now();
      const bucket = buckets.get(who) ?? new TokenBucket(rate, time);
      // Put at the end: the first is the one that was not heard of for the longest time.
      buckets.delete(who);
      buckets.set(who, bucket);
      if (buckets.size > bucketsMax) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return bucket.take(time);
    },
  };
}
