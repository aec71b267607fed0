// From demonstration to system purpose: what ends, what comes, what carries us there, and which purpose the system should
// serve. Three Horizons (B. Sharpe); the shift of purpose after UpSocial.
import { cell, example, note, phase, template, zone } from './building.ts';

export const purposeShift = template({
  id: 'purpose-shift',
  title: 'From demonstration to purpose',
  purpose: 'See what ends and what is coming, and name the purpose the system should serve.',
  leaveWith: 'Three horizons, a shift of purpose and a next step',
  credits: 'Three Horizons: Bill Sharpe. Find, scale, enter, shift: UpSocial. Leverage points: D. Meadows.',
  moment: 'plan',
  group: [5, 40],
  minutes: 90,
  phases: [
    phase(
      'arrive',
      'Arrive',
      'arrive',
      10,
      [],
      [
        'Which system do we look at? Until which year?',
        'Name the system in one line: "schools in our town". Choose a year 15 to 20 years away.',
      ],
    ),
    phase(
      'h1',
      'What no longer fits',
      'diverge',
      17,
      ['horizons'],
      [
        'What no longer fits? For which society was it made? Keep it, or let it go?',
        'Also ask what is worth keeping. Thank those who run it today.',
      ],
    ),
    phase(
      'h3',
      'What is coming',
      'diverge',
      17,
      ['horizons'],
      [
        'What should the system be for? Where is that already to be seen?',
        'Each dream wants one place on earth where it exists in small.',
      ],
    ),
    phase(
      'h2',
      'What carries us',
      'converge',
      17,
      ['horizons', 'stages'],
      [
        'What is tried today? Does it feed the future, or hold up what is?',
        'The same project may do both. Put it where the group sees it now.',
      ],
    ),
    phase(
      'purpose',
      'The purpose',
      'converge',
      12,
      ['purpose'],
      [
        'From what the system is for, to what it should be for.',
        'Fill both sides. Ask: who inside wants this already?',
      ],
    ),
    phase(
      'next',
      'Next step',
      'commit',
      8,
      ['commit'],
      ['Which step brings it one stage further?', 'One name, one day.'],
    ),
  ],
  zones: [
    zone('horizons', 'Three horizons', 'What ends, what carries us, what is coming?', [0, 0, 2460, 1076], {
      layout: 'columns',
      cells: [
        cell('h1', 'Today’s pattern', { sets: { horizonBand: 'h1' } }),
        cell('h2', 'On the way', { sets: { horizonBand: 'h2' } }),
        cell('h3', 'The future we want', { sets: { horizonBand: 'h3' } }),
      ],
      kind: 'horizon',
      capacity: { perPerson: 3 },
      grows: 'down',
    }),
    zone('purpose', 'Shift of purpose', 'From what, to what?', [2540, 0, 840, 1076], {
      kind: 'purposeShift',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
    zone('stages', 'How far it has come', 'Which example is at which stage?', [0, 1156, 2460, 404], {
      layout: 'columns',
      cells: [
        cell('find', 'Find', { sets: { stage: 'find' } }),
        cell('scale', 'Take to scale', { sets: { stage: 'scale' } }),
        cell('enter', 'Enter the system', { sets: { stage: 'enter' } }),
        cell('shift', 'Shift its purpose', { sets: { stage: 'shift' } }),
      ],
      kind: 'practice',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
    zone('commit', 'Next steps', 'Who does what by when?', [2540, 1156, 840, 404], {
      kind: 'commitment',
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
  ],
  notes: [
    note('made', 'horizons', 'Made for which society?', 'light-red', { cell: 'h1' }),
    note('feeds', 'horizons', 'Does it feed the future, or hold up today?', 'yellow', { cell: 'h2' }),
    note('where', 'horizons', 'Where is it already to be seen?', 'light-green', { cell: 'h3' }),
  ],
  cards: [
    example('same', 'horizons', 'horizon', 'One lesson for all, at one pace', {
      horizonBand: 'h1',
      keep: 'let-go',
      note: 'School made for a society that was all alike. After UpSocial.',
    }),
    example('mixed', 'horizons', 'horizon', 'Learning groups of mixed age', {
      horizonBand: 'h2',
      feeds: 'future',
      note: 'Illustrative.',
    }),
    example('agents', 'horizons', 'horizon', 'Pupils change something in their own town', {
      horizonBand: 'h3',
      where: 'A few schools in many countries',
      note: 'Illustrative.',
    }),
    example('school', 'purpose', 'purposeShift', 'What school is for', {
      from: 'Workers for industry',
      to: 'Each student an agent of change',
      leverage: 3,
      note: 'After UpSocial, "How social changes happen".',
    }),
    example('pocket', 'stages', 'practice', 'A school that plans its week with its pupils', {
      stage: 'find',
      place: 'Somewhere near you',
      note: 'Illustrative.',
    }),
  ],
  checks: ['commitments'],
  results: ['report.md', 'horizons.csv', 'commitments.csv'],
});
