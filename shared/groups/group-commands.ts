// What people may ask about groups, and what comes of it. Rules R170 to R173.
import type { ParticipantId } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { type Applied, type CommandContext, leads } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import type { SessionPerson } from '../session/session-person.ts';
import type { SessionState } from '../session/session-state.ts';
import { byLot, groupCount, mixedBySector } from './form-groups.ts';
import { type Group, groupOf, type GroupSet, groupSetIdSchema, isGrouped } from './group-set.ts';
import { into, settled } from './keep-groups.ts';
import type { PersonSector } from './person-sectors.ts';

type GroupCommand = CommandOf<'group'>;
type Making = Extract<GroupCommand, { type: 'make-groups' }>;
type OfSet = Extract<GroupCommand, { set: unknown }>;

export function applyGroupCommand(state: SessionState, command: GroupCommand, context: CommandContext): Applied {
  switch (command.type) {
    case 'make-groups':
      return makeGroups(state, command, context);
    case 'ask-sectors':
      return { ...state, sectors: { ...state.sectors, isAsked: command.isAsked } };
    case 'ask-at-join':
      return { ...state, sectors: { ...state.sectors, atJoin: command.isAsked } };
    case 'say-sector':
      return saySector(state, command.sector, context.person.participant);
    default: {
      const set = state.groups;
      if (!isGrouped(set) || set.id !== command.set) return 'no-groups';
      if (set.stage === 'bringing' || set.stage === 'ending') return 'no-groups';
      const after = changeSet(set, command, context, leads(state, context.role, context.person.participant));
      if (typeof after === 'string') return after;
      return after === set ? state : { ...state, groups: after };
    }
  }
}

function changeSet(
  set: GroupSet,
  command: OfSet,
  { now, person, people, nameOf, below }: CommandContext,
  isLeading: boolean,
): GroupSet | Exclude<Applied, SessionState> {
  const group = 'group' in command ? set.groups.find(({ number }) => number === command.group) : undefined;
  if ('group' in command && !group) return 'no-group';
  switch (command.type) {
    case 'move-person': {
      const name = nameOf(command.participant);
      if (name === null) return 'no-person';
      if (!set.groups.some(({ number }) => number === command.to)) return 'no-group';
      return moved(set, { participant: command.participant, name }, command.to);
    }
    case 'choose-group':
      return set.isChoosing || isLeading ? moved(set, person, command.group) : 'not-choosing';
    case 'settle-groups':
      return set.isChoosing ? settled(set, people) : set;
    case 'warn-groups':
      return { ...set, warnedAt: now };
    case 'link-group':
      return changed(set, command.group, { link: command.link });
    case 'group-helped':
      return changed(set, command.group, { helpAt: null });
    case 'ask-help': {
      const own = groupOf(set, person.participant);
      if (!own) return 'not-in-group';
      // Who asks again does not go to the end of the line.
      return changed(set, own.number, { helpAt: command.isNeeded ? (own.helpAt ?? now) : null });
    }
    case 'name-scribe': {
      if (!isLeading && groupOf(set, person.participant) !== group) return 'not-in-group';
      const scribe = command.participant ?? drawn(group?.people ?? [], below);
      if (scribe === null || !group?.people.some(({ participant }) => participant === scribe)) return 'no-person';
      return changed(set, command.group, { scribe });
    }
    case 'bring-groups':
      return set.stage === 'open' ? { ...set, stage: 'bringing', ends: command.ends } : 'no-groups';
    case 'end-groups':
      return ended(set);
  }
}

function makeGroups(
  state: SessionState,
  { how, plan, zone, more = [], title, drawsScribes }: Making,
  { now, person, people, below }: CommandContext,
): Applied {
  if (isGrouped(state.groups)) return 'grouped';
  const count = groupCount(people.length, plan, limits.groupsMax);
  if (count === null) return 'too-few';
  // Where people choose, all that were asked for are there: others may come.
  const chosen = plan.by === 'count' ? plan.number : count;
  const sectorOf = ({ participant }: SessionPerson) => state.sectors.said[participant] ?? null;
  const members = {
    random: () => byLot(people, count, below),
    mixed: () => mixedBySector(people, sectorOf, count, below),
    chosen: () => Array.from({ length: chosen }, () => []),
  }[how]();
  const groups = members.map((of, i): Group => ({
    number: i + 1,
    people: of,
    scribe: drawsScribes ? drawn(of, below) : null,
    host: null,
    link: null,
    helpAt: null,
    zone: null,
  }));
  const set: GroupSet = {
    id: groupSetIdSchema.parse(`g${state.revision + 1}`),
    how,
    stage: 'making',
    zone,
    more: [...new Set(more)].filter((one) => one !== zone),
    title,
    groups,
    isChoosing: how === 'chosen',
    unplaced: how === 'chosen' ? [...people] : [],
    away: {},
    warnedAt: null,
    ends: null,
    before: null,
    stayed: 0,
    startedAt: now,
    by: person.participant,
    step: null,
  };
  // Who is asked has answered, or will not any more.
  return { ...state, groups: set, sectors: { ...state.sectors, isAsked: false } };
}

/** When they joined; passed over where nobody asks for it. The same state where nothing is new. */
export function sectorSaidAtJoin(state: SessionState, sector: PersonSector, participant: ParticipantId): SessionState {
  if (!state.sectors.atJoin || state.sectors.said[participant] === sector) return state;
  const after = saySector(state, sector, participant);
  return typeof after === 'string' ? state : { ...after, revision: state.revision + 1 };
}

function saySector(state: SessionState, sector: PersonSector | null, participant: ParticipantId): Applied {
  const { [participant]: _before, ...others } = state.sectors.said;
  if (sector !== null && Object.keys(others).length >= limits.participantsPerBoardMax) return 'full';
  return {
    ...state,
    sectors: { ...state.sectors, said: sector === null ? others : { ...others, [participant]: sector } },
  };
}

/** Zones that may be there have to be looked at first. */
function ended(set: GroupSet): GroupSet {
  const hasZones = set.stage === 'making' || set.groups.some(({ zone }) => zone !== null);
  return { ...set, stage: hasZones ? 'ending' : 'over' };
}

function moved(set: GroupSet, person: SessionPerson, to: number): GroupSet {
  return groupOf(set, person.participant)?.number === to ? set : into(set, person, to);
}

function changed(set: GroupSet, number: number, changes: Partial<Group>): GroupSet {
  return { ...set, groups: set.groups.map((group) => (group.number === number ? { ...group, ...changes } : group)) };
}

function drawn(people: readonly SessionPerson[], below: (n: number) => number): SessionPerson['participant'] | null {
  return people.length === 0 ? null : (people[below(people.length)]?.participant ?? null);
}
