// A token bucket per network address. Generous: a whole venue may sit behind one address.
import { type Rate, TokenBucket } from '../ops/token-bucket.ts';

export interface RateLimit {
  /** False when this address must wait. */
  take(address: string): boolean;
}

export type RateLimitSettings = Rate;

const addressesMax = 10_000;

export function createRateLimit(rate: RateLimitSettings, now: () => number): RateLimit {
  const buckets = new Map<string, TokenBucket>();
  return {
    take(address) {
      const time = now();
      const bucket = buckets.get(address) ?? new TokenBucket(rate, time);
      // Put at the end: the first is the one that was not heard of for the longest time.
      buckets.delete(address);
      buckets.set(address, bucket);
      if (buckets.size > addressesMax) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return bucket.take(time);
    },
  };
}
