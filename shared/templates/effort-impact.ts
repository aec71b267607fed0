// Effort and benefit: which ideas first. The place on the grid says both.
import { axis, example, note, phase, template, zone } from './building.ts';

export const effortImpact = template({
  id: 'effort-impact',
  title: 'What first? Effort and benefit',
  purpose: 'Sort ideas by what they bring and what they cost, and choose the first three.',
  leaveWith: 'Three things to begin with, each with a name',
  credits: 'Effort and impact matrix: common practice.',
  moment: 'close',
  group: [3, 25],
  minutes: 45,
  phases: [
    phase(
      'ideas',
      'Ideas',
      'diverge',
      7,
      ['ideas'],
      ['What could we do? One idea on each note, two each.', 'Bring what earlier meetings have found.'],
    ),
    phase(
      'merge',
      'Merge',
      'cluster',
      5,
      ['ideas'],
      ['Put the same ones together.', 'Freeze the list before placing.'],
    ),
    phase(
      'place',
      'Place them',
      'converge',
      14,
      ['grid'],
      [
        'How much good does it do, how much work is it?',
        'First by benefit, then by effort. Those who would do the work judge the effort.',
      ],
    ),
    phase(
      'choose',
      'Choose',
      'vote',
      6,
      ['grid'],
      ['Three dots each: what first?', 'Much benefit with little effort is not the only good place.'],
    ),
    phase('commit', 'Names', 'commit', 9, ['commit'], ['Who begins with what, by when?', 'Three are enough.']),
  ],
  zones: [
    zone('ideas', 'Ideas', 'What could we do?', [0, 0, 820, 1480], {
      kind: 'idea',
      capacity: { perPerson: 2 },
      grows: 'right',
    }),
    zone(
      'grid',
      'Effort and benefit',
      'The higher, the more good. The further right, the more work',
      [900, 0, 1600, 1480],
      {
        layout: 'quadrant',
        across: axis('effort', 'Effort', 'Little work', 'Much work'),
        up: axis('benefit', 'Benefit', 'Little good', 'Much good'),
        kind: 'idea',
        capacity: { inAll: 20 },
      },
    ),
    zone('commit', 'First', 'Who begins with what, by when?', [2580, 0, 820, 1480], {
      kind: 'commitment',
      capacity: { perPerson: 0.3, inAll: 3 },
      grows: 'down',
    }),
  ],
  notes: [note('small', 'ideas', 'What could we do next month?', 'light-blue')],
  labels: [
    { id: 'now', zone: 'grid', text: { en: 'Do it now' }, x: 100, y: 132, w: 560, size: 's' },
    { id: 'plan', zone: 'grid', text: { en: 'Plan it well' }, x: 880, y: 132, w: 560, size: 's' },
    { id: 'fill', zone: 'grid', text: { en: 'When there is time' }, x: 100, y: 1360, w: 560, size: 's' },
    { id: 'leave', zone: 'grid', text: { en: 'Leave it, and say why' }, x: 880, y: 1360, w: 560, size: 's' },
  ],
  cards: [
    example('bench', 'grid', 'idea', 'A bench at the bus stop', { effort: 20, benefit: 60, note: 'Illustrative.' }),
    example('park', 'grid', 'idea', 'A park on the old yard', { effort: 85, benefit: 80, note: 'Illustrative.' }),
    example('logo', 'grid', 'idea', 'A new logo', { effort: 60, benefit: 15, note: 'Illustrative.' }),
  ],
  checks: ['commitments'],
  results: ['report.md', 'commitments.csv'],
});
