// Arrive and build trust: names, three short talks in pairs, and what lets people speak freely. Pairs: impromptu networking of
// Liberating Structures.
import { cell, example, note, phase, template, zone } from './building.ts';

export const arriveAndTrust = template({
  id: 'arrive-and-trust',
  title: 'Arrive and build trust',
  purpose: 'Get to know each other, and agree how you want to speak together.',
  leaveWith: 'Faces, names, and agreements that everybody can keep',
  credits: 'Pairs: impromptu networking, Liberating Structures.',
  moment: 'meet',
  group: [4, 60],
  minutes: 30,
  agreement: ['Your card goes into a list only if you say so.'],
  phases: [
    phase(
      'welcome',
      'Welcome',
      'arrive',
      3,
      [],
      [
        'Welcome. Find the board, and the note with the question.',
        'Say what the half hour is for. Show how to write a note, once.',
      ],
    ),
    phase(
      'cards',
      'Who is here',
      'diverge',
      5,
      ['people'],
      [
        'Your name, your place, what brings you. What may people ask you about?',
        'Write your own first. A picture is welcome, and nobody has to.',
      ],
    ),
    phase(
      'pairs',
      'Three talks in pairs',
      'session',
      12,
      ['pairs'],
      [
        'Talk with somebody you know least: what do you bring, give, hope to get?',
        'Three rounds of four minutes, a new partner each time. Call half time.',
      ],
    ),
    phase(
      'agreements',
      'Agreements',
      'converge',
      5,
      ['agreements'],
      ['What lets you speak freely here?', 'Ask for what people do, not for virtues: "we let each other finish".'],
    ),
    phase(
      'fist',
      'Fist to five',
      'decide',
      2,
      ['agreements'],
      [
        'Can you live with these? Show no fingers to five.',
        'Whoever shows less than three says what would help. Then show again.',
      ],
    ),
  ],
  zones: [
    zone('people', 'Who is here', 'Name, place, what brings you, ask me about', [0, 0, 1620, 1020], {
      layout: 'grid',
      kind: 'person',
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('pairs', 'Talks in pairs', 'What do you bring, give, hope to get?', [1700, 0, 1600, 1020], {
      layout: 'columns',
      cells: [cell('challenge', 'A challenge I bring'), cell('give', 'I could give'), cell('get', 'I hope to get')],
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('agreements', 'Agreements', 'What lets you speak freely here?', [0, 1100, 3300, 344], {
      kind: 'agreement',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
  ],
  notes: [
    note('me', 'people', 'One note each: your name, your place, what brings you', 'light-blue'),
    note('listen', 'agreements', 'We let each other finish ... What else?', 'light-green'),
  ],
  cards: [
    example('ana', 'people', 'person', 'Ana', { place: 'Recife', askMe: 'Gardens on school roofs' }),
    example('ravi', 'people', 'person', 'Ravi', { place: 'Amritsar', askMe: 'Reading with seven-year-olds' }),
    example('finish', 'agreements', 'agreement', 'We let each other finish'),
  ],
  results: ['report.md', 'participants.csv'],
});
