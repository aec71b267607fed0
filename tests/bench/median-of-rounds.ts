// Times on a noisy machine: contestants take turns, each measures all rounds, the median counts.

export interface TimedContestant<Key extends string> {
  name: Key;
  /** One measurement, in ms. What it needs first it prepares before it looks at the clock. */
  measure: () => number;
}

/** ms per contestant. The first round is not counted: code is still being compiled. */
export function medianOfRounds<Key extends string>(
  contestants: readonly TimedContestant<Key>[],
  rounds: number,
): Record<Key, number> {
  const found = new Map<Key, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, measure } of contestants) {
      const ms = measure();
      if (round > 0) found.get(name)?.push(ms);
    }
  }
  return Object.fromEntries([...found].map(([name, times]) => [name, median(times)])) as Record<Key, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('There is no median of nothing.');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** ms that `run` takes. */
export function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
