// Rounds of pairs in which no two people meet twice while that is possible: the circle method of tournaments - one stays, all others
// move on by one place -, and where people came or left between two rounds, partners are exchanged until no pair repeats. Where the
// number is odd, one pair becomes three.

/** Names two people, whichever comes first. */
function pairName(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** All who are in one group have met. */
export function meetingsIn(groups: readonly (readonly string[])[]): string[] {
  return groups.flatMap((group) => group.flatMap((one, i) => group.slice(i + 1).map((other) => pairName(one, other))));
}

/** `met`: pairs that are not to come again. */
export function newPairs(people: readonly string[], met: ReadonlySet<string>): string[][] {
  const rounds = Math.max(1, people.length - (people.length % 2 === 0 ? 1 : 0));
  let best: string[][] = [];
  let fewest = Infinity;
  for (let round = 0; round < rounds && fewest > 0; round++) {
    const pairs = exchanged(pairsOfRound(people, round), met);
    const repeats = repeatsIn(pairs, met);
    if (repeats < fewest) [best, fewest] = [pairs, repeats];
  }
  return best;
}

/** Of round 0, 1, 2 and so on: all meet all in as many rounds as there are people but one (of an odd number, as many as they are). */
export function pairsOfRound<T>(people: readonly T[], round: number): T[][] {
  if (people.length < 2) return people.length === 0 ? [] : [[...people]];
  // Who would meet the empty place of an odd circle joins others.
  const [fixed = null, ...moving]: (T | null)[] = people.length % 2 === 0 ? [...people] : [null, ...people];
  const by = round % moving.length;
  const turned = [fixed, ...moving.slice(moving.length - by), ...moving.slice(0, moving.length - by)];
  const half = turned.slice(0, turned.length / 2);
  const across = half.map((one, i) => [one, turned[turned.length - 1 - i] ?? null].filter((person) => person !== null));
  const alone = across.filter(({ length }) => length === 1).flat();
  const pairs = across.filter(({ length }) => length === 2);
  const at = round % Math.max(1, pairs.length);
  return pairs.map((pair, i) => (i === at ? [...pair, ...alone] : pair));
}

/** Two groups make one; of an odd number of groups, three do at the end. Those who worked together stay together. */
export function joinedByTwo<T>(groups: readonly (readonly T[])[]): T[][] {
  const inUse = groups.filter(({ length }) => length > 0);
  const count = Math.max(1, Math.floor(inUse.length / 2));
  return Array.from({ length: count }, (_, i) =>
    inUse.slice(i * 2, i === count - 1 ? inUse.length : i * 2 + 2).flat(),
  ).filter(({ length }) => length > 0);
}

function repeatsIn(groups: readonly (readonly string[])[], met: ReadonlySet<string>): number {
  return meetingsIn(groups).filter((name) => met.has(name)).length;
}

/** As long as an exchange of two people of two groups makes fewer repeats. */
function exchanged(groups: readonly (readonly string[])[], met: ReadonlySet<string>): string[][] {
  const now = groups.map((group) => [...group]);
  for (const [i, one] of now.entries())
    for (const [j, other] of now.entries()) if (i !== j && repeatsIn([one], met) > 0) exchangeBetween(one, other, met);
  return now;
}

/** Changes both. */
function exchangeBetween(one: string[], other: string[], met: ReadonlySet<string>): void {
  for (const [i, mine] of one.entries())
    for (const [j, theirs] of other.entries()) {
      const swapped = [one.with(i, theirs), other.with(j, mine)];
      if (repeatsIn(swapped, met) >= repeatsIn([one, other], met)) continue;
      one[i] = theirs;
      other[j] = mine;
      return;
    }
}
