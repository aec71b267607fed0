// Headline from the future: what a front page says when it has worked, and when it has failed. After cover story and headlines
// from the future.
import { cell, example, note, phase, template, zone } from './building.ts';

export const futureHeadline = template({
  id: 'future-headline',
  title: 'Headline from the future',
  purpose: 'See the change before you plan it, as the front page of a day to come.',
  leaveWith: 'Headlines, the values behind them, and one line of vision',
  credits: 'Cover story, headlines from the future: practice of many groups.',
  moment: 'agree',
  group: [4, 30],
  minutes: 45,
  phases: [
    phase(
      'year',
      'The year',
      'arrive',
      4,
      [],
      [
        'Choose a year far enough to be free, near enough to be ours.',
        'Ten years is a good start. Write the year into the title of the page.',
      ],
    ),
    phase(
      'write',
      'Headlines in private',
      'diverge',
      7,
      ['cover', 'reverse'],
      [
        'It has worked. What does the front page say, who is quoted?',
        'Silent. Two headlines each, one of failure if there is time.',
      ],
      { private: true },
    ),
    phase(
      'reveal',
      'Reveal',
      'reveal',
      2,
      ['cover', 'reverse'],
      ['All pages appear.', 'No comments yet, only reading.'],
    ),
    phase(
      'read',
      'Read',
      'read',
      8,
      ['cover', 'reverse'],
      [
        'Which one do you want to live in? Which one frightens you?',
        'Let four people read one aloud that is not their own.',
      ],
    ),
    phase(
      'values',
      'What matters in them',
      'cluster',
      10,
      ['values'],
      ['What do we care about, when we write this?', 'One word or two on each. Put the same ones together.'],
    ),
    phase(
      'dots',
      'Dots',
      'vote',
      5,
      ['values'],
      ['Three dots each: what must be in our vision?', 'Hide the count until all have voted.'],
    ),
    phase(
      'line',
      'One line',
      'converge',
      5,
      ['vision'],
      ['One line we can all repeat.', 'A draft is enough. Two people polish it afterwards.'],
    ),
  ],
  zones: [
    zone('cover', 'The front page', 'It has worked. What does it say, who is quoted?', [0, 0, 2220, 852], {
      layout: 'columns',
      cells: [
        cell('headlines', 'Headlines', { kind: 'headline' }),
        cell('pictures', 'Pictures'),
        cell('quotes', 'Quotes'),
        cell('stories', 'Beside it'),
      ],
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('reverse', 'The other front page', 'If we failed, what would it say?', [2300, 0, 840, 852], {
      kind: 'headline',
      capacity: { perPerson: 0.7 },
      grows: 'down',
    }),
    zone('values', 'What matters to us', 'What do we care about here?', [0, 932, 2220, 568], {
      kind: 'value',
      capacity: { perPerson: 1 },
      grows: 'down',
    }),
    zone('vision', 'Our vision', 'One line we can all repeat', [2300, 932, 840, 568], {
      kind: 'vision',
      capacity: { inAll: 4 },
    }),
  ],
  notes: [
    note('front', 'cover', 'As a newspaper would print it: short, with a verb', 'light-blue', { cell: 'headlines' }),
    note('fail', 'reverse', 'What did we not dare to do?', 'light-red'),
  ],
  cards: [
    example('potential', 'vision', 'vision', 'Every school a place where each pupil finds their potential', {
      horizon: 2036,
      note: 'After UpSocial, "How social changes happen".',
    }),
    example(
      'page',
      'cover',
      'headline',
      'Last textbook for one-size-fits-all goes to the museum',
      {
        quoted: 'A head teacher',
        quote: 'We asked each child what they came for.',
        note: 'Illustrative.',
      },
      { cell: 'headlines' },
    ),
    example('dignity', 'values', 'value', 'Dignity'),
    example('choice', 'values', 'value', 'Choice'),
  ],
  results: ['report.md', 'vision.md'],
});
