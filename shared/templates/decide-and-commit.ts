// Decide and commit: one proposal from reading to decision by consent, then who does what. Consent after sociocracy; small
// steps after the 15% solutions of Liberating Structures.
import { example, note, phase, template, zone } from './building.ts';

export const decideAndCommit = template({
  id: 'decide-and-commit',
  title: 'Decide and commit',
  purpose: 'Come to a decision that is good enough for now and safe enough to try.',
  leaveWith: 'A decision with its day of review, and commitments with names',
  credits: 'Consent: sociocracy. 15% solutions: Liberating Structures.',
  moment: 'close',
  group: [3, 40],
  minutes: 45,
  phases: [
    phase(
      'read',
      'The proposals',
      'read',
      4,
      ['proposals'],
      ['Read. What would we do, and why?', 'One proposal at a time. Whoever wrote it reads it aloud.'],
    ),
    phase(
      'questions',
      'Questions',
      'read',
      4,
      ['questions'],
      [
        'What do you need to know to judge it?',
        'Questions only. An opinion with a question mark waits for the next round.',
      ],
    ),
    phase(
      'reactions',
      'Reactions',
      'converge',
      5,
      [],
      ['In one breath: how does it sound to you?', 'In a circle, no replies. It is fine to pass.'],
    ),
    phase(
      'amend',
      'Amend',
      'converge',
      5,
      ['proposals'],
      ['Who wrote it: what do you change after hearing this?', 'Only the one who wrote it changes it now.'],
    ),
    phase(
      'ballot',
      'Where do we stand?',
      'decide',
      4,
      ['proposals'],
      ['Any harm to our aim? Choose your level.', 'Say before which level is enough. A block is heard first.'],
    ),
    phase(
      'integrate',
      'Objections',
      'converge',
      10,
      ['objections', 'decisions'],
      [
        'What harm to our aim do you see? What would fix it?',
        'Thank for each. Work on the words until it is safe enough to try, and set a day to look again.',
      ],
    ),
    phase(
      'commit',
      'Commitments',
      'commit',
      7,
      ['commit'],
      [
        'What can you do now, with what you have, without asking anybody?',
        'One name, one first step, one day on each card.',
      ],
    ),
    phase(
      'whole',
      'The whole',
      'decide',
      2,
      ['decisions', 'commit'],
      [
        'No fingers to five: how is it as a whole?',
        'Below three: what is missing? Write it down as a question for next time.',
      ],
    ),
  ],
  zones: [
    zone('proposals', 'Proposals', 'What do we want to decide?', [0, 0, 820, 800], {
      kind: 'proposal',
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
    zone('questions', 'Questions', 'What do you need to know?', [900, 0, 924, 800], {
      capacity: { perPerson: 1 },
      grows: 'right',
    }),
    zone('objections', 'Objections', 'What harm to our aim? What would fix it?', [1904, 0, 1090, 800], {
      kind: 'objection',
      capacity: { perPerson: 0.7 },
      grows: 'right',
    }),
    zone('decisions', 'Decisions', 'What do we try, until when?', [3074, 0, 820, 800], {
      kind: 'decision',
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
    zone('commit', 'Commitments', 'Who does what by when, and what is the first step?', [0, 880, 3894, 568], {
      kind: 'commitment',
      shows: ['owner', 'due', 'firstStep', 'helpers', 'knownBy'],
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
  ],
  notes: [
    note('safe', 'decisions', 'Good enough for now, safe enough to try?', 'light-green'),
    note('small', 'commit', 'Something you can do now, with what you have', 'light-blue'),
  ],
  cards: [
    example('evening', 'proposals', 'proposal', 'Open the school library to the neighbourhood two evenings a week', {
      owner: 'Leila',
      reason: 'Families asked for a warm place to read',
      note: 'Illustrative.',
    }),
    example('keys', 'objections', 'objection', 'Nobody is there to lock up', {
      reason: 'The caretaker would work longer',
      resolved: 'Two neighbours hold keys, for three months',
      proposal: 'evening',
    }),
    example('try', 'decisions', 'decision', 'Two evenings, as a trial until summer', {
      decidedBy: 'consent',
      outcome: 'amended',
      review: '2028-06-30',
      proposal: 'evening',
      tally: ['Consent: 11', 'Objection, met: 1'],
      note: 'Illustrative. The objection is met: two neighbours hold keys.',
    }),
    example('ask', 'commit', 'commitment', 'Ask the town about insurance', {
      owner: 'Omar',
      due: '2028-02-01',
      firstStep: 'Call the office on Monday',
      knownBy: 'A letter from the town',
    }),
  ],
  checks: ['decisions', 'commitments'],
  results: ['report.md', 'decisions.md', 'commitments.csv', 'commitments.ics'],
});
