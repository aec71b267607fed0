// Groups that follow the agenda: formed for the step that runs, at an end with it. Rules R175 to R177.
import { limits } from '../protocol/limits.ts';
import type { SessionPerson } from '../session/session-person.ts';
import { isUnderWay, type SessionState } from '../session/session-state.ts';
import { byLot, groupCount } from './form-groups.ts';
import { type GroupSet, groupSetIdSchema, isGrouped } from './group-set.ts';
import { settled } from './keep-groups.ts';
import { joinedByTwo, meetingsIn, newPairs } from './pairing.ts';
import type { StepGroups } from './step-spec.ts';

/** The same state where nothing is to be done, or not yet. */
export function groupsAtStep(
  state: SessionState,
  { here, below, now }: { here: readonly SessionPerson[]; below: (n: number) => number; now: number },
): SessionState {
  const set = state.groups;
  const step = isUnderWay(state) ? (state.phases.find(({ id }) => id === state.phase) ?? null) : null;
  const run = step && `${step.id} ${state.phaseStartedAt ?? 0}`;
  if (isGrouped(set)) return set.step === null || set.step === run ? state : ended(state, set);
  // A break comes between two steps of one activity.
  if (!step?.groups || !run || set?.step === run || here.length < 2) return state;
  const groups = formed(state, step.groups, here, below);
  const revision = state.revision + 1;
  const made: GroupSet = {
    id: groupSetIdSchema.parse(`g${revision}`),
    how: 'random',
    stage: step.groups.hasZones ? 'making' : 'open',
    zone: step.zones[0] ?? null,
    title: `${step.title.en.slice(0, limits.groupTitleCharsMax / 2)} · #`,
    groups: groups.map((people, i) => ({ number: i + 1, people, scribe: null, link: null, helpAt: null, zone: null })),
    isChoosing: false,
    unplaced: [],
    away: {},
    warnedAt: null,
    ends: null,
    before: null,
    startedAt: now,
    by: step.groups.by,
    step: run,
  };
  // Who joined since the step before is placed as who comes late.
  const all = settled(made, here);
  const names = all.groups.map(({ people }) => people.map(({ participant }) => participant));
  const met = step.groups.form === 'pairs' ? [...state.met, ...meetingsIn(names)].slice(-limits.meetingsKept) : [];
  return { ...state, groups: all, met, revision };
}

function formed(
  state: SessionState,
  { form, size }: StepGroups,
  here: readonly SessionPerson[],
  below: (n: number) => number,
): SessionPerson[][] {
  const known = new Map(here.map((person) => [person.participant as string, person]));
  if (form === 'pairs') {
    // In one and the same order each time, the circle turns by itself.
    const pairs = newPairs([...known.keys()].toSorted(), new Set(state.met));
    return pairs.slice(0, limits.groupsMax).map((pair) => pair.flatMap((id) => known.get(id) ?? []));
  }
  const before = (state.groups?.groups ?? []).map(({ people }) =>
    people.flatMap(({ participant }) => known.get(participant) ?? []),
  );
  if (form === 'joined' && state.groups?.step && before.some(({ length }) => length > 0)) return joinedByTwo(before);
  return byLot(here, groupCount(here.length, { by: 'size', number: size }, limits.groupsMax) ?? 1, below);
}

/** What they made goes to where they began, and their zones go. While zones are made or results brought back, later. */
function ended(state: SessionState, set: GroupSet): SessionState {
  if (set.stage !== 'open') return state;
  const hasZones = set.groups.some(({ zone }) => zone !== null);
  const groups: GroupSet = hasZones ? { ...set, stage: 'bringing', ends: 'remove' } : { ...set, stage: 'over' };
  return { ...state, groups, revision: state.revision + 1 };
}
