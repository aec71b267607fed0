// Common agenda, first draft: one goal that the whole group stands behind. After the common agenda of collective impact.
import { cell, example, note, phase, template, zone } from './building.ts';

export const sharedGoalCanvas = template({
  id: 'shared-goal-canvas',
  title: 'Common agenda, first draft',
  purpose: 'Name the problem together and write one goal the whole group stands behind.',
  leaveWith: 'A shared goal, its limits, principles and how you will learn',
  credits:
    'Common agenda: collective impact, after Tamarack Institute and Collaboration for Impact. Levels of agreement: S. Kaner.',
  moment: 'agree',
  group: [5, 40],
  minutes: 90,
  phases: [
    phase(
      'check-in',
      'Check-in',
      'arrive',
      7,
      [],
      [
        'Your name, and why this matters to you, in one breath.',
        'Go first, briefly. Over fifteen people: check in by pairs.',
      ],
    ),
    phase(
      'problem',
      'The problem',
      'diverge',
      10,
      ['problem'],
      [
        'What keeps returning, and why?',
        'A symptom is what one sees, a cause keeps it going, a barrier stops those who try. Ask for figures.',
      ],
    ),
    phase(
      'goals',
      'Goals in private',
      'diverge',
      7,
      ['goal'],
      [
        'Write one goal: what will be different, for whom, by when?',
        'Silent. One goal each is enough; two is the most.',
      ],
      { private: true },
    ),
    phase('reveal', 'Reveal', 'reveal', 2, ['goal'], ['Read them all.', 'Read three aloud, at random.']),
    phase(
      'cluster',
      'What goes together',
      'cluster',
      12,
      ['goal'],
      [
        'Which goals say the same? Give each group of notes a name.',
        'Everybody may move notes. Name a group by what it says, not by a topic.',
      ],
    ),
    phase(
      'dots',
      'Dots',
      'vote',
      5,
      ['goal'],
      [
        'Three dots each: which groups should the shared goal hold?',
        'Dots show interest, they decide nothing. Hide the count until all have voted.',
      ],
    ),
    phase(
      'write',
      'Write the goal',
      'converge',
      14,
      ['goal'],
      [
        'One sentence that we all can say.',
        'Two people write, the others watch and comment. Full agreement on every word is not needed.',
      ],
    ),
    phase(
      'limits',
      'Limits and principles',
      'converge',
      12,
      ['in-out', 'principles', 'learning'],
      [
        'What is ours to work on, what is not? How do we want to work and learn?',
        'Split the group in three if there are more than ten. Each brings back three notes.',
      ],
    ),
    phase(
      'agreement',
      'Where do we stand?',
      'decide',
      8,
      ['agreement'],
      [
        'Eight levels, from fully behind it to stopping it. Where are you?',
        'Agree first which level is enough. Show the bars, never a mean. Hear those who stand lowest.',
      ],
    ),
    phase(
      'next',
      'Next step',
      'commit',
      5,
      ['commit'],
      ['Who takes the draft where, by when?', 'Say that a common agenda takes several meetings, and set the next one.'],
    ),
  ],
  zones: [
    zone('problem', 'The problem', 'What keeps returning, and why?', [0, 0, 1640, 1020], {
      layout: 'rows',
      cells: [
        cell('symptom', 'What we see', { sets: { problemLevel: 'symptom' } }),
        cell('cause', 'Why it stays', { sets: { problemLevel: 'cause' } }),
        cell('barrier', 'What stops us', { sets: { problemLevel: 'barrier' } }),
      ],
      kind: 'problem',
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('goal', 'Our goal', 'What will be different, for whom, by when?', [1720, 0, 1400, 568], {
      kind: 'goal',
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('in-out', 'Ours to work on / not ours', 'Where does our work end?', [1720, 616, 1400, 404], {
      layout: 'columns',
      cells: [
        cell('in', 'Ours to work on', { sets: { boundary: 'in' } }),
        cell('out', 'Not ours', { sets: { boundary: 'out' } }),
      ],
      kind: 'goal',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
    zone('principles', 'Principles', 'How do we want to work together?', [3200, 0, 900, 568], {
      kind: 'principle',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
    zone('learning', 'Learning', 'How will we know, and how will we learn?', [3200, 616, 900, 404], {
      kind: 'indicator',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
    zone(
      'agreement',
      'Where do we stand?',
      'Does everybody stand behind the goal? What is still missing?',
      [0, 1100, 3120, 380],
      {
        capacity: { perPerson: 1 },
        grows: 'down',
      },
    ),
    zone('commit', 'Next steps', 'Who does what by when?', [3200, 1100, 900, 380], {
      kind: 'commitment',
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
  ],
  notes: [
    note('symptom', 'problem', 'What do we see again and again?', 'light-red', { cell: 'symptom' }),
    note('cause', 'problem', 'What keeps it going?', 'light-red', { cell: 'cause' }),
    note('barrier', 'problem', 'What has stopped us so far?', 'light-red', { cell: 'barrier' }),
    note('draft', 'goal', 'First try at the goal, in one sentence', 'light-green'),
  ],
  cards: [
    example('pec-goal', 'goal', 'goal', 'All children in Punjab’s public schools gain foundational capabilities', {
      who: 'About 2.7 million children',
      baseline: '126/180',
      target: '150/180',
      unit: 'learning score',
      due: '2028-03-31',
      owner: 'Department of School Education',
      specific: true,
      relevant: true,
      note: 'Reach: sanjhisikhiya.org. Score: thelogicalindian.com/29930. Target and date are the example’s own.',
    }),
    example('pec-symptom', 'problem', 'problem', 'Learning is the weak part of the state’s index', {
      problemLevel: 'symptom',
      data: '126 of 180 points in 2019-20',
      source: 'thelogicalindian.com/29930',
    }),
    example('pec-cause', 'problem', 'problem', 'Everybody works in their own silo', {
      problemLevel: 'cause',
      source: 'ShikshaLokam, "Collective Action"',
    }),
    example('pec-principle', 'principles', 'principle', 'Build on what is there, one step more', {
      reason: '"Rejig, not replace": theprint.in/1391899',
    }),
  ],
  checks: ['goals', 'commitments', 'decisions'],
  results: ['report.md', 'goals.csv', 'commitments.csv'],
});
