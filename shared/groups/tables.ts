// The tables of a world café: hosts stay, all others go on to new ones, and no two people meet twice while that is possible. Rule R200.
import { seatedAnew } from './seating.ts';

export interface Table {
  host: string | null;
  /** The host included. */
  people: readonly string[];
}

const seatsMost = 5;

/** Of at most five people; where four are here, there are two. */
export function tableCount(people: number): number {
  return Math.max(people >= 4 ? 2 : 1, Math.ceil(people / seatsMost));
}

/** The first of each is its host. `shuffledPeople`: in an order drawn by lot. */
export function firstTables(shuffledPeople: readonly string[], tablesMax: number): Table[] {
  const count = Math.min(tableCount(shuffledPeople.length), tablesMax);
  return Array.from({ length: count }, (_, at) => {
    const people = shuffledPeople.filter((_person, i) => i % count === at);
    return { host: people[0] ?? null, people };
  });
}

/**
 * The same tables in the next round, for those who are `here`; one that is not needed any more is empty. Hosts who have left are
 * replaced by somebody of their table.
 */
export function nextTables(
  tables: readonly Table[],
  here: readonly string[],
  met: ReadonlySet<string>,
  below: (n: number) => number,
): Table[] {
  const hosts = hostsOf(tables, here, below);
  const inUse = tables.flatMap(({ people }, i) => {
    const host = hosts[i] ?? null;
    return host === null ? [] : [{ at: i, host, before: people }];
  });
  const groups = seatedAnew(inUse, here, met, below);
  return tables.map((_, i) => {
    const people = groups[inUse.findIndex(({ at }) => at === i)];
    return { host: people ? (hosts[i] ?? null) : null, people: people ?? [] };
  });
}

/** Of each table that is used; of others null. */
function hostsOf(tables: readonly Table[], here: readonly string[], below: (n: number) => number): (string | null)[] {
  const isHere = new Set(here);
  const hosts = tables.map(({ host, people }) =>
    host !== null && isHere.has(host) ? host : (people.find((person) => isHere.has(person)) ?? null),
  );
  const most = Math.max(1, Math.floor(here.length / 2));
  for (let i = hosts.length - 1; hosts.filter((host) => host !== null).length > most; i--) hosts[i] = null;
  // Where many have come since, tables that were empty are used again.
  const free = here.filter((person) => !hosts.includes(person));
  for (let i = 0; i < hosts.length && hosts.filter((host) => host !== null).length < tableCount(here.length); i++)
    if (hosts[i] === null && free.length > 0) hosts[i] = free.splice(below(free.length), 1)[0] ?? null;
  return hosts;
}
