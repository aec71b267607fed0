// Learning review: what happened, what it means, what we do now - beside the figures. After "what, so what, now what" of
// Liberating Structures and the after action review.
import { cell, example, note, phase, template, zone } from './building.ts';

export const learningReview = template({
  id: 'learning-review',
  title: 'Learning review',
  purpose: 'Look at what happened and at the figures, and decide what to change.',
  leaveWith: 'What you learned, actual figures, and what changes now',
  credits: 'What, so what, now what: Liberating Structures. After action review.',
  moment: 'close',
  group: [3, 30],
  minutes: 60,
  agreement: ['We look for causes, not for who is to blame.'],
  phases: [
    phase(
      'frame',
      'What we look at',
      'arrive',
      4,
      [],
      ['Which time and which work do we look at?', 'Say that honest beats good.'],
    ),
    phase(
      'figures',
      'Figures',
      'read',
      8,
      ['figures'],
      ['What did we expect, what is it now?', 'Fill in the actual figures before the meeting. Ask what surprises.'],
    ),
    phase(
      'what',
      'What happened',
      'diverge',
      10,
      ['review'],
      ['What did you see? Facts only.', 'Silent. Hold back reasons for the next step.'],
    ),
    phase(
      'so-what',
      'What it means',
      'converge',
      12,
      ['review'],
      [
        'Why was that so? Which assumption held, which did not?',
        'Look for a pattern in three notes, not a story in one.',
      ],
    ),
    phase(
      'now-what',
      'What we do now',
      'converge',
      11,
      ['review'],
      ['What do we keep, change, stop?', 'Each change names what it is drawn from.'],
    ),
    phase(
      'commit',
      'Next steps',
      'commit',
      9,
      ['commit'],
      ['Who does what by when?', 'Also: what do we change in the theory of change?'],
    ),
  ],
  zones: [
    zone('figures', 'Figures', 'What did we expect, what is it now?', [0, 0, 2460, 568], {
      kind: 'indicator',
      shows: ['baseline', 'target', 'actual'],
      capacity: { perPerson: 0.5, inAll: 4 },
      grows: 'down',
    }),
    zone('review', 'What happened, and now?', 'Facts, then meaning, then what changes', [0, 648, 2460, 1076], {
      layout: 'columns',
      cells: [
        cell('what', 'What happened?', { kind: 'evidence' }),
        cell('so-what', 'So what?', { kind: 'takeaway', sets: { learning: 'learn' } }),
        cell('now-what', 'Now what?', { kind: 'proposal' }),
      ],
      capacity: { perPerson: 3 },
      grows: 'down',
    }),
    zone('commit', 'Next steps', 'Who does what by when?', [2540, 0, 820, 1724], {
      kind: 'commitment',
      capacity: { perPerson: 0.5 },
      grows: 'down',
    }),
  ],
  notes: [note('facts', 'review', 'What did you see yourself?', 'light-blue', { cell: 'what' })],
  cards: [
    example('pec-score', 'figures', 'indicator', 'Learning score in the performance grading index', {
      unit: 'points of 180',
      baseline: '126/180',
      baselineYear: 2020,
      target: '150/180',
      source: 'thelogicalindian.com/29930',
      note: 'The target is the example’s own.',
    }),
    example('visits', 'review', 'evidence', 'Head teachers asked to come again', {
      evidenceType: 'experience',
      grade: 2,
      note: 'Illustrative.',
    }),
    example('peers', 'review', 'takeaway', 'People learn most from people with the same job', { learning: 'learn' }),
  ],
  checks: ['commitments'],
  results: ['report.md', 'results.csv', 'commitments.csv'],
});
