// Theory of change on one page: from the problem by way of people and steps to a lasting change, with what must be true under
// each box. After the canvas of Nesta's DIY toolkit.
import { cell, example, link, note, phase, template, zone } from './building.ts';
import type { TemplateZone } from './format.ts';

type Rect = readonly [x: number, y: number, w: number, h: number];

/** A box with a strip for what it relies on. */
function box(
  id: string,
  title: string,
  prompt: string,
  rect: Rect,
  kind: string,
  sets?: TemplateZone['sets'],
): TemplateZone {
  return zone(id, title, prompt, rect, {
    layout: 'rows',
    cells: [
      cell('box', 'We say', { size: 2, kind, ...(sets && { sets }) }),
      cell('relies', 'We rely on', { size: 1, kind: 'assumption' }),
    ],
    capacity: { perPerson: 0.5 },
    grows: 'right',
  });
}

export const tocOnePage = template({
  id: 'toc-one-page',
  title: 'Theory of change on one page',
  purpose: 'Tell on one page which problem you take on, with whom, how, and what changes.',
  leaveWith: 'One page you can show, with what it relies on',
  credits: 'Theory of change canvas: Nesta, DIY toolkit. Example: a green city, illustrative.',
  moment: 'plan',
  group: [2, 15],
  minutes: 60,
  phases: [
    phase(
      'ends',
      'Problem and change',
      'arrive',
      5,
      ['problem', 'change'],
      ['Which problem, and what lasting change?', 'Write both ends first. Everything else is the way between.'],
    ),
    phase(
      'people',
      'People and way in',
      'diverge',
      8,
      ['audience', 'entry'],
      ['Who is it about? Where do we meet them?', 'Be specific: "tenants of the tower blocks", not "residents".'],
    ),
    phase(
      'steps',
      'Steps',
      'diverge',
      12,
      ['steps'],
      ['What do we do, step by step?', 'Five steps are enough. Name who does it.'],
    ),
    phase(
      'effect',
      'Effect and benefits',
      'converge',
      10,
      ['effect', 'benefits'],
      ['What can be measured soon? What good follows later?', 'Measurable means: somebody could count it next year.'],
    ),
    phase(
      'relies',
      'What we rely on',
      'diverge',
      10,
      ['problem', 'audience', 'entry', 'steps', 'effect', 'benefits', 'change'],
      [
        'What must be true in each box, without our doing?',
        'One assumption under each box. Mark the one you doubt most.',
      ],
    ),
    phase(
      'check',
      'Read it aloud',
      'read',
      8,
      [],
      [
        'Does a stranger follow it, from the left to the right?',
        'Somebody who wrote little reads. Open the Check tab afterwards.',
      ],
    ),
  ],
  zones: [
    box('problem', 'Problem', 'What do we want to end?', [0, 0, 780, 852], 'problem'),
    box('audience', 'Who it is about', 'Whose life is it?', [860, 0, 780, 852], 'stakeholder'),
    box('entry', 'Way in', 'Where do we meet them?', [1720, 0, 780, 852], 'idea'),
    box('steps', 'Steps', 'What do we do?', [0, 932, 780, 852], 'activity'),
    box('effect', 'Measurable effect', 'What can be counted?', [860, 932, 780, 852], 'outcome', { level: 'early' }),
    box('benefits', 'Wider benefits', 'What good follows?', [1720, 932, 780, 852], 'outcome', {
      level: 'intermediate',
    }),
    box('change', 'Long-term change', 'What lasts?', [2580, 0, 780, 1784], 'impact'),
  ],
  notes: [note('first', 'problem', 'Start here, then at the far right', 'light-violet', { cell: 'box' })],
  cards: [
    example(
      'city-problem',
      'problem',
      'problem',
      'Bad air, too much waste',
      { problemLevel: 'symptom', note: 'Illustrative.' },
      { cell: 'box' },
    ),
    example(
      'city-people',
      'audience',
      'stakeholder',
      'Tenants along the main road',
      { entity: 'group', sector: 'community', legitimacy: true },
      { cell: 'box' },
    ),
    example('city-entry', 'entry', 'idea', 'The weekly market', {}, { cell: 'box' }),
    example(
      'city-step',
      'steps',
      'activity',
      'Collect food waste by bicycle',
      { responsible: 'Residents’ group' },
      { cell: 'box' },
    ),
    example(
      'city-effect',
      'effect',
      'outcome',
      'Households throw away half as much food',
      { who: 'Households' },
      { cell: 'box' },
    ),
    example(
      'city-benefit',
      'benefits',
      'outcome',
      'Neighbours know each other',
      { who: 'Neighbours' },
      { cell: 'box' },
    ),
    example(
      'city-change',
      'change',
      'impact',
      'A city that is good to breathe in',
      { who: 'All who live here', horizon: 2035 },
      { cell: 'box' },
    ),
    example(
      'city-relies',
      'steps',
      'assumption',
      'The town lets us use the yard',
      { on: 'city-step', importance: 2, certainty: 2 },
      { cell: 'relies' },
    ),
  ],
  links: [link('city-step', 'city-effect'), link('city-effect', 'city-benefit'), link('city-benefit', 'city-change')],
  checks: ['toc'],
  results: ['report.md', 'logframe.csv'],
});
