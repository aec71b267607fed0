// The activities that are offered first. From Liberating Structures (1-2-4-All, impromptu networking, 15% solutions) and lean coffee; the
// words are our own.
import { usualVote } from '../voting/terms.ts';
import type { ActivityStep } from './activity-step.ts';

const pairRound = (number: number): ActivityStep => ({
  title: { en: `Pairs, round ${number}` },
  kind: 'session',
  minutes: 5,
  task: { en: 'Talk with somebody new. Half of the time is for each of you.' },
  groups: { form: 'pairs', size: 2, hasZones: false },
});

export const usualActivities = {
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
      plannedFor: 10,
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
      task: { en: 'When the time is over, all are asked: three minutes more, or the next topic?' },
      asksOn: true,
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
} satisfies Record<string, readonly ActivityStep[]>;
