// The kinds of cards: what each is called, which family it belongs to, what can be said of it, and which one or two fields it
// shows by itself. After section G of the domain reference: theory of change, stakeholders, goals, pooled resources, decisions,
// open space.
import type { FieldName } from './fields.ts';
import type { Text } from './text.ts';

/** Kinds of one family can stand in for each other: a card that is moved to another level of the chain becomes that level. */
export type Family =
  | 'chain'
  | 'support'
  | 'stakeholder'
  | 'goal'
  | 'resource'
  | 'agreement'
  | 'session'
  | 'story'
  | 'word';

export interface KindDefinition {
  label: Text;
  /** Several of them. */
  plural: Text;
  /** What it is, in a sentence; shown where a kind is chosen. */
  meaning: Text;
  family: Family;
  /** In the order of the panel. Those of every card (`note`, `tags`, `status`) come after them and are not named here. */
  fields: readonly FieldName[];
  /** Shown on the card where they are filled; the others on demand. */
  shows: readonly FieldName[];
}

function card(
  family: Family,
  words: readonly [label: string, plural: string, meaning: string],
  fields: readonly FieldName[],
  shows: readonly FieldName[] = fields.slice(0, 1),
): KindDefinition {
  const [label, plural, meaning] = words;
  return { family, label: { en: label }, plural: { en: plural }, meaning: { en: meaning }, fields, shows };
}

const result = ['who', 'necessary', 'sufficient', 'actionable', 'external', 'leverage', 'condition'] as const;
const measured = [
  'unit',
  'baseline',
  'baselineYear',
  'target',
  'targetDate',
  'actual',
  'actualDate',
  'source',
  'method',
  'frequency',
] as const;

export const kinds = {
  impact: card(
    'chain',
    ['Impact', 'Impacts', 'The lasting change we add to; good in itself'],
    ['who', 'where', 'horizon'],
    ['who', 'horizon'],
  ),
  outcome: card(
    'chain',
    ['Outcome', 'Outcomes', 'Something that must be true first: a changed condition or behaviour'],
    ['who', 'level', ...result.slice(1)],
  ),
  output: card(
    'chain',
    ['Output', 'Outputs', 'What our work directly produces, fully in our hands'],
    ['quantity', 'unit', 'responsible', 'end', 'scaling'],
    ['quantity', 'unit'],
  ),
  activity: card(
    'chain',
    ['Activity', 'Activities', 'What we do'],
    ['responsible', 'start', 'end', 'scaling'],
    ['responsible', 'end'],
  ),
  input: card(
    'chain',
    ['Input', 'Inputs', 'Money, people, equipment, knowledge or networks the work needs'],
    ['amount', 'provider', 'confirmed'],
    ['amount', 'provider'],
  ),
  assumption: card(
    'support',
    ['Assumption', 'Assumptions', 'Already true, we believe, and we rely on it'],
    ['importance', 'certainty', 'truth', 'test', 'testOwner', 'on'],
    ['importance', 'truth'],
  ),
  indicator: card(
    'support',
    ['Indicator', 'Indicators', 'How we would know'],
    ['on', 'measure', ...measured, 'ascending', 'disaggregation', 'responsible'],
    ['baseline', 'target'],
  ),
  evidence: card(
    'support',
    ['Evidence', 'Evidence', 'A study, data or lived experience that speaks for a step'],
    ['evidenceType', 'grade', 'url', 'source', 'on'],
    ['evidenceType', 'grade'],
  ),
  risk: card(
    'support',
    ['Risk', 'Risks', 'What could go wrong, and who could be worse off'],
    ['who', 'importance', 'resolved', 'owner', 'on'],
    ['who', 'owner'],
  ),
  stakeholder: card(
    'stakeholder',
    ['Stakeholder', 'Stakeholders', 'A person, group or organisation that can act on it or lives with it'],
    [
      'entity',
      'sector',
      'organisation',
      'role',
      'power',
      'interest',
      'impact',
      'influence',
      'ring',
      'stance',
      'desiredStance',
      'hasPower',
      'legitimacy',
      'urgency',
      'goals',
      'contribution',
      'wants',
      'engagement',
      'strategy',
      'channel',
      'owner',
      'nextAction',
      'nextDue',
      'inRoom',
      'sensitive',
    ],
    ['sector', 'stance'],
  ),
  goal: card(
    'goal',
    ['Goal', 'Goals', 'What will be different, for whom, by when'],
    ['who', 'baseline', 'target', 'unit', 'due', 'owner', 'specific', 'achievable', 'relevant', 'boundary'],
    ['who', 'due'],
  ),
  keyResult: card(
    'goal',
    ['Key result', 'Key results', 'A change we can count that shows the goal coming true'],
    ['parent', ...measured, 'owner', 'due', 'specific', 'achievable', 'relevant'],
    ['baseline', 'target'],
  ),
  principle: card('goal', ['Principle', 'Principles', 'How we want to work together'], ['reason']),
  problem: card(
    'goal',
    ['Problem', 'Problems', 'What keeps returning, why, and what is in the way'],
    ['problemLevel', 'data', 'source'],
  ),
  offer: card(
    'resource',
    ['Offer', 'Offers', 'What somebody can give'],
    ['resource', 'availability', 'place', 'exchange', 'contact', 'amount'],
    ['resource', 'contact'],
  ),
  need: card(
    'resource',
    ['Need', 'Needs', 'What somebody is missing'],
    ['resource', 'pressing', 'availability', 'place', 'exchange', 'contact', 'amount'],
    ['resource', 'contact'],
  ),
  commitment: card(
    'agreement',
    ['Commitment', 'Commitments', 'Who does what by when'],
    ['owner', 'due', 'firstStep', 'helpers', 'knownBy', 'goal', 'done'],
    ['owner', 'due'],
  ),
  proposal: card('agreement', ['Proposal', 'Proposals', 'What we could decide'], ['owner', 'reason']),
  objection: card(
    'agreement',
    ['Objection', 'Objections', 'What harm to our aim somebody sees'],
    ['reason', 'resolved', 'proposal'],
    ['resolved'],
  ),
  decision: card(
    'agreement',
    ['Decision', 'Decisions', 'What was decided, how, and when we look again'],
    ['decidedBy', 'outcome', 'review', 'tally', 'proposal', 'reason'],
    ['outcome', 'review'],
  ),
  session: card(
    'session',
    ['Session', 'Sessions', 'Something a person cares about and will host'],
    [
      'host',
      'coHosts',
      'pitch',
      'form',
      'minutes',
      'roomNeeds',
      'room',
      'slot',
      'interested',
      'pinned',
      'state',
      'mergedInto',
    ],
    ['host', 'form'],
  ),
  report: card(
    'session',
    ['Session report', 'Session reports', 'What came of a session'],
    ['session', 'participants', 'summary', 'recommendations', 'resources', 'requests', 'next'],
    ['session'],
  ),
  caseStudy: card(
    'story',
    ['Case story', 'Case stories', 'A place where it happened, told so that others can learn'],
    ['place', 'period', 'actors', 'did', 'results', 'source', 'url', 'verified'],
    ['place', 'source'],
  ),
  practice: card(
    'story',
    ['Practice', 'Practices', 'What works today, with proof'],
    ['proof', 'place', 'contact', 'stage', 'source'],
    ['place', 'proof'],
  ),
  scaling: card(
    'story',
    ['Way to scale', 'Ways to scale', 'Where it could go: out, up or deep'],
    ['scaling', 'who', 'blocker', 'owner'],
    ['scaling', 'blocker'],
  ),
  plusOne: card(
    'story',
    ['+1 step', '+1 steps', 'What is there today, and one step more'],
    ['today', 'next', 'owner', 'reuseFrom', 'due'],
    ['owner'],
  ),
  horizon: card(
    'story',
    ['Horizon', 'Horizons', 'What ends, what is coming, and what carries us there'],
    ['horizonBand', 'keep', 'feeds', 'where', 'proof'],
    ['keep', 'feeds'],
  ),
  purposeShift: card(
    'story',
    ['Shift of purpose', 'Shifts of purpose', 'From what the system is for today to what it should be for'],
    ['from', 'to', 'leverage', 'owner'],
    ['from', 'to'],
  ),
  systemCondition: card(
    'story',
    ['Condition', 'Conditions', 'What holds the problem in place'],
    ['condition', 'today', 'to', 'owner'],
    ['condition'],
  ),
  headline: card(
    'word',
    ['Headline', 'Headlines', 'What a front page of the future says'],
    ['quote', 'quoted', 'horizon'],
    ['quoted'],
  ),
  value: card('word', ['Value', 'Values', 'What matters to us'], ['reason'], []),
  vision: card('word', ['Vision', 'Visions', 'One line we can all repeat'], ['horizon']),
  agreement: card('word', ['Agreement', 'Agreements', 'How we treat each other here'], ['reason'], []),
  takeaway: card(
    'word',
    ['Takeaway', 'Takeaways', 'What somebody carries home'],
    ['learning', 'session'],
    ['learning'],
  ),
  person: card(
    'word',
    ['Person', 'People', 'Who is here'],
    ['place', 'organisation', 'sector', 'askMe', 'contact'],
    ['place', 'askMe'],
  ),
  idea: card('word', ['Idea', 'Ideas', 'Anything worth keeping'], ['owner', 'effort', 'benefit']),
} as const satisfies Record<string, KindDefinition>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

/** Of every card, after those of its kind. */
export const commonFields = ['note', 'tags', 'status'] as const satisfies readonly FieldName[];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/** The definition, without the exact type of its own. */
export function kindOf(kind: Kind): KindDefinition {
  return kinds[kind];
}

/** All fields of this kind of card, in the order of the panel. */
export function fieldsOf(kind: Kind): FieldName[] {
  return [...kinds[kind].fields, ...commonFields];
}
