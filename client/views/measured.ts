// What a card is measured by, in one line.
import type { Card } from '@commonboard/shared/domain/model.ts';

/** "34 → 60 points 2027-03-31", as far as it is known; of an input, its amount. */
export function measured({ fields }: Card): string {
  const { baseline, target, targetDate, unit, amount } = fields;
  if (amount !== undefined) return String(amount);
  const way = [baseline, target].filter((value) => value !== undefined).join(' → ');
  return [way, unit, targetDate].filter((part) => part !== undefined && part !== '').join(' ');
}
