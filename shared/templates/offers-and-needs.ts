// Pool resources: what people can give and what they miss, side by side by sort, and arrows between. After the offers and
// needs market of the Post Growth Institute. Needs lie under offers, so that what fits stands in one column.
import { cell, example, link, note, phase, template, zone } from './building.ts';

const resources = [
  cell('money', 'Money', { sets: { resource: 'money' } }),
  cell('space', 'Space and equipment', { sets: { resource: 'space' } }),
  cell('skills', 'Skills', { sets: { resource: 'skills' } }),
  cell('knowledge', 'Knowledge and solutions', { sets: { resource: 'knowledge' } }),
  cell('networks', 'Networks', { sets: { resource: 'networks' } }),
  cell('people', 'People', { sets: { resource: 'people' } }),
];

export const offersAndNeeds = template({
  id: 'offers-and-needs',
  title: 'Pool resources',
  purpose: 'Find out what is already in the room, and who can help whom.',
  leaveWith: 'Matches with names and dates, and a list of gaps',
  credits:
    'Offers and needs market: Post Growth Institute. Sorts of resources: ShikshaLokam. Example: a green city, illustrative.',
  moment: 'meet',
  group: [3, 100],
  minutes: 60,
  phases: [
    phase(
      'explain',
      'How it works',
      'arrive',
      4,
      [],
      [
        'Everybody has something to give and something they miss.',
        'Give one small offer and one honest need of your own.',
      ],
    ),
    phase(
      'offers',
      'Offers',
      'diverge',
      7,
      ['offers'],
      ['What can you give? Two notes, with your name.', 'Silent. An hour, a room, a name of somebody: small is good.'],
    ),
    phase(
      'needs',
      'Needs',
      'diverge',
      7,
      ['needs'],
      ['What do you miss? Two notes, with your name.', 'Needs are harder to write. Wait, and write your own.'],
    ),
    phase(
      'reveal',
      'Reveal',
      'reveal',
      2,
      ['offers', 'needs'],
      ['Read both sides.', 'Ask for silence while people read.'],
    ),
    phase(
      'walk',
      'Walk and link',
      'converge',
      18,
      ['offers', 'needs'],
      [
        'What fits? Ask each other, then draw an arrow from the offer to the need.',
        'Over twenty people: four tables, five minutes each. Talk first, then draw.',
      ],
    ),
    phase(
      'matches',
      'Read the matches',
      'read',
      10,
      ['matches', 'gaps'],
      [
        'Which matches did we make? What does nobody have?',
        'Read them aloud with both names. A gap is a question to somebody outside.',
      ],
    ),
    phase(
      'dates',
      'Dates',
      'commit',
      5,
      ['commit'],
      ['When do you two talk? Write the day.', 'A match without a day is a wish.'],
    ),
  ],
  zones: [
    zone('offers', 'Offers', 'What can you give?', [0, 0, 3320, 852], {
      layout: 'columns',
      cells: resources,
      kind: 'offer',
      shows: ['contact', 'availability'],
      capacity: { perPerson: 1.5 },
      grows: 'down',
    }),
    zone('needs', 'Needs', 'What do you miss?', [0, 932, 3320, 852], {
      layout: 'columns',
      cells: resources,
      kind: 'need',
      shows: ['contact', 'pressing'],
      capacity: { perPerson: 1.5 },
      grows: 'down',
    }),
    zone('matches', 'Matches', 'An arrow from offer to need is a match', [3400, 0, 840, 852], {
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
    zone('gaps', 'Gaps', 'Nobody has it yet: who outside could?', [3400, 932, 840, 852], {
      capacity: { perPerson: 0.3 },
      grows: 'down',
    }),
    zone('commit', 'Dates', 'Who meets whom, by when?', [0, 1864, 4240, 344], {
      kind: 'commitment',
      capacity: { perPerson: 0.2 },
      grows: 'down',
    }),
  ],
  notes: [
    note('talk', 'matches', 'Talk first. Then draw the arrow', 'light-blue'),
    note('outside', 'gaps', 'Who do you know that could?', 'light-red'),
  ],
  cards: [
    example('hall', 'offers', 'offer', 'A hall for forty people, on Saturdays', {
      resource: 'space',
      availability: 'Saturdays',
      place: 'Town library',
      exchange: 'gift',
      contact: 'Mira, local government',
    }),
    example('survey', 'offers', 'offer', 'How to measure air with small sensors', {
      resource: 'knowledge',
      availability: 'Evenings',
      exchange: 'swap',
      contact: 'Jonas, environmental group',
    }),
    example('room', 'needs', 'need', 'A place for a repair café', {
      resource: 'space',
      pressing: 2,
      place: 'Near the station',
      contact: 'Adwoa, residents’ group',
    }),
    example('drivers', 'needs', 'need', 'Four people to collect food waste', {
      resource: 'people',
      pressing: 3,
      contact: 'Sami, residents’ group',
    }),
  ],
  links: [link('hall', 'room', { type: 'match', rationale: 'Meet on Thursday at the library' })],
  checks: ['links', 'commitments'],
  results: ['report.md', 'matches.csv', 'commitments.csv'],
});
