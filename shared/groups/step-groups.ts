// Groups that follow the agenda: formed for the step that runs, at an end with it. Rules R175 to R177 and R200.
import { limits } from '../protocol/limits.ts';
import { shuffled } from '../session/drawn.ts';
import type { Phase } from '../session/phase.ts';
import type { SessionPerson } from '../session/session-person.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';
import { byLot, groupCount } from './form-groups.ts';
import { type GroupSet, groupSetIdSchema, isGrouped } from './group-set.ts';
import { settled } from './keep-groups.ts';
import { joinedByTwo, meetingsIn, newPairs } from './pairing.ts';
import type { StepGroups } from './step-spec.ts';
import { firstTables, nextTables } from './tables.ts';

/** The same state where nothing is to be done, or not yet. */
export function groupsAtStep(
  state: SessionState,
  { here, below, now }: { here: readonly SessionPerson[]; below: (n: number) => number; now: number },
): SessionState {
  const set = state.groups;
  const step = stepUnderWay(state);
  const run = step && runOf(step, state);
  if (isGrouped(set)) {
    if (set.step === null || set.step === run) return state;
    if (endsAt(step, set)) return ended(state, set);
    return step?.groups?.form === 'moved' ? moved(state, set, step, here, below) : state;
  }
  // A break comes between two steps of one activity.
  if (!step?.groups || !run || set?.step === run || here.length < 2) return state;
  const groups = formed(state, step.groups, here, below);
  const revision = state.revision + 1;
  const made: GroupSet = {
    id: groupSetIdSchema.parse(`g${revision}`),
    how: 'random',
    stage: step.groups.hasZones ? 'making' : 'open',
    zone: step.zones[0] ?? null,
    more: [],
    title: step.groups.title ?? `${step.title.en.slice(0, limits.groupTitleCharsMax / 2)} · #`,
    groups: groups.map((people, i) => ({
      number: i + 1,
      people,
      scribe: null,
      host: isAtTables(step.groups) ? (people[0]?.participant ?? null) : null,
      link: null,
      helpAt: null,
      zone: null,
    })),
    isChoosing: false,
    unplaced: [],
    away: {},
    warnedAt: null,
    ends: null,
    before: null,
    stayed: 0,
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

/** Of a step before: what they made is on its way back, or will be as soon as it can. */
export function areGroupsEnding(
  state: Pick<SessionState, 'status' | 'phases' | 'phase' | 'phaseStartedAt' | 'groups'>,
): boolean {
  const set = state.groups;
  if (!isGrouped(set)) return false;
  if (set.stage === 'bringing' || set.stage === 'ending') return true;
  const step = stepUnderWay(state);
  return set.step !== null && set.step !== (step && runOf(step, state)) && endsAt(step, set);
}

function formed(
  state: SessionState,
  { form, size, hasZones }: StepGroups,
  here: readonly SessionPerson[],
  below: (n: number) => number,
): SessionPerson[][] {
  const known = new Map(here.map((person) => [person.participant as string, person]));
  const most = hasZones ? limits.groupsMax : limits.talkingGroupsMax;
  if (form === 'pairs') {
    // In one and the same order each time, the circle turns by itself.
    const pairs = newPairs([...known.keys()].toSorted(), new Set(state.met));
    return pairs.slice(0, most).map((pair) => pair.flatMap((id) => known.get(id) ?? []));
  }
  const before = (state.groups?.groups ?? []).map(({ people }) =>
    people.flatMap(({ participant }) => known.get(participant) ?? []),
  );
  if (form === 'joined' && state.groups?.step && before.some(({ length }) => length > 0)) return joinedByTwo(before);
  if (isAtTables({ form })) {
    const tables = firstTables(shuffled([...known.keys()], below), most);
    return tables.map(({ people }) => people.flatMap((id) => known.get(id) ?? []));
  }
  return byLot(here, groupCount(here.length, { by: 'size', number: size }, most) ?? 1, below);
}

/** What they made goes to where they began, and their zones go. While zones are made or results brought back, later. */
function ended(state: SessionState, set: GroupSet): SessionState {
  if (set.stage !== 'open') return state;
  const hasZones = set.groups.some(({ zone }) => zone !== null);
  const groups: GroupSet = hasZones ? { ...set, stage: 'bringing', ends: 'remove' } : { ...set, stage: 'over' };
  return { ...state, groups, revision: state.revision + 1 };
}

/** Without a table of the round before, `moved` begins as the first round. */
function isAtTables(spec: Pick<StepGroups, 'form'> | null): boolean {
  return spec?.form === 'tables' || spec?.form === 'moved';
}

function hasTables({ groups }: GroupSet): boolean {
  return groups.some(({ host }) => host !== null);
}

/** Whether groups of a step before end with this one. At tables people stay over a break, and for the next round. */
function endsAt(step: Phase | null, set: GroupSet): boolean {
  return !step || !hasTables(set) || (step.groups?.form !== 'moved' && step.kind !== 'break');
}

/** In the next round who is no host goes on. Zones are made first. */
function moved(
  state: SessionState,
  set: GroupSet,
  step: Phase,
  here: readonly SessionPerson[],
  below: (n: number) => number,
): SessionState {
  if (set.stage !== 'open' || here.length < 2) return state;
  const known = new Map(here.map((person) => [person.participant as string, person]));
  const tables = set.groups.map(({ host, people }) => ({ host, people: people.map(({ participant }) => participant) }));
  const met = [...state.met, ...meetingsIn(tables.map(({ people }) => people))].slice(-limits.meetingsKept);
  const next = nextTables(tables, [...known.keys()], new Set(met), below);
  const groups = set.groups.map((group, i) => {
    const people = next[i]?.people.flatMap((id) => known.get(id) ?? []) ?? [];
    const isHost = ({ participant }: SessionPerson) => participant === next[i]?.host;
    const scribe = people.some(({ participant }) => participant === group.scribe) ? group.scribe : null;
    return { ...group, people, scribe, host: people.find(isHost)?.participant ?? null, helpAt: null };
  });
  const seated = { ...set, groups, away: {}, warnedAt: null, step: runOf(step, state) };
  return { ...state, groups: seated, met, revision: state.revision + 1 };
}

function runOf({ id }: Phase, { phaseStartedAt }: Pick<SessionState, 'phaseStartedAt'>): string {
  return `${id} ${phaseStartedAt ?? 0}`;
}
