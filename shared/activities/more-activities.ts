// The activities behind "More". From Liberating Structures (TRIZ) and common practice (world café, fishbowl, lightning talks); the words are our own.
import type { ActivityStep } from './activity-step.ts';

const tableRound = (number: number): ActivityStep => ({
  title: { en: `At tables, round ${number}` },
  kind: 'converge',
  minutes: 20,
  task:
    number === 1
      ? { en: 'Talk at your table, and write down what matters. One of you hosts it and stays.' }
      : { en: 'The host says what was talked about so far; all others bring what they heard elsewhere.' },
  groups: { form: number === 1 ? 'tables' : 'moved', size: 5, hasZones: true, title: 'Table #' },
});

const scoringRound = (round: number): ActivityStep => ({
  title: { en: `Scoring, round ${round}` },
  kind: 'read',
  minutes: 3,
  task: { en: 'Read the idea that you are given, and score it from 1 to 5. Nobody sees what you give.' },
  scoringRound: round,
});

export const moreActivities = {
  'twenty-five-ten': [
    {
      title: { en: 'Ideas' },
      kind: 'diverge',
      minutes: 5,
      task: { en: 'One note: what would you do if you were ten times bolder, and what is the first step?' },
      isPrivate: true,
      notesMax: 1,
      ownZone: true,
      scoringRound: 0,
    },
    ...[1, 2, 3, 4, 5].map(scoringRound),
    {
      title: { en: 'The ten best' },
      kind: 'read',
      minutes: 5,
      task: { en: 'Which of them do we begin with?' },
      scoringRound: null,
    },
  ],
  'world-cafe': [
    tableRound(1),
    tableRound(2),
    tableRound(3),
    {
      title: { en: 'What the tables found' },
      kind: 'converge',
      minutes: 20,
      task: { en: 'Each host says in a minute what stood out. What do the tables have in common?' },
    },
  ],
  triz: [
    {
      title: { en: 'Intro' },
      kind: 'read',
      minutes: 5,
      task: { en: 'We first ask how to get the worst result there could be. What do we want to be sure never to get?' },
    },
    {
      title: { en: 'The worst result' },
      kind: 'diverge',
      minutes: 10,
      ownZone: true,
      task: { en: 'What would we have to do to get the worst result for sure? Write all of it.' },
    },
    {
      title: { en: 'What resembles it today' },
      kind: 'converge',
      minutes: 10,
      ownZone: true,
      task: { en: 'What do we do today that is like any of it? Write it, and draw an arrow to what it is like.' },
    },
    {
      title: { en: 'What to stop' },
      kind: 'commit',
      minutes: 10,
      ownZone: true,
      task: { en: 'Which of it do we stop, and what is the first step? Draw an arrow to what it ends.' },
    },
  ],
  fishbowl: [
    {
      title: { en: 'Fishbowl' },
      kind: 'session',
      minutes: 25,
      task: { en: 'Who sits in the circle talks, all others listen. Take the free chair to join in.' },
      floor: { kind: 'fishbowl', seats: 4 },
    },
    { title: { en: 'What we heard' }, kind: 'read', minutes: 5, task: { en: 'What was new to you? Write it down.' } },
  ],
  talks: [
    {
      title: { en: 'Lightning talks' },
      kind: 'session',
      minutes: 24,
      task: { en: 'Sign up, and say in a few minutes what others should know.' },
      floor: { kind: 'talks', minutes: 4 },
      plannedFor: 6,
    },
  ],
} satisfies Record<string, readonly ActivityStep[]>;
