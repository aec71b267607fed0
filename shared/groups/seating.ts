// Who sits with whom at tables whose hosts stay. First each goes on by as many tables as their place says, which is free of repeats where
// there are more tables than places; what repeats there are is then lessened by exchanging people, from several beginnings. As good
// as is found within so much work.
import { shuffled } from '../session/drawn.ts';

export interface UsedTable {
  host: string;
  /** Who sat there in the round before, in the order of their places. */
  before: readonly string[];
}

/** Looks at whether two people have met. */
const looksMax = 3_000_000;
const attempts = 12;

/** Everybody who is `here`, once: of each table its host first. Sizes differ by one at most. */
export function seatedAnew(
  tables: readonly UsedTable[],
  here: readonly string[],
  met: ReadonlySet<string>,
  below: (n: number) => number,
): string[][] {
  const staying = new Set(tables.map(({ host }) => host));
  const movers = here.filter((person) => !staying.has(person));
  const knowing = knownTo(here, met);
  let best: string[][] = [];
  let fewest = Infinity;
  for (let attempt = 0; attempt < attempts && fewest > 0 && !(attempt > 0 && knowing.isTired()); attempt++) {
    const start = attempt === 0 ? goneOn(tables, movers) : byLot(tables, movers, below);
    const groups = exchanged(start, knowing);
    const repeats = groups.reduce((sum, group) => sum + repeatsIn(group, knowing), 0);
    if (repeats < fewest) [best, fewest] = [groups, repeats];
  }
  return best;
}

/** The first of the others goes one table on, the second two, and so on; who was at no table goes to the smallest. */
function goneOn(tables: readonly UsedTable[], movers: readonly string[]): string[][] {
  const groups = tables.map(({ host }) => [host]);
  const isMoving = new Set(movers);
  const columns = tables.map(({ before }) => before.filter((person) => isMoving.has(person)));
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  for (let at = 0; at < longest; at++)
    for (const [from, column] of columns.entries()) {
      const person = column[at];
      if (person !== undefined) groups[(from + at + 1) % groups.length]?.push(person);
    }
  const seated = new Set(columns.flat());
  return levelled(
    groups,
    movers.filter((person) => !seated.has(person)),
  );
}

function byLot(tables: readonly UsedTable[], movers: readonly string[], below: (n: number) => number): string[][] {
  return levelled(
    tables.map(({ host }) => [host]),
    shuffled(movers, below),
  );
}

/** These go to the smallest; then sizes differ by one at most. Changes the groups. */
function levelled(groups: string[][], people: readonly string[]): string[][] {
  const bySize = () => groups.toSorted((a, b) => a.length - b.length);
  for (const person of people) bySize()[0]?.push(person);
  for (let [small, large] = [bySize()[0], bySize().at(-1)]; small && large && large.length > small.length + 1;) {
    small.push(...large.splice(-1));
    [small, large] = [bySize()[0], bySize().at(-1)];
  }
  return groups;
}

function repeatsIn(group: readonly string[], { haveMet }: Knowing): number {
  return group.reduce((sum, one, i) => sum + group.slice(i + 1).filter((other) => haveMet(one, other)).length, 0);
}

/** As long as an exchange of two who are no hosts makes fewer repeats. */
function exchanged(groups: string[][], knowing: Knowing): string[][] {
  for (let isBetter = true; isBetter && !knowing.isTired();) {
    isBetter = false;
    for (const [i, group] of groups.entries())
      for (let at = 1; at < group.length; at++)
        if (knownAt(group, group[at] ?? '', at, knowing) > 0 && exchange(groups, i, at, knowing)) isBetter = true;
  }
  return groups;
}

/** The best exchange of this one with somebody of another table. False where none helps. Changes the groups. */
function exchange(groups: string[][], i: number, at: number, knowing: Knowing): boolean {
  const mine = groups[i] ?? [];
  const person = mine[at] ?? '';
  const now = knownAt(mine, person, at, knowing);
  for (const [j, theirs] of groups.entries()) {
    if (j === i || knowing.isTired()) continue;
    for (let place = 1; place < theirs.length; place++) {
      const other = theirs[place] ?? '';
      const before = now + knownAt(theirs, other, place, knowing);
      const after = knownAt(theirs, person, place, knowing) + knownAt(mine, other, at, knowing);
      if (after >= before) continue;
      mine[at] = other;
      theirs[place] = person;
      return true;
    }
  }
  return false;
}

/** How many of the group but the one at this place this person has met. */
function knownAt(group: readonly string[], person: string, at: number, { haveMet }: Knowing): number {
  return group.filter((one, i) => i !== at && haveMet(person, one)).length;
}

interface Knowing {
  /** Whether two have met; counts its own work. */
  haveMet: (one: string, other: string) => boolean;
  isTired: () => boolean;
}

/** A table of numbers: names are compared only once. */
function knownTo(here: readonly string[], met: ReadonlySet<string>): Knowing {
  const place = new Map(here.map((person, i) => [person, i]));
  const known = new Uint8Array(here.length * here.length);
  for (const name of met) {
    const [one, other] = name.split(' ').map((person) => place.get(person));
    if (one === undefined || other === undefined) continue;
    known[one * here.length + other] = 1;
    known[other * here.length + one] = 1;
  }
  let looks = 0;
  return {
    haveMet(one, other) {
      looks++;
      return known[(place.get(one) ?? 0) * here.length + (place.get(other) ?? 0)] === 1;
    },
    isTired: () => looks > looksMax,
  };
}
