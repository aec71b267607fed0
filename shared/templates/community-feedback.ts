// Community feedback: results go back to those they are about before anything is adopted. What they say changes it, and they
// hear how.
import { cell, example, note, phase, template, zone } from './building.ts';

export const communityFeedback = template({
  id: 'community-feedback',
  title: 'Back to the community',
  purpose: 'Bring results to those they are about, before they are adopted.',
  leaveWith: 'What is right, wrong and missing, and how it changes the plan',
  credits: 'Feedback to those affected: practice of participatory evaluation.',
  moment: 'open',
  group: [5, 60],
  minutes: 60,
  agreement: ['Those who live with it speak first.'],
  phases: [
    phase(
      'welcome',
      'Welcome',
      'arrive',
      6,
      [],
      ['Who is here, and what was asked of you before?', 'Say what can still change, and what cannot.'],
    ),
    phase(
      'results',
      'What we found',
      'read',
      9,
      ['results'],
      ['This is what we understood.', 'Three sentences and a picture. Leave out our own words for things.'],
    ),
    phase(
      'answer',
      'Is it right?',
      'diverge',
      14,
      ['answers'],
      [
        'What is right, what is wrong, what is missing?',
        'In pairs first. A scribe writes for those who would rather talk.',
      ],
      { anonymous: true },
    ),
    phase(
      'worries',
      'Who could be worse off',
      'read',
      8,
      ['worries'],
      ['Who could lose by this?', 'Ask for the people who are not here.'],
    ),
    phase(
      'change',
      'What changes',
      'decide',
      10,
      ['changes'],
      ['What do we change because of this?', 'Say it in front of those who asked. A no comes with its reason.'],
    ),
    phase(
      'next',
      'How you hear of it',
      'commit',
      7,
      ['commit'],
      ['Who tells whom, by when, in which words?', 'One name from each side.'],
    ),
  ],
  zones: [
    zone('results', 'What we found', 'Is this what you told us?', [0, 0, 1090, 852], {
      capacity: { inAll: 6 },
      grows: 'down',
    }),
    zone('answers', 'Is it right?', 'What is right, wrong, missing?', [1170, 0, 1900, 852], {
      layout: 'columns',
      cells: [cell('right', 'That is right'), cell('wrong', 'That is not so'), cell('missing', 'This is missing')],
      capacity: { perPerson: 2 },
      grows: 'down',
    }),
    zone('worries', 'Worries', 'Who could be worse off by this?', [3150, 0, 820, 852], {
      kind: 'risk',
      capacity: { perPerson: 0.4 },
      grows: 'down',
    }),
    zone('changes', 'What changes', 'What do we change because of this?', [0, 932, 1900, 568], {
      kind: 'decision',
      capacity: { perPerson: 0.3 },
      grows: 'down',
    }),
    zone('commit', 'How you hear of it', 'Who tells whom, by when?', [1980, 932, 1990, 568], {
      kind: 'commitment',
      capacity: { perPerson: 0.3 },
      grows: 'down',
    }),
  ],
  notes: [
    note('plain', 'results', 'One result, in words everybody uses', 'light-violet'),
    note('absent', 'worries', 'Who is not here?', 'light-red'),
  ],
  cards: [
    example('night', 'worries', 'risk', 'Those who work at night cannot come', {
      who: 'Night workers',
      owner: 'Leila',
      note: 'Illustrative.',
    }),
    example('hours', 'changes', 'decision', 'Open on Sunday mornings instead', {
      decidedBy: 'consent',
      outcome: 'amended',
      review: '2028-06-30',
      tally: ['Consent: 14'],
      note: 'Illustrative.',
    }),
  ],
  checks: ['decisions', 'commitments'],
  results: ['report.md', 'decisions.md', 'commitments.csv'],
});
