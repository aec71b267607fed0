// Example board: who has a part in the Punjab Education Collective. Names and roles are from public texts; power, interest and
// stance are the example's own guesses, for a group to correct. It shows on purpose: S02 (a key player without owner), S03 (nobody
// is against it).
import type { FieldValue } from '../domain/fields.ts';
import { example } from './building.ts';
import type { TemplateCard } from './format.ts';

type Scores = readonly [power: number, interest: number, stance: number];

interface Actor {
  id: string;
  name: string;
  sector: string;
  ring: number;
  scores: Scores;
  influence: number;
  more: Record<string, FieldValue>;
}

const founding = 'ShikshaLokam, "Collective Action"';
const guess = `Part: ${founding}. Scores are guesses of this example.`;

const actor = (
  id: string,
  name: string,
  sector: string,
  [ring, influence]: readonly [ring: number, influence: number],
  scores: Scores,
  more: Record<string, FieldValue>,
): Actor => ({ id, name, sector, ring, influence, scores, more });

const actors: Actor[] = [
  actor('department', 'Department of School Education, Punjab', 'government', [1, 5], [86, 74, 2], {
    contribution: 'Policy, staff, schools',
    wants: 'Results that can be shown',
    engagement: 'collaborate',
    owner: 'ShikshaLokam',
    strategy: 'One team, monthly review',
    goals: ['Foundational learning in every school'],
  }),
  actor('districts', 'District education officers', 'government', [2, 3], [68, 38, 1], {
    contribution: 'Visits to schools',
    wants: 'Fewer reports to write',
    desiredStance: 2,
    engagement: 'involve',
    owner: 'Samarthya',
  }),
  actor('shikshalokam', 'ShikshaLokam', 'civil-society', [1, 4], [60, 90, 2], {
    contribution: 'Brings partners together',
    wants: 'A way of working others can reuse',
    engagement: 'collaborate',
    owner: 'State department',
    goals: ['Leaders in education who improve their schools'],
  }),
  actor('mantra', 'Mantra4Change', 'civil-society', [2, 3], [44, 74, 2], {
    contribution: 'Action research, school improvement',
    wants: 'Schools that improve themselves',
    engagement: 'collaborate',
    owner: 'ShikshaLokam',
  }),
  actor('samarthya', 'Samarthya', 'civil-society', [2, 3], [33, 92, 2], {
    contribution: 'Teacher education',
    wants: 'Children who learn with joy',
    engagement: 'collaborate',
    owner: 'ShikshaLokam',
  }),
  actor('sikhiya', 'Sanjhi Sikhiya', 'civil-society', [3, 2], [27, 72, 2], {
    contribution: 'Work in villages and schools',
    wants: 'Communities that own their school',
    engagement: 'collaborate',
    owner: 'ShikshaLokam',
  }),
  actor('consultants', 'McKinsey', 'market', [2, 3], [53, 30, 1], {
    contribution: 'Advice on change in large systems',
    wants: 'A case to show',
    engagement: 'consult',
    owner: 'State department',
  }),
  actor('ford', 'Ford Foundation', 'philanthropy', [2, 3], [66, 58, 1], {
    contribution: 'Money',
    wants: 'Proof that it lasts',
    engagement: 'consult',
    owner: 'ShikshaLokam',
  }),
  actor('chandra', 'A.T.E. Chandra Foundation', 'philanthropy', [2, 3], [84, 16, 1], {
    contribution: 'Money',
    wants: 'Reach at scale',
    engagement: 'consult',
    owner: 'ShikshaLokam',
  }),
  actor('shibulal', 'Shibulal family', 'philanthropy', [3, 3], [82, 55, 2], {
    contribution: 'Money',
    wants: 'Leaders in schools',
  }),
  actor('united-way', 'United Way Delhi', 'philanthropy', [3, 2], [38, 22, 1], {
    contribution: 'Money, volunteers',
    wants: 'Companies that take part',
    engagement: 'inform',
    owner: 'Mantra4Change',
  }),
  actor('teachers', 'Teachers in government schools', 'community', [2, 2], [15, 91, 1], {
    entity: 'group',
    contribution: 'All of the teaching',
    wants: 'Time, respect',
    desiredStance: 2,
    engagement: 'involve',
    owner: 'Samarthya',
    legitimacy: true,
  }),
  actor('families', 'Families of pupils', 'community', [3, 1], [12, 62, 1], {
    entity: 'group',
    contribution: 'Learning at home',
    wants: 'A good school nearby',
    engagement: 'empower',
    owner: 'Sanjhi Sikhiya',
    legitimacy: true,
    urgency: true,
  }),
];

/** The same people, for a grid by power and interest or for a disc by sector and ring. */
export function pecActors(zone: string): TemplateCard[] {
  return actors.map(({ id, name, sector, ring, influence, scores: [power, interest, stance], more }) =>
    example(`pec-${id}`, zone, 'stakeholder', name, {
      entity: 'organisation',
      sector,
      ring,
      influence,
      power,
      interest,
      stance,
      ...more,
      note: guess,
    }),
  );
}
