// Activities that a facilitator puts into the agenda with one choice: timed steps on a zone, with their groups, private writing and votes.
import type { Text } from '../domain/text.ts';
import { limits } from '../protocol/limits.ts';
import type { ActivityKind } from './activity-kinds.ts';
import type { ActivityStep } from './activity-step.ts';
import { moreActivities } from './more-activities.ts';
import { newPhase, type Phase } from './phase.ts';
import type { SessionPerson } from './session-person.ts';
import { usualActivities } from './usual-activities.ts';

const activities: Record<ActivityKind, readonly ActivityStep[]> = { ...usualActivities, ...moreActivities };

interface Asked {
  /** What its steps are named after; nothing else has it. */
  id: string;
  zone: string | null;
  /** Of the steps that have a zone of their own, in their order. */
  zones?: readonly string[] | undefined;
  /** Of the facilitator; may be empty. */
  question: string;
  by: SessionPerson['participant'];
}

export function activitySteps(kind: ActivityKind, { id, zone, zones = [], question, by }: Asked): Phase[] {
  const own = zonedSteps(kind);
  return activities[kind].map((step, i) => {
    const { title, kind: of, minutes, task, groups, ownZone: _own, ...more } = step;
    const works = zones[own.indexOf(step)] ?? zone;
    return newPhase(`${id}-${i + 1}`, {
      ...more,
      title,
      kind: of,
      minutes,
      question: { en: [question, task.en].filter(Boolean).join(' ').slice(0, limits.phaseQuestionCharsMax) },
      zones: works === null ? [] : [works],
      groups: groups ? { ...groups, by } : null,
    });
  });
}

/** What it takes, step by step. */
export function activityPlan(kind: ActivityKind): { title: Text; minutes: number }[] {
  return activities[kind].map(({ title, minutes }) => ({ title, minutes }));
}

export function activityMinutes(kind: ActivityKind): number {
  return activityPlan(kind).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** What the zones are called and ask that it has of its own, in the order of its steps. */
export function activityZones(kind: ActivityKind): { title: Text; prompt: Text }[] {
  return zonedSteps(kind).map(({ title, task }) => ({ title, prompt: task }));
}

function zonedSteps(kind: ActivityKind): ActivityStep[] {
  return activities[kind].filter(({ ownZone }) => ownZone === true);
}
