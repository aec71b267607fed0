// People -> groups: by lot, or so that sectors are spread. Sizes differ by one at most, and nobody is left alone.
import { shuffled } from '../session/drawn.ts';

export interface GroupPlan {
  /** So many groups, or so many people in each. */
  by: 'count' | 'size';
  number: number;
}

/** How many groups so many people make: of two at least each. Null where they are too few for any. */
export function groupCount(people: number, { by, number }: GroupPlan, groupsMax: number): number | null {
  if (people < 2) return null;
  const wanted = by === 'count' ? number : Math.round(people / number);
  return Math.max(1, Math.min(wanted, Math.floor(people / 2), groupsMax));
}

/** `below(n)`: a whole number from 0 to n - 1, by lot. */
export function byLot<T>(people: readonly T[], count: number, below: (n: number) => number): T[][] {
  return dealt(shuffled(people, below), count);
}

/**
 * Each sector is spread over the groups: of one sector, two groups differ by one person at most. Those of whom none is known are
 * one of their own.
 */
export function mixedBySector<T>(
  people: readonly T[],
  sectorOf: (person: T) => string | null,
  count: number,
  below: (n: number) => number,
): T[][] {
  const bySector = Map.groupBy(shuffled(people, below), sectorOf);
  return dealt(shuffled([...bySector.values()], below).flat(), count);
}

/** Like cards: the first to each, then the second. What stands together is spread. */
function dealt<T>(people: readonly T[], count: number): T[][] {
  const groups = Array.from({ length: count }, (): T[] => []);
  for (const [i, person] of people.entries()) groups[i % count]?.push(person);
  return groups;
}
