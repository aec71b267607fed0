// Partnership health check: for partnerships that already work together. The five conditions of collective impact, and two that
// were missing in it: fairness and who decides.
import { cell, example, note, phase, template, zone } from './building.ts';

export const partnershipHealth = template({
  id: 'partnership-health',
  title: 'Partnership health check',
  purpose: 'See how well you work together, where you see it differently, and what to mend first.',
  leaveWith: 'An honest picture in seven rows, and two things you mend',
  credits:
    'Five conditions of collective impact: J. Kania, M. Kramer. Fairness and who decides: added after its critics.',
  moment: 'meet',
  group: [4, 30],
  minutes: 60,
  phases: [
    phase(
      'why',
      'Why we check',
      'arrive',
      4,
      [],
      [
        'How well do we work together? It is fine to disagree.',
        'Say what will be done with it. Whoever pays for the work speaks last.',
      ],
    ),
    phase(
      'rate',
      'Where we are',
      'diverge',
      10,
      ['health'],
      [
        'One note in each row: from 0, not there, to 4, strong. Add a word why.',
        'Private and without names. A row may stay empty.',
      ],
      { private: true, anonymous: true },
    ),
    phase(
      'reveal',
      'Reveal',
      'reveal',
      2,
      ['health'],
      ['Where are the notes far apart?', 'Do not ask who wrote what.'],
    ),
    phase(
      'read',
      'Talk about the widest',
      'read',
      16,
      ['health'],
      [
        'What does each side see that the other does not?',
        'Take the two rows that are furthest apart, then the lowest.',
      ],
    ),
    phase(
      'mend',
      'What we mend',
      'converge',
      12,
      ['mend'],
      ['What would bring one row up by one?', 'Small things that people here can do.'],
    ),
    phase(
      'next',
      'Next steps',
      'commit',
      10,
      ['commit'],
      ['Who does what by when? When do we check again?', 'Set the day of the next check now.'],
    ),
  ],
  zones: [
    zone('health', 'How we work together', 'From 0, not there, to 4, strong', [0, 0, 2600, 1848], {
      layout: 'table',
      cells: ['0', '1', '2', '3', '4'].map((score) => cell(`score-${score}`, score)),
      rows: [
        cell('agenda', 'Shared goal'),
        cell('measures', 'Shared figures'),
        cell('activities', 'Fits together'),
        cell('talk', 'Constant talk'),
        cell('backbone', 'Who holds it'),
        cell('fair', 'Fair to all'),
        cell('decide', 'Who decides'),
      ],
      capacity: { perPerson: 7 },
      grows: 'down',
    }),
    zone('mend', 'What we mend', 'What would bring one row up by one?', [2680, 0, 1090, 884], {
      kind: 'proposal',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
    zone('commit', 'Next steps', 'Who does what by when?', [2680, 964, 1090, 884], {
      kind: 'commitment',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
  ],
  notes: [note('widest', 'mend', 'Take what is furthest apart first', 'light-blue')],
  cards: [
    example('minutes', 'mend', 'proposal', 'Minutes of every meeting in both languages', {
      owner: 'Amina',
      reason: 'Half of us read them late',
      note: 'Illustrative.',
    }),
  ],
  checks: ['commitments'],
  results: ['report.md', 'commitments.csv'],
});
