// Stakeholders by power and interest (Mendelow). Low power with high interest is often the community itself: the grid says
// "strengthen their voice", not only "keep informed".
import { axis, note, phase, template, zone } from './building.ts';
import { pecActors } from './pec-actors.ts';

export const stakeholderGrid = template({
  id: 'stakeholder-grid',
  title: 'Stakeholders: power and interest',
  purpose: 'Who can affect this, who lives with it, and whose voice is missing?',
  leaveWith: 'A map of who matters, and what you will do with each',
  credits: 'Power and interest: A. Mendelow. Levels of working together: IAP2. Example: Punjab Education Collective.',
  moment: 'map',
  group: [3, 25],
  minutes: 75,
  agreement: ['We write about people as if they read along.'],
  phases: [
    phase(
      'goal',
      'Our goal',
      'arrive',
      5,
      [],
      [
        'What do we want to change? Who is it for?',
        'Read the goal aloud once. The map is of this goal, not of the whole world.',
      ],
    ),
    phase(
      'list',
      'Who is there',
      'diverge',
      8,
      ['tray'],
      [
        'Who acts on it? Who lives with it? One on each note, two or more of your own.',
        'Silent and private. "Women who sell at the market" is better than "women".',
      ],
      { private: true },
    ),
    phase(
      'reveal',
      'Reveal and merge',
      'reveal',
      3,
      ['tray'],
      ['Put the same ones together.', 'Merging keeps both authors. Do not sort yet.'],
    ),
    phase(
      'voices',
      'Whose voice is missing?',
      'read',
      6,
      ['missing'],
      [
        'Who lives with this every day and is not here?',
        'Wait through the silence. The first answer is often an organisation; ask for the people behind it.',
      ],
    ),
    phase(
      'sectors',
      'Sectors',
      'cluster',
      5,
      ['tray'],
      ['Which sector is each from?', 'A scribe fills it in. An empty sector is a finding.'],
    ),
    phase(
      'place',
      'Place them',
      'converge',
      15,
      ['tray', 'grid'],
      [
        'The higher, the more power. The further right, the more it matters to them.',
        'Up to eight people: together. More: each places five in private, and the middle is shown.',
      ],
      { private: true },
    ),
    phase(
      'disagree',
      'Where we disagree',
      'converge',
      10,
      ['grid'],
      [
        'Where did we place somebody very differently? What does each of us know?',
        'Take the three widest spreads. The talk matters more than the point.',
      ],
    ),
    phase(
      'stance',
      'Stance and wants',
      'converge',
      8,
      ['grid'],
      [
        'Are they for it or against it? What do they want for themselves?',
        'Begin with those high up on the right. Guesses are marked as guesses.',
      ],
    ),
    phase(
      'plan',
      'What we do with each',
      'commit',
      8,
      ['plan'],
      [
        'How do we work with them? Who talks to whom, by when?',
        'One name and one day for each key player. Low power and high interest: bring them in.',
      ],
    ),
  ],
  zones: [
    zone('tray', 'Everyone', 'Who acts on it? Who lives with it?', [0, 0, 840, 1480], {
      kind: 'stakeholder',
      capacity: { perPerson: 2 },
      grows: 'right',
    }),
    zone(
      'grid',
      'Power and interest',
      'The higher, the more power. The further right, the more it matters to them',
      [920, 0, 1600, 1480],
      {
        layout: 'quadrant',
        across: axis('interest', 'Interest', 'It matters little to them', 'It matters much'),
        up: axis('power', 'Power', 'Little power', 'Much power'),
        kind: 'stakeholder',
        capacity: { inAll: 20 },
      },
    ),
    zone('missing', 'Not here yet', 'Whose voice is missing?', [2600, 0, 840, 700], {
      kind: 'stakeholder',
      capacity: { perPerson: 0.2 },
      grows: 'right',
    }),
    zone('plan', 'Next steps', 'Who talks to whom, by when?', [2600, 780, 840, 700], {
      kind: 'commitment',
      capacity: { perPerson: 0.5 },
      grows: 'right',
    }),
  ],
  notes: [
    note('first', 'tray', 'One person, group or organisation on each note', 'light-blue'),
    note('absent', 'missing', 'Who lives with this every day and is not in the room?', 'light-red'),
  ],
  labels: [
    {
      id: 'satisfied',
      zone: 'grid',
      text: { en: 'Keep satisfied: ask for one decision' },
      x: 100,
      y: 132,
      w: 560,
      size: 's',
    },
    { id: 'close', zone: 'grid', text: { en: 'Work closely together' }, x: 880, y: 132, w: 560, size: 's' },
    { id: 'watch', zone: 'grid', text: { en: 'Keep an open channel' }, x: 100, y: 1360, w: 560, size: 's' },
    { id: 'voice', zone: 'grid', text: { en: 'Bring in, strengthen their voice' }, x: 880, y: 1360, w: 560, size: 's' },
  ],
  cards: pecActors('grid'),
  checks: ['stakeholders', 'commitments'],
  results: ['report.md', 'stakeholders.csv', 'commitments.csv'],
});
