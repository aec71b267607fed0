// Theory of change by backward mapping: from the lasting change down to what the group will do. Method: Center for Theory of
// Change, backwards mapping; accountability ceiling after A. M. Brown. The example is the Punjab Education Collective.
import { cell, note, phase, template, zone } from './building.ts';
import { pecTheory, pecTheoryLinks } from './pec-theory.ts';

const bands = ['impact', 'long', 'intermediate', 'early'];

export const tocBackwardMap = template({
  id: 'toc-backward-map',
  title: 'Theory of change, backwards',
  purpose: 'From the lasting change back to what must be true before it, and what you will do.',
  leaveWith: 'A first draft of your theory of change with its assumptions',
  credits:
    'Backwards mapping: Center for Theory of Change. Ceiling: Ann-Murray Brown. Example: Punjab Education Collective.',
  moment: 'plan',
  group: [4, 36],
  groupOf: [4, 9],
  minutes: 120,
  phases: [
    phase(
      'context',
      'Why this map',
      'arrive',
      5,
      [],
      [
        'What are we here to change, and what do we know already?',
        'Say that today gives a first draft. Over nine people: one map for each group, a scribe on each.',
      ],
    ),
    phase(
      'impact',
      'The lasting change',
      'converge',
      10,
      ['impact'],
      [
        'What lasting change do we want, for whom?',
        'One impact, three at most. Ask "and why does that matter?" until it is good in itself.',
      ],
    ),
    phase(
      'preconditions',
      'What must be true first',
      'diverge',
      10,
      ['long', 'intermediate', 'early'],
      [
        'What must be true before that? Three notes each: who changes, and how.',
        'Silent and private. If somebody writes an activity, ask what it would change.',
      ],
      { private: true },
    ),
    phase(
      'reveal',
      'All notes appear',
      'reveal',
      3,
      ['long', 'intermediate', 'early'],
      ['Read. Mark what is unclear.', 'Ask only for meaning. Nobody defends a note yet.'],
    ),
    phase('arrange', 'Arrange and link', 'cluster', 20, bands, [
      'Put them in order. Draw an arrow from what comes first to what follows.',
      'Merge what says the same. Links point up; say each aloud: "this leads to that, because ...".',
    ]),
    phase(
      'tests',
      'Necessary? Enough?',
      'converge',
      8,
      ['long', 'intermediate', 'early'],
      [
        'Is each one needed? Are they together enough? Can somebody act on it?',
        'Take the cards with most arrows first. What is missing shows as a card with no way in.',
      ],
    ),
    phase('ceiling', 'Our ceiling', 'decide', 4, bands, [
      'Up to where do we measure and answer for results?',
      'Drag the dashed line. Above it the group adds to a change that many bring about.',
    ]),
    phase('break', 'Break', 'break', 10, [], ['Ten minutes away from the screen.', 'Say when you begin again.']),
    phase(
      'assumptions',
      'Assumptions on arrows',
      'diverge',
      10,
      ['assumptions'],
      [
        'What do we take for granted? Where would an arrow break?',
        'An assumption is already true, we believe. If we must bring it about, it is an outcome.',
      ],
    ),
    phase(
      'activities',
      'What we will do',
      'diverge',
      12,
      ['activities', 'inputs'],
      [
        'What will we do to bring about the lowest outcomes? What does that need?',
        'Start from the outcome, not from the projects people have. Name one person for each activity.',
      ],
    ),
    phase(
      'worse-off',
      'Who could be worse off',
      'read',
      8,
      ['risks'],
      [
        'Who could lose by this? What could go wrong?',
        'Ask for the voice that is not here. A risk gets an owner, or a change of the map.',
      ],
    ),
    phase(
      'check',
      'Gaps in the drawing',
      'read',
      5,
      [...bands, 'activities', 'inputs'],
      [
        'Which gaps do we close now, which later?',
        'Open the Check tab. It sees what is drawn, not whether it is right.',
      ],
    ),
    phase('story', 'Read it as a story', 'harvest', 5, bands, [
      'If we do this, then that, because ... Does it convince a stranger?',
      'Somebody who wrote little reads it aloud, from the bottom to the top.',
    ]),
  ],
  // A band holds a header (120) and ten cards in a row: nine people and the prompt.
  zones: [
    zone('impact', 'Impact', 'What lasting change, for whom?', [0, 0, 2680, 344], {
      kind: 'impact',
      capacity: { inAll: 3 },
      perGroup: true,
    }),
    zone('long', 'Long-term outcomes', 'What must be true just before that?', [0, 368, 2680, 344], {
      kind: 'outcome',
      sets: { level: 'long' },
      capacity: { perPerson: 1 },
      grows: 'down',
      perGroup: true,
    }),
    zone('intermediate', 'Intermediate outcomes', 'And what must be true just before that?', [0, 800, 2680, 344], {
      kind: 'outcome',
      sets: { level: 'intermediate' },
      capacity: { perPerson: 1 },
      grows: 'down',
      perGroup: true,
    }),
    zone('early', 'Early outcomes', 'What has to change first?', [0, 1168, 2680, 344], {
      kind: 'outcome',
      sets: { level: 'early' },
      capacity: { perPerson: 1 },
      grows: 'down',
      perGroup: true,
    }),
    zone('activities', 'What we will do', 'Activities and what they produce', [0, 1536, 1760, 416], {
      layout: 'columns',
      cells: [cell('activities', 'Activities', { kind: 'activity' }), cell('outputs', 'Outputs', { kind: 'output' })],
      capacity: { perPerson: 1 },
      grows: 'down',
      perGroup: true,
    }),
    zone('inputs', 'What we need', 'People, money, places, knowledge, networks', [1784, 1536, 896, 416], {
      kind: 'input',
      capacity: { perPerson: 0.5 },
      grows: 'down',
      perGroup: true,
    }),
    zone('assumptions', 'Assumptions', 'Already true, and we rely on it', [2704, 0, 840, 1144], {
      kind: 'assumption',
      capacity: { perPerson: 1 },
      grows: 'down',
      perGroup: true,
    }),
    zone('risks', 'Risks and parking', 'Who could be worse off? What can wait?', [2704, 1168, 840, 784], {
      kind: 'risk',
      capacity: { perPerson: 0.5 },
      grows: 'down',
      perGroup: true,
    }),
  ],
  notes: [
    note('start', 'impact', 'Start here: one lasting change, in words a neighbour would use', 'light-violet'),
    note('why', 'long', 'One change per note. Say who changes, and how', 'light-blue'),
    note('rely', 'assumptions', 'What do we count on without having checked it?', 'light-red'),
  ],
  labels: [
    {
      id: 'ceiling',
      text: { en: 'Below this line we measure and answer for results. Above it we add to them.' },
      x: 28,
      y: 742,
      w: 1200,
    },
  ],
  ceilings: [{ id: 'ours', x: 0, y: 728, w: 2680 }],
  cards: pecTheory,
  links: pecTheoryLinks,
  checks: ['toc'],
  results: ['report.md', 'logframe.csv', 'results.csv', 'kumu.json', 'map.graphml'],
});
