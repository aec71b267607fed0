// A token bucket per network address. Generous: a whole venue may sit behind one address.

export interface RateLimit {
  /** False when this address must wait. */
  take(address: string): boolean;
}

export interface RateLimitSettings {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

const addressesMax = 10_000;

export function createRateLimit({ burst, perSecond }: RateLimitSettings, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(address) {
      const time = now();
      const known = buckets.get(address);
      const left = known ? Math.min(burst, known.left + ((time - known.at) / 1000) * perSecond) : burst;
      buckets.delete(address);
      const allowed = left >= 1;
      buckets.set(address, { left: allowed ? left - 1 : left, at: time });
      if (buckets.size > addressesMax) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return allowed;
    },
  };
}
