// What a session is at one moment: its agenda, the step it is in, the timer, who has raised a hand, where facilitators lead.
// The server's record; nothing of the board's content is in it.
import { z } from 'zod';
import { privateRoundSchema } from '../drafts/private-round.ts';
import { groupSetSchema } from '../groups/group-set.ts';
import { personSectors } from '../groups/person-sectors.ts';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { floorSchema } from '../activities/floor-state.ts';
import { phaseIdSchema, phaseSchema, type Phase, rightsKinds } from './phase.ts';
import { sessionPersonSchema as personSchema } from './session-person.ts';
import { ideasBeforeSchema, scoringSchema } from '../activities/scoring-state.ts';
import { thumbsSchema } from '../activities/thumbs-state.ts';
import { turnsSchema } from '../activities/turn-order.ts';
import { timerSchema } from './timer-state.ts';

/** Things for everybody that facilitators can switch off for a calm board. */
export const calmParts = ['hands', 'bring', 'spotlight', 'ready', 'reactions', 'chat', 'laser'] as const;

/** Part of the board that somebody looks at, in page units. */
export const placeSchema = z.object({
  page: z.string().max(limits.idCharsMax),
  x: z.number().min(-limits.coordinateMax).max(limits.coordinateMax),
  y: z.number().min(-limits.coordinateMax).max(limits.coordinateMax),
  w: z.number().positive().max(limits.coordinateMax),
  h: z.number().positive().max(limits.coordinateMax),
});

/** What cannot be undone, and is done when its time has come, in sight of all. */
const pendingSchema = z.object({
  id: z.string(),
  act: z.enum(['go', 'finish', 'reveal']),
  /** The step it leads to. */
  to: phaseIdSchema.nullable(),
  dueAt: timeSchema,
  by: personSchema,
  /** A step that comes into the agenda with it: a break. */
  brings: phaseSchema.nullable().default(null),
});
export type Pending = z.infer<typeof pendingSchema>;

const handSchema = personSchema.extend({ at: timeSchema });
export type Hand = z.infer<typeof handSchema>;

export const sessionStateSchema = z.object({
  /** Grows with each change. */
  revision: z.number().int().nonnegative(),
  /** The revision of the last change that a facilitator made, or that came about by itself. */
  steeredAt: z.number().int().nonnegative(),
  status: z.enum(['planned', 'running', 'finished', 'rehearsing']),
  phases: z.array(phaseSchema).max(limits.phasesMax),
  phase: phaseIdSchema.nullable(),
  phaseStartedAt: timeSchema.nullable(),
  /** When it was to end, as it stood at the start or after a step of days. */
  plannedEndAt: timeSchema.nullable(),
  timer: timerSchema.nullable(),
  rights: z.enum(rightsKinds),
  pending: pendingSchema.nullable(),
  /** Private rounds, the oldest first; missing in what was stored before there were any. */
  rounds: z.array(privateRoundSchema).max(limits.privateRoundsMax).default([]),
  /** People in groups: now, or the last time. */
  groups: groupSetSchema.nullable().default(null),
  /** Zones of groups whose results were brought back: what lies in them stays as it is, while they are locked. */
  closedZones: z.array(z.string().max(limits.idCharsMax)).max(limits.closedZonesMax).default([]),
  /** Pairs of people who have met in rounds of pairs. */
  met: z.array(z.string().max(80)).max(limits.meetingsKept).default([]),
  /** People speak in turn. */
  turns: turnsSchema.nullable().default(null),
  /** Who has the floor, and who waits for it. */
  floor: floorSchema.nullable().default(null),
  /** Whether to go on, asked when a time was over. */
  thumbs: thumbsSchema.nullable().default(null),
  /** Ideas that people score. */
  scoring: scoringSchema.nullable().default(null),
  ideasBefore: ideasBeforeSchema.nullable().default(null),
  /** What people have said of where they come from. */
  sectors: z
    .object({
      /** All who are here. */
      isAsked: z.boolean(),
      /** Whoever joins, once. */
      atJoin: z.boolean().default(false),
      said: z.record(participantIdSchema, z.enum(personSectors)),
    })
    .default({ isAsked: false, atJoin: false, said: {} }),
  bring: personSchema.extend({ at: timeSchema, place: placeSchema }).nullable(),
  /** Id of the zone that all look at. */
  spotlight: z.string().max(limits.idCharsMax).nullable(),
  hands: z.array(handSchema).max(limits.handsMax),
  /** How often each has had the word. */
  spoken: z.record(z.string(), z.number().int().positive()),
  /** Who is ready, of those who were asked. */
  ready: z.object({ at: timeSchema, who: z.array(participantIdSchema).max(limits.participantsPerBoardMax) }).nullable(),
  /** Takes over the session when no facilitator is here. */
  deputy: personSchema.extend({ inOffice: z.boolean() }).nullable(),
  off: z.array(z.enum(calmParts)),
  /** The agenda as it was before a rehearsal. */
  before: z.array(phaseSchema).max(limits.phasesMax).nullable(),
  /** Commands that have been done, the latest last. */
  done: z.array(z.string()).max(limits.commandsKept),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

export function newSession(phases: readonly Phase[]): SessionState {
  return {
    revision: 0,
    steeredAt: 0,
    status: 'planned',
    phases: [...phases],
    phase: null,
    phaseStartedAt: null,
    plannedEndAt: null,
    timer: null,
    rights: 'free',
    pending: null,
    rounds: [],
    groups: null,
    closedZones: [],
    met: [],
    turns: null,
    floor: null,
    thumbs: null,
    scoring: null,
    ideasBefore: null,
    // Where a vote is split by it, it is asked before.
    sectors: { isAsked: false, atJoin: phases.some(({ vote }) => (vote?.sectors.length ?? 0) > 0), said: {} },
    bring: null,
    spotlight: null,
    hands: [],
    spoken: {},
    ready: null,
    deputy: null,
    off: [],
    before: null,
    done: [],
  };
}

export function isUnderWay({ status }: Pick<SessionState, 'status'>): boolean {
  return status === 'running' || status === 'rehearsing';
}

/** Answers of single people that nobody sees, until they are counted. */
export function holdsSecrets({ scoring, thumbs }: Pick<SessionState, 'scoring' | 'thumbs'>): boolean {
  return [scoring?.given, thumbs?.said].some((answers) => answers && Object.keys(answers).length > 0);
}

/** The step that runs; null: none. */
export function stepUnderWay(state: Pick<SessionState, 'status' | 'phases' | 'phase'>): Phase | null {
  return isUnderWay(state) ? (state.phases.find(({ id }) => id === state.phase) ?? null) : null;
}
