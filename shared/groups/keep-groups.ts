// Groups while people come and go: who comes late goes to the smallest, who was there before goes back, and nobody is left alone.
import type { ParticipantId } from '../protocol/ids.ts';
import type { SessionPerson } from '../session/session-person.ts';
import { type Group, groupOf, type GroupSet } from './group-set.ts';

/**
 * The same set where nothing changes. `here`: all who take part now. `gone`: who has been away for long enough to count as having
 * left.
 */
export function withWhoIsHere(
  set: GroupSet,
  here: readonly SessionPerson[],
  gone: ReadonlySet<ParticipantId>,
): GroupSet {
  const left = set.groups.flatMap(({ people }) => people.filter(({ participant }) => gone.has(participant)));
  const fewer = left.reduce((now, { participant }) => without(now, participant), set);
  if (set.isChoosing)
    return withUnplaced(
      fewer,
      here.filter(({ participant }) => !gone.has(participant)),
    );
  const shrunk = set.groups.filter(({ number, people }) => peopleIn(fewer, number) < people.length);
  const together = shrunk.reduce((now, { number }) => notAlone(now, number), fewer);
  const newcomers = here.filter(({ participant }) => !gone.has(participant) && groupOf(together, participant) === null);
  return newcomers.reduce((now, person) => into(now, person, groupFor(now, person)), together);
}

/** All who are here are in a group, and none alone, as far as there are two. */
export function settled(set: GroupSet, here: readonly SessionPerson[]): GroupSet {
  const placed = withWhoIsHere({ ...set, isChoosing: false, unplaced: [] }, here, new Set());
  return placed.groups.reduce((now, { number }) => notAlone(now, number), placed);
}

/** From wherever they are into this group. */
export function into(set: GroupSet, person: SessionPerson, number: number): GroupSet {
  const elsewhere = without(set, person.participant);
  const { [person.participant]: _here, ...away } = elsewhere.away;
  return {
    ...elsewhere,
    away,
    unplaced: elsewhere.unplaced.filter(({ participant }) => participant !== person.participant),
    groups: elsewhere.groups.map((group) =>
      group.number === number ? { ...group, people: [...group.people, person] } : group,
    ),
  };
}

/** The same set where they are the same people. */
function withUnplaced(set: GroupSet, here: readonly SessionPerson[]): GroupSet {
  const unplaced = here.filter(({ participant }) => groupOf(set, participant) === null);
  const idsOf = (people: readonly SessionPerson[]) => people.map(({ participant }) => participant).join();
  return idsOf(unplaced) === idsOf(set.unplaced) ? set : { ...set, unplaced };
}

/** They are in no group; that in which they were is remembered. */
function without(set: GroupSet, participant: ParticipantId): GroupSet {
  const old = groupOf(set, participant);
  if (!old) return set;
  const people = old.people.filter((one) => one.participant !== participant);
  // Somebody goes on writing down.
  const next = people[0]?.participant ?? null;
  const scribe = old.scribe === participant ? next : old.scribe;
  const host = old.host === participant ? next : old.host;
  return {
    ...set,
    away: { ...set.away, [participant]: old.number },
    groups: set.groups.map((group) => (group === old ? { ...group, people, scribe, host } : group)),
  };
}

/** Who is the last of a group goes to the smallest other one: two become three. */
function notAlone(set: GroupSet, number: number): GroupSet {
  const group = set.groups.find((one) => one.number === number);
  const [alone, ...others] = group?.people ?? [];
  if (!alone || others.length > 0) return set;
  const other = smallest(set.groups.filter((one) => one !== group && one.people.length > 0));
  return other ? into(set, alone, other.number) : set;
}

/** The one they were in, if somebody is there still and it is not the larger for it; else the smallest with anybody in it. */
function groupFor(set: GroupSet, { participant }: SessionPerson): number {
  const least = smallest(set.groups.filter(({ people }) => people.length > 0)) ?? set.groups[0];
  const former = set.groups.find(({ number }) => number === set.away[participant]);
  const isOpen = former && former.people.length > 0 && former.people.length <= (least?.people.length ?? 0);
  return (isOpen ? former : least)?.number ?? 1;
}

function smallest(groups: readonly Group[]): Group | null {
  return groups.toSorted((a, b) => a.people.length - b.people.length || a.number - b.number)[0] ?? null;
}

function peopleIn({ groups }: GroupSet, number: number): number {
  return groups.find((group) => group.number === number)?.people.length ?? 0;
}
