// In an order drawn by lot.

/** Fisher and Yates. `below(n)`: a whole number from 0 to n - 1, by lot. */
export function shuffled<T>(items: readonly T[], below: (n: number) => number): T[] {
  const left = [...items];
  for (let end = left.length - 1; end > 0; end--) {
    const at = below(end + 1);
    [left[end], left[at]] = [left[at] as T, left[end] as T];
  }
  return left;
}
