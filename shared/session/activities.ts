// Activities that a facilitator puts into the agenda with one choice: timed steps on a zone, with their groups, private writing and votes.
// From Liberating Structures (1-2-4-All, impromptu networking, 15% solutions) and lean coffee; the words are our own.
import type { Text } from '../domain/text.ts';
import type { StepGroups } from '../groups/step-spec.ts';
import { usualVote } from '../voting/terms.ts';
import { limits } from '../protocol/limits.ts';
import type { ActivityKind } from './activity-kinds.ts';
import type { SessionPerson } from './session-person.ts';
import { newPhase, type Phase } from './phase.ts';

interface ActivityStep extends Partial<Pick<Phase, 'isPrivate' | 'vote' | 'turnMinutes'>> {
  title: Text;
  kind: Phase['kind'];
  minutes: number;
  /** What people are to do, after the facilitator's question. */
  task: Text;
  groups?: Omit<StepGroups, 'by'>;
}

const pairRound = (number: number): ActivityStep => ({
  title: { en: `Pairs, round ${number}` },
  kind: 'session',
  minutes: 5,
  task: { en: 'Talk with somebody new. Half of the time is for each of you.' },
  groups: { form: 'pairs', size: 2, hasZones: false },
});

const activities: Record<ActivityKind, readonly ActivityStep[]> = {
  'one-two-four-all': [
    {
      title: { en: 'Alone' },
      kind: 'diverge',
      minutes: 1,
      task: { en: 'Think for yourself, and write.' },
      isPrivate: true,
    },
    {
      title: { en: 'In pairs' },
      kind: 'converge',
      minutes: 2,
      task: { en: 'Make more of your ideas, and write down what is new.' },
      groups: { form: 'lot', size: 2, hasZones: true },
    },
    {
      title: { en: 'In fours' },
      kind: 'converge',
      minutes: 4,
      task: { en: 'Two pairs together: what is alike, what is different? Write down what stands out.' },
      groups: { form: 'joined', size: 4, hasZones: true },
    },
    { title: { en: 'All' }, kind: 'read', minutes: 5, task: { en: 'What stood out in your group? One idea of each.' } },
  ],
  pairs: [pairRound(1), pairRound(2), pairRound(3)],
  round: [
    {
      title: { en: 'Round' },
      kind: 'session',
      minutes: 10,
      task: { en: 'Each speaks in turn, all others listen. You may pass.' },
      turnMinutes: 1,
    },
  ],
  'lean-coffee': [
    {
      title: { en: 'Topics' },
      kind: 'diverge',
      minutes: 4,
      task: { en: 'What should we talk about? One topic on each note.' },
    },
    {
      title: { en: 'Pitches' },
      kind: 'read',
      minutes: 3,
      task: { en: 'Say in two sentences what each of your topics is about.' },
    },
    {
      title: { en: 'Dots' },
      kind: 'vote',
      minutes: 3,
      task: { en: 'Choose what we talk about first.' },
      vote: { ...usualVote, on: 'items' },
    },
    ...[1, 2, 3].map((number): ActivityStep => ({
      title: { en: `Talk, topic ${number}` },
      kind: 'session',
      minutes: 8,
      task: { en: 'When the time is over: thumbs for three minutes more, or the next topic.' },
    })),
  ],
  'fifteen-percent': [
    {
      title: { en: 'Frame' },
      kind: 'read',
      minutes: 3,
      task: { en: 'Where have you freedom to act without more money or leave?' },
    },
    {
      title: { en: 'Alone' },
      kind: 'diverge',
      minutes: 6,
      task: { en: 'What can you do yourself, now? Write your list.' },
      isPrivate: true,
    },
    {
      title: { en: 'In pairs' },
      kind: 'converge',
      minutes: 5,
      task: { en: 'Help each other to make it clear and doable.' },
      groups: { form: 'lot', size: 2, hasZones: false },
    },
    { title: { en: 'All' }, kind: 'commit', minutes: 6, task: { en: 'Say one thing that you will do.' } },
  ],
};

export function activityMinutes(kind: ActivityKind): number {
  return activities[kind].reduce((sum, { minutes }) => sum + minutes, 0);
}

interface Asked {
  /** What its steps are named after; nothing else has it. */
  id: string;
  zone: string | null;
  /** Of the facilitator; may be empty. */
  question: string;
  by: SessionPerson['participant'];
}

export function activitySteps(kind: ActivityKind, { id, zone, question, by }: Asked): Phase[] {
  return activities[kind].map(({ title, kind: of, minutes, task, groups, ...more }, i) =>
    newPhase(`${id}-${i + 1}`, {
      ...more,
      title,
      kind: of,
      minutes,
      question: { en: [question, task.en].filter(Boolean).join(' ').slice(0, limits.phaseQuestionCharsMax) },
      zones: zone === null ? [] : [zone],
      groups: groups ? { ...groups, by } : null,
    }),
  );
}
