// The activities behind "More". From Liberating Structures (TRIZ); the words are our own.
import type { ActivityStep } from './activity-step.ts';

export const moreActivities = {
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
} satisfies Record<string, readonly ActivityStep[]>;
