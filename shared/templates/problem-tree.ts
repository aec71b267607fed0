// Problem and objectives: a tree of what is wrong, turned into a tree of what should be. Many logframes begin here. Method: goal
// oriented project planning.
import { example, link, note, phase, template, zone } from './building.ts';

export const problemTree = template({
  id: 'problem-tree',
  title: 'Problem and objectives',
  purpose: 'Find the causes of a problem, and turn each into something to work for.',
  leaveWith: 'A tree of causes, a tree of objectives, and the branch you choose',
  credits: 'Problem and objectives trees: goal oriented project planning (ZOPP), common practice.',
  moment: 'plan',
  group: [3, 20],
  minutes: 90,
  phases: [
    phase(
      'core',
      'The problem',
      'arrive',
      10,
      ['core'],
      [
        'Which one problem stands in the middle?',
        'Say what is, not what is missing: "children miss school", not "no bus".',
      ],
    ),
    phase(
      'causes',
      'Causes',
      'diverge',
      15,
      ['causes'],
      ['Why is that so? And why is that so?', 'Silent first. Ask "why?" until it is something people here can reach.'],
    ),
    phase(
      'effects',
      'Effects',
      'diverge',
      10,
      ['effects'],
      ['What follows from it, and for whom?', 'Name who bears it. Some effects are causes too: draw the arrow.'],
    ),
    phase(
      'links',
      'Arrows',
      'cluster',
      12,
      ['causes', 'core', 'effects'],
      ['What leads to what? From below to above.', 'Read each arrow aloud. What does not hold is moved or dropped.'],
    ),
    phase(
      'turn',
      'Turn it round',
      'converge',
      20,
      ['means', 'objective', 'ends'],
      [
        'Each problem as if it were solved: what is then true?',
        'Card by card, from above to below. Not everything can be turned; leave those.',
      ],
    ),
    phase(
      'branch',
      'Our branch',
      'vote',
      6,
      ['means'],
      ['Three dots each: which branch do we take?', 'Ask what others do already.'],
    ),
    phase('next', 'Next steps', 'commit', 8, ['commit'], ['Who does what by when?', 'One name, one day.']),
  ],
  zones: [
    zone('effects', 'Effects', 'What follows from it, for whom?', [0, 0, 1620, 568], {
      kind: 'problem',
      sets: { problemLevel: 'symptom' },
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('core', 'The problem', 'Which one problem is in the middle?', [0, 608, 1620, 344], {
      kind: 'problem',
      capacity: { inAll: 3 },
    }),
    zone('causes', 'Causes', 'Why is that so? And why is that?', [0, 992, 1620, 800], {
      kind: 'problem',
      sets: { problemLevel: 'cause' },
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('ends', 'What it leads to', 'What is then better, for whom?', [1700, 0, 1620, 568], {
      kind: 'impact',
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('objective', 'Our objective', 'What is then true?', [1700, 608, 1620, 344], {
      kind: 'outcome',
      sets: { level: 'long' },
      capacity: { inAll: 3 },
    }),
    zone('means', 'How we get there', 'What has to be true for it?', [1700, 992, 1620, 800], {
      kind: 'outcome',
      sets: { level: 'early' },
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('commit', 'Next steps', 'Who does what by when?', [0, 1872, 3320, 344], {
      kind: 'commitment',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
  ],
  notes: [
    note('one', 'core', 'One problem, as it is today', 'light-red'),
    note('why', 'causes', 'Why is that so?', 'light-red'),
    note('turned', 'objective', 'The same, as if it were solved', 'light-green'),
  ],
  cards: [
    example('flats', 'core', 'problem', 'Families move away from the old quarter', {
      source: 'Neighborhood Revitalization, illustrative',
    }),
    example('shops', 'effects', 'problem', 'Shops close', { problemLevel: 'symptom' }),
    example('damp', 'causes', 'problem', 'Flats are damp', { problemLevel: 'cause' }),
    example('stay', 'objective', 'outcome', 'Families stay in the old quarter', { who: 'Families', level: 'long' }),
    example('alive', 'ends', 'impact', 'A quarter that is alive', { who: 'Residents, businesses' }),
    example('dry', 'means', 'outcome', 'Flats are dry', { who: 'Landlords', level: 'early' }),
  ],
  links: [
    link('damp', 'flats', { type: 'supports', rationale: 'Children get ill' }),
    link('flats', 'shops', { type: 'supports', rationale: 'Fewer people buy there' }),
    link('dry', 'stay', { type: 'causal', rationale: 'A healthy flat is a reason to stay' }),
    link('stay', 'alive', { type: 'causal', rationale: 'Where families live, shops open' }),
  ],
  checks: ['toc', 'commitments'],
  results: ['report.md', 'logframe.csv', 'commitments.csv'],
});
