// Scale out, up and deep with +1 shifts: where something that works could go, and the next small step from what is there.
// Scaling: Moore, Riddell, Vocisano. +1 shifts: ShikshaLokam.
import { example, note, phase, template, zone } from './building.ts';

export const scalingPlusOne = template({
  id: 'scaling-plus-one',
  title: 'Scale out, up and deep',
  purpose: 'Take what works further: to more places, into rules, into what people believe.',
  leaveWith: 'Ways to scale, +1 steps with owners, and what stays without you',
  credits: 'Scaling out, up, deep: M.-L. Moore, D. Riddell, D. Vocisano. +1 shifts: ShikshaLokam.',
  moment: 'plan',
  group: [4, 25],
  minutes: 60,
  phases: [
    phase(
      'pick',
      'What works',
      'arrive',
      4,
      ['core'],
      [
        'What works today, where, and how do we know?',
        'One initiative for the whole hour. Ask for proof, small is fine.',
      ],
    ),
    phase(
      'write',
      'Where it could go',
      'diverge',
      6,
      ['out', 'up', 'deep'],
      ['Where else? Which rule? Which belief? Three notes each.', 'Silent. One note at least in each of the three.'],
      { private: true },
    ),
    phase('reveal', 'Reveal', 'reveal', 2, ['out', 'up', 'deep'], ['All notes appear.', 'Read, no comments yet.']),
    phase(
      'sort',
      'Sort',
      'cluster',
      13,
      ['out', 'up', 'deep'],
      ['What belongs together? What is in the way?', 'Write what is in the way onto the card.'],
    ),
    phase(
      'plus-one',
      '+1 steps',
      'diverge',
      10,
      ['plusone'],
      ['What is there today, and what is one step more?', 'Build on what people do already. A step fits into a month.'],
    ),
    phase(
      'remains',
      'What remains after us',
      'converge',
      9,
      ['reuse'],
      ['What can others take as it is? What stays when we go?', 'Think of people who can do it, not of papers only.'],
    ),
    phase(
      'dots',
      'Dots',
      'vote',
      5,
      ['plusone'],
      ['Three dots each: which steps first?', 'Hide the count until all have voted.'],
    ),
    phase('owners', 'Owners', 'commit', 5, ['commit'], ['Who takes which step, by when?', 'One name each.']),
  ],
  zones: [
    zone('core', 'What works today', 'What works, where, with what proof?', [0, 0, 820, 800], {
      kind: 'practice',
      capacity: { perPerson: 0.3 },
      grows: 'down',
    }),
    zone('out', 'Out: more places', 'Where else, with whom?', [900, 0, 820, 800], {
      kind: 'scaling',
      sets: { scaling: 'out' },
      shows: ['blocker'],
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('up', 'Up: rules', 'Which rule, budget or institution?', [1800, 0, 820, 800], {
      kind: 'scaling',
      sets: { scaling: 'up' },
      shows: ['blocker'],
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('deep', 'Deep: beliefs', 'Which belief or relationship?', [2700, 0, 820, 800], {
      kind: 'scaling',
      sets: { scaling: 'deep' },
      shows: ['blocker'],
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('plusone', '+1 steps', 'What is there today, and one step more?', [0, 880, 1720, 568], {
      kind: 'plusOne',
      shows: ['today', 'owner'],
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('reuse', 'What remains after us', 'What can others take as it is?', [1800, 880, 1720, 568], {
      kind: 'practice',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
    zone('commit', 'Who takes which step', 'By when, and what is the first thing to do?', [0, 1528, 3520, 344], {
      kind: 'commitment',
      capacity: { perPerson: 0.3 },
      grows: 'down',
    }),
  ],
  notes: [
    note('proof', 'core', 'What works, and how do we know?', 'light-green'),
    note('one', 'plusone', 'Today ... and one step more', 'light-blue'),
  ],
  cards: [
    example('visits', 'core', 'practice', 'Head teachers visit schools that work', {
      place: 'Punjab, India',
      proof: 'Rank 13 to 1 in two years, with doubts',
      source: 'ShikshaLokam, "Collective Action"',
    }),
    example('states', 'out', 'scaling', 'Two more states', {
      who: 'Their departments',
      blocker: 'Officials change posts',
    }),
    example('budget', 'up', 'scaling', 'A line for visits in the yearly budget', {
      who: 'State government',
      blocker: 'Seen as travel, not as learning',
    }),
    example('peers', 'deep', 'scaling', 'Head teachers learn from each other', {
      who: 'Head teachers',
      blocker: 'Fear of being judged',
    }),
    example('meeting', 'plusone', 'plusOne', 'One open classroom at each monthly meeting', {
      today: 'Monthly meeting on forms',
      next: ['One classroom, one question'],
      reuseFrom: 'Exposure visits',
      owner: 'Sanjhi Sikhiya',
      note: 'Illustrative. "Rejig, not replace": theprint.in/1391899',
    }),
  ],
  checks: ['commitments'],
  results: ['report.md', 'scaling.csv', 'commitments.csv'],
});
