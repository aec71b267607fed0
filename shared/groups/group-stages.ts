// What the server itself makes of groups: their zones are there, people have come or left, the results are back. Each gives the same
// state where there is nothing new.
import { limits } from '../protocol/limits.ts';
import type { ParticipantId } from '../protocol/ids.ts';
import type { VersionId } from '../protocol/history.ts';
import type { SessionPerson } from '../session/session-person.ts';
import type { SessionState } from '../session/session-state.ts';
import { type GroupSet, isGrouped, zonesOfGroup } from './group-set.ts';
import { withWhoIsHere } from './keep-groups.ts';

/** `zones`: of each group, by its number. */
export function groupsMade(state: SessionState, id: string, zones: ReadonlyMap<number, string>): SessionState {
  const set = state.groups;
  if (set?.id !== id || set.stage !== 'making') return state;
  const groups = set.groups.map((group) => ({ ...group, zone: zones.get(group.number) ?? null }));
  return withSet(state, { ...set, stage: 'open', groups });
}

export function groupsBrought(state: SessionState, id: string, before: VersionId | null, stayed = 0): SessionState {
  const set = state.groups;
  if (set?.id !== id || set.stage !== 'bringing') return state;
  const zones = set.ends === 'lock' ? set.groups.flatMap((group) => zonesThere(set, group)) : [];
  const closedZones = [...new Set([...state.closedZones, ...zones])].slice(-limits.closedZonesMax);
  return { ...withSet(state, { ...set, stage: 'over', before, stayed }), closedZones };
}

export function groupsMet(
  state: SessionState,
  here: readonly SessionPerson[],
  gone: ReadonlySet<ParticipantId>,
): SessionState {
  const set = state.groups;
  if (!isGrouped(set) || set.stage === 'bringing' || set.stage === 'ending') return state;
  const after = withWhoIsHere(set, here, gone);
  return after === set ? state : withSet(state, after);
}

/** Zones in which nothing was written are gone. */
export function groupsEnded(state: SessionState, id: string): SessionState {
  const set = state.groups;
  return set?.id === id && set.stage === 'ending' ? withSet(state, { ...set, stage: 'over' }) : state;
}

function zonesThere(set: GroupSet, { number, zone }: GroupSet['groups'][number]): string[] {
  if (zone === null) return [];
  const [, ...others] = zonesOfGroup(set, number);
  return [zone, ...others.map(({ copy }) => copy)];
}

function withSet(state: SessionState, groups: GroupSet): SessionState {
  return { ...state, groups, revision: state.revision + 1 };
}
