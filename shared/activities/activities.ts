// Activities that a facilitator puts into the agenda with one choice: timed steps on a zone, with their groups, private writing and votes.
import type { Text } from '../domain/text.ts';
import { limits } from '../protocol/limits.ts';
import type { ActivityKind } from './activity-kinds.ts';
import type { ActivityStep } from './activity-step.ts';
import { moreActivities } from './more-activities.ts';
import { newPhase, type Phase } from '../session/phase.ts';
import type { SessionPerson } from '../session/session-person.ts';
import { usualActivities } from './usual-activities.ts';

const activities: Record<ActivityKind, readonly ActivityStep[]> = { ...usualActivities, ...moreActivities };

/** What may be chosen of an activity; what is not said, or not there in it, is as usual. */
export interface ActivityChoices {
  /** Minutes of each person who speaks in turn, or of each talk. */
  eachMinutes?: number | undefined;
  /** Of a circle. */
  seats?: number | undefined;
}

interface Asked extends ActivityChoices {
  /** What its steps are named after; nothing else has it. */
  id: string;
  zone: string | null;
  /** Of the steps that have a zone of their own, in their order. */
  zones?: readonly string[] | undefined;
  /** Of the facilitator; may be empty. */
  question: string;
  by: SessionPerson['participant'];
}

export function activitySteps(kind: ActivityKind, { id, zone, zones = [], question, by, ...choices }: Asked): Phase[] {
  const own = zonedSteps(kind);
  return activities[kind].map((step, i) => {
    const { title, kind: of, task, groups, ownZone: _own, plannedFor: _count, scoringRound, ...more } = step;
    const works = zones[own.indexOf(step)] ?? zone;
    return newPhase(`${id}-${i + 1}`, {
      ...more,
      ...chosen(step, choices),
      title,
      kind: of,
      question: { en: [asSentence(question), task.en].join(' ').trimStart().slice(0, limits.phaseQuestionCharsMax) },
      zones: works === null ? [] : [works],
      groups: groups ? { ...groups, by } : null,
      scoring: scoringRound === undefined ? null : { of: id, round: scoringRound },
    });
  });
}

/** So that what follows is a sentence of its own. */
function asSentence(words: string): string {
  return words === '' || /\p{P}$/u.test(words) ? words : `${words}.`;
}

/** What it takes, step by step. */
export function activityPlan(kind: ActivityKind, choices: ActivityChoices = {}): { title: Text; minutes: number }[] {
  return activities[kind].map((step) => ({ title: step.title, minutes: chosen(step, choices).minutes }));
}

export function activityMinutes(kind: ActivityKind, choices: ActivityChoices = {}): number {
  return activityPlan(kind, choices).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Whom its minutes are for, and how many each has where nobody says otherwise. Null where it has no such people or talks. */
export function activityEach(kind: ActivityKind): { minutes: number; count: number } | null {
  const step = activities[kind].find(({ plannedFor }) => plannedFor !== undefined);
  const minutes = step && eachMinutesOf(step);
  return step?.plannedFor !== undefined && minutes ? { minutes, count: step.plannedFor } : null;
}

/** Of its circle, where nobody says otherwise. Null where it has none. */
export function activitySeats(kind: ActivityKind): number | null {
  return activities[kind].flatMap(({ floor }) => (floor?.kind === 'fishbowl' ? [floor.seats] : []))[0] ?? null;
}

/** What the zones are called and ask that it has of its own, in the order of its steps. */
export function activityZones(kind: ActivityKind): { title: Text; prompt: Text }[] {
  return zonedSteps(kind).map(({ title, task }) => ({ title, prompt: task }));
}

function zonedSteps(kind: ActivityKind): ActivityStep[] {
  return activities[kind].filter(({ ownZone }) => ownZone === true);
}

function chosen(
  { minutes, turnMinutes = null, floor = null, plannedFor }: ActivityStep,
  { eachMinutes, seats }: ActivityChoices,
): Pick<Phase, 'minutes' | 'turnMinutes' | 'floor'> {
  if (floor?.kind === 'fishbowl') return { minutes, turnMinutes, floor: { ...floor, seats: seats ?? floor.seats } };
  if (eachMinutes === undefined || plannedFor === undefined) return { minutes, turnMinutes, floor };
  return {
    minutes: Math.min(plannedFor * eachMinutes, limits.phaseMinutesMax),
    turnMinutes: turnMinutes === null ? null : eachMinutes,
    floor: floor && { ...floor, minutes: eachMinutes },
  };
}

function eachMinutesOf({ turnMinutes, floor }: ActivityStep): number | null {
  return floor?.kind === 'talks' ? floor.minutes : (turnMinutes ?? null);
}
