// Sectors, links and influence: who is in which sector, how near to the goal, and what flows between them. Net-Map (E. Schiffer)
// with the sectors of ShikshaLokam's collective action.
import { cell, link, note, phase, template, zone } from './building.ts';
import { pecActors } from './pec-actors.ts';
import type { LinkType } from '../domain/link-types.ts';
import type { TemplateLink } from './format.ts';

const between = (
  type: LinkType,
  from: string,
  to: string,
  rationale: string,
  more: Partial<TemplateLink> = {},
): TemplateLink => link(`pec-${from}`, `pec-${to}`, { ...more, type, rationale, id: `pec-${from}-${type}-${to}` });

export const sectorNetMap = template({
  id: 'sector-net-map',
  title: 'Sectors, links and influence',
  purpose: 'See who is in it, from which sector, what flows between them and who has weight.',
  leaveWith: 'A network map that opens in other tools, and what to do next',
  credits: 'Net-Map: Eva Schiffer. Sectors: ShikshaLokam. Example: Punjab Education Collective.',
  moment: 'map',
  group: [3, 15],
  minutes: 90,
  agreement: ['We write about people as if they read along.'],
  phases: [
    phase(
      'question',
      'The question',
      'arrive',
      4,
      [],
      [
        'Who has influence on our goal, and how?',
        'Write the question where all see it. The goal stands in the middle.',
      ],
    ),
    phase(
      'actors',
      'Actors',
      'diverge',
      9,
      ['tray'],
      ['Who has a part in it? One on each note.', 'People, groups, organisations. Name the informal ones too.'],
    ),
    phase(
      'sectors',
      'Sectors and rings',
      'cluster',
      9,
      ['tray', 'disc'],
      ['Which sector? How near to the goal?', 'Inner ring: works on it. Middle: takes part. Outer: can be reached.'],
    ),
    phase(
      'links',
      'Links',
      'converge',
      18,
      ['disc', 'legend'],
      [
        'What flows between them? One type at a time: money, command, advice, information, conflict.',
        'An arrow joins two, never three. Finish one type before the next.',
      ],
    ),
    phase(
      'goals',
      'Their goals',
      'converge',
      9,
      ['disc'],
      ['What does each want for itself? Several goals are fine.', 'Mark guesses as guesses.'],
    ),
    phase(
      'towers',
      'Towers',
      'converge',
      9,
      ['disc'],
      ['How much influence on our goal: 0 to 5?', 'Influence is not rank. Let those who disagree tell a story.'],
    ),
    phase(
      'reading',
      'Read the map',
      'read',
      14,
      ['reading'],
      ['Strong opponents? Lonely allies? Missing links? Who bridges?', 'Look for sectors with no arrow between them.'],
    ),
    phase(
      'actions',
      'Actions',
      'commit',
      9,
      ['roles', 'commit'],
      ['Which link do we build first? Who does it?', 'One name, one day.'],
    ),
  ],
  zones: [
    zone('tray', 'Everyone', 'Who has a part in it?', [0, 0, 560, 2520], {
      kind: 'stakeholder',
      capacity: { perPerson: 2 },
      grows: 'right',
    }),
    zone('disc', 'Sectors and rings', 'Which sector, how near to the goal, what flows?', [640, 0, 2400, 2520], {
      layout: 'sectors',
      cells: [
        cell('government', 'Government', { sets: { sector: 'government' } }),
        cell('civil-society', 'Civil society', { sets: { sector: 'civil-society' } }),
        cell('market', 'Market', { sets: { sector: 'market' } }),
        cell('community', 'Community', { sets: { sector: 'community' } }),
        cell('philanthropy', 'Philanthropy', { sets: { sector: 'philanthropy' } }),
      ],
      rows: [
        cell('core', 'Core', { size: 1.2, sets: { ring: 1 } }),
        cell('partner', 'Partners', { sets: { ring: 2 } }),
        cell('wider', 'Wider', { sets: { ring: 3 } }),
      ],
      kind: 'stakeholder',
      shows: ['influence', 'stance'],
      capacity: { perPerson: 2 },
      grows: 'right',
    }),
    zone('legend', 'What flows', 'One type at a time', [3120, 0, 840, 560]),
    zone('reading', 'What we read', 'What stands out, who bridges?', [3120, 640, 840, 900], {
      capacity: { perPerson: 0.7 },
      grows: 'right',
    }),
    zone('commit', 'Next steps', 'Who builds which link, by when?', [3120, 1620, 840, 900], {
      kind: 'commitment',
      capacity: { perPerson: 0.5 },
      grows: 'right',
    }),
    zone('roles', 'Who brings what', 'What does each contribute?', [4040, 0, 1120, 2520], {
      layout: 'rows',
      cells: [
        cell('money', 'Money'),
        cell('solutions', 'Solutions'),
        cell('networks', 'Networks'),
        cell('people', 'People'),
      ],
      capacity: { perPerson: 1 },
      grows: 'right',
    }),
  ],
  notes: [note('who', 'tray', 'One person, group or organisation on each note', 'light-blue')],
  labels: [
    {
      id: 'flows',
      zone: 'legend',
      text: {
        en: 'Money: who pays whom\nCommand: who tells whom what to do\nAdvice: who asks whom\nInformation: who tells whom\nConflict: who stands against whom\nSupport: who backs whom',
      },
      x: 28,
      y: 132,
      w: 760,
    },
  ],
  cards: pecActors('disc'),
  links: [
    between('command', 'department', 'districts', 'Sets their targets'),
    between('command', 'districts', 'teachers', 'Inspects schools'),
    between('advice', 'consultants', 'department', 'How large systems change'),
    between('information', 'shikshalokam', 'department', 'Plans together', { direction: 'mutual' }),
    between('information', 'samarthya', 'teachers', 'Courses in the districts'),
    between('information', 'sikhiya', 'families', 'Meetings in villages', { direction: 'mutual' }),
    between('advice', 'mantra', 'districts', 'Action research'),
    between('money', 'ford', 'shikshalokam', 'Grant'),
    between('money', 'chandra', 'mantra', 'Grant'),
    between('money', 'shibulal', 'shikshalokam', 'Grant'),
    between('money', 'united-way', 'sikhiya', 'Grant'),
  ],
  checks: ['stakeholders', 'links', 'commitments'],
  results: ['report.md', 'stakeholders.csv', 'links.csv', 'kumu.json', 'map.graphml', 'roles.csv'],
});
