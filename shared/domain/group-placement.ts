// Several people's private places for one card -> where the card goes, and whether they disagree. The disagreement is the
// useful result: two who see the same actor differently know different things.

/** From here on, "we disagree" is shown. */
const spreadShown = 30;

export interface GroupValue {
  median: number;
  /** Distance between the lower and the upper quarter. */
  spread: number;
}

/** Of values from 0 to 100, in any order. Null for none. Quarters are interpolated between neighbours. */
export function groupValue(values: readonly number[]): GroupValue | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return { median: Math.round(quantile(sorted, 0.5)), spread: quantile(sorted, 0.75) - quantile(sorted, 0.25) };
}

export function isDisagreement(...values: readonly (GroupValue | null)[]): boolean {
  return values.some((value) => value !== null && value.spread > spreadShown);
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}
