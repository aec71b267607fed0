// Six conditions of systems change (Kania, Kramer, Senge): what holds a problem in place. All six have the same room: a triangle
// would say that beliefs are little work.
import { cell, example, note, phase, template, zone } from './building.ts';

export const sixConditions = template({
  id: 'six-conditions',
  title: 'Six conditions of systems change',
  purpose: 'See what holds the problem in place: from rules to what people believe.',
  leaveWith: 'What keeps it as it is, what is needed, and where you begin',
  credits: 'The water of systems change: J. Kania, M. Kramer, P. Senge (FSG).',
  moment: 'map',
  group: [4, 30],
  minutes: 60,
  phases: [
    phase(
      'question',
      'The problem',
      'arrive',
      5,
      [],
      [
        'Which problem do we look at? Say it in one sentence.',
        'Choose something that has come back in spite of good projects.',
      ],
    ),
    phase(
      'today',
      'What holds it',
      'diverge',
      8,
      ['conditions'],
      [
        'What keeps it as it is? Two notes each, in two columns at least.',
        'Silent. Columns on the right are harder; give an example there.',
      ],
      { private: true },
    ),
    phase(
      'reveal',
      'Reveal',
      'reveal',
      2,
      ['conditions'],
      ['Read across all six.', 'Which column is empty? That says something.'],
    ),
    phase(
      'read',
      'Read and sort',
      'cluster',
      12,
      ['conditions'],
      ['What belongs together? What holds up something else?', 'Draw arrows from what holds to what it holds.'],
    ),
    phase(
      'needed',
      'What is needed',
      'diverge',
      12,
      ['conditions'],
      ['What would have to be different, in the lower row?', 'For each strong card above, one below.'],
    ),
    phase(
      'dots',
      'Where we begin',
      'vote',
      6,
      ['conditions'],
      ['Three dots each: where can we move something?', 'One dot at least in the right half.'],
    ),
    phase('next', 'Next step', 'commit', 8, ['commit'], ['Who does what by when?', 'Take the three with most dots.']),
  ],
  zones: [
    zone('conditions', 'Six conditions', 'What holds it today, and what is needed?', [0, 0, 3460, 1088], {
      layout: 'table',
      cells: [
        cell('policies', 'Policies', { sets: { condition: 'policies' } }),
        cell('practices', 'Practices', { sets: { condition: 'practices' } }),
        cell('resources', 'Resource flows', { sets: { condition: 'resources' } }),
        cell('relationships', 'Relationships', { sets: { condition: 'relationships' } }),
        cell('power', 'Power', { sets: { condition: 'power' } }),
        cell('mental-models', 'What people believe', { sets: { condition: 'mental-models' } }),
      ],
      rows: [cell('today', 'Today'), cell('needed', 'Needed')],
      kind: 'systemCondition',
      shows: ['owner'],
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('commit', 'Where we begin', 'Who does what by when?', [0, 1168, 3460, 344], {
      kind: 'commitment',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
  ],
  notes: [
    note('belief', 'conditions', 'What does everybody think is normal?', 'light-violet', {
      cell: 'mental-models',
      row: 'today',
    }),
  ],
  cards: [
    example(
      'marks',
      'conditions',
      'systemCondition',
      'A school is judged by its rank',
      { condition: 'policies', today: 'Rank in an index', to: 'What children can do' },
      { row: 'today' },
    ),
    example(
      'silos',
      'conditions',
      'systemCondition',
      'Departments, organisations, firms plan apart',
      { condition: 'relationships', note: 'After ShikshaLokam, "Collective Action".' },
      { row: 'today' },
    ),
    example(
      'able',
      'conditions',
      'systemCondition',
      'Every child can learn this',
      { condition: 'mental-models' },
      { row: 'needed' },
    ),
  ],
  checks: ['commitments'],
  results: ['report.md', 'commitments.csv'],
});
