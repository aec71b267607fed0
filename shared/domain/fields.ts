// What can be said of a card: each field with its type. One name means the same thing on every kind of card, so that a card
// that becomes another kind keeps what both have. Each is a flat property of its own, so that two people can edit two of them.
import type { Text } from './text.ts';

interface FieldBase {
  label: Text;
  /** What to write, where the label does not say it. */
  hint?: Text;
}

type PlainType = 'text' | 'long' | 'measure' | 'flag' | 'list' | 'link';
interface Plain<Type extends PlainType> extends FieldBase {
  type: Type;
}
/** A day, as `2027-03-31`. */
interface Day extends FieldBase {
  type: 'date';
}
interface Figure extends FieldBase {
  type: 'number';
  min?: number;
  max?: number;
  whole?: boolean;
}
interface Choice extends FieldBase {
  type: 'choice';
  choices: Readonly<Record<string, Text>>;
}
/** A number on a scale with few steps, each with a name. */
interface Scale extends FieldBase {
  type: 'scale';
  steps: Readonly<Record<number, Text>>;
}
/** Id of another card of one of these kinds; `links` where it may be a link too. */
interface CardName extends FieldBase {
  type: 'card';
  kinds: readonly string[];
  links?: true;
}

/** `text` one line, `long` several. `measure` a number or words such as "126/180". `flag` yes, no or not said. */
export type FieldDefinition =
  | Plain<'text'>
  | Plain<'long'>
  | Plain<'measure'>
  | Plain<'flag'>
  | Plain<'list'>
  | Plain<'link'>
  | Day
  | Figure
  | Choice
  | Scale
  | CardName;

export type FieldType = FieldDefinition['type'];
export type FieldValue = string | number | boolean | string[];

const plain =
  <Type extends PlainType>(type: Type) =>
  (en: string, hint?: string): Plain<Type> => ({
    type,
    label: { en },
    ...(hint !== undefined && { hint: { en: hint } }),
  });
const text = plain('text');
const long = plain('long');
const list = plain('list');
const flag = plain('flag');
const measure = plain('measure');
const link = plain('link');
const date = (en: string): Day => ({ type: 'date', label: { en } });
const number = (en: string, bounds: { min?: number; max?: number; whole?: boolean } = {}): Figure => ({
  type: 'number',
  label: { en },
  ...bounds,
});
const choice = (en: string, choices: Record<string, string>): Choice => ({
  type: 'choice',
  label: { en },
  choices: inEnglish(choices),
});
const scale = (en: string, steps: Record<number, string>): Scale => ({
  type: 'scale',
  label: { en },
  steps: inEnglish(steps),
});
const card = (en: string, kinds: readonly string[], links?: true): CardName => ({
  type: 'card',
  label: { en },
  kinds,
  ...(links && { links }),
});

function inEnglish(labels: Readonly<Record<string, string>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, { en: label }]));
}

const percent = { min: 0, max: 100, whole: true };
const stances = {
  [-2]: 'Active opponent',
  [-1]: 'Passive opponent',
  0: 'Neutral',
  1: 'Passive ally',
  2: 'Active ally',
};
const results = ['impact', 'outcome', 'output', 'activity', 'goal', 'keyResult'];

export const fields = {
  // Any card
  note: long('Details'),
  tags: list('Tags'),
  status: choice('Status', { draft: 'Draft', agreed: 'Agreed', parked: 'Parked' }),

  // Results and what leads to them
  who: text('Who changes', 'Pupils, officials, parents ...'),
  where: text('Where'),
  horizon: number('By year', { min: 1900, max: 2200, whole: true }),
  level: choice('Level', { long: 'Long-term', intermediate: 'Intermediate', early: 'Early' }),
  external: flag('Somebody else sees to it'),
  necessary: flag('Is it necessary?'),
  sufficient: flag('Are its causes together enough?'),
  actionable: flag('Can somebody act on it, and would we see it?'),
  quantity: number('How many'),
  unit: text('Unit', 'pupils, %, points ...'),
  responsible: text('Responsible'),
  start: date('Start'),
  end: date('End'),
  amount: measure('Amount'),
  provider: text('Provided by'),
  confirmed: flag('Confirmed'),
  scaling: choice('Scales', {
    out: 'Out: more places',
    up: 'Up: rules and institutions',
    deep: 'Deep: beliefs and values',
  }),
  leverage: number('Leverage point (12 weak, 1 strong)', { min: 1, max: 12, whole: true }),
  condition: choice('Condition of the system', {
    policies: 'Policies',
    practices: 'Practices',
    resources: 'Resource flows',
    relationships: 'Relationships',
    power: 'Power',
    'mental-models': 'Mental models',
  }),

  // Assumptions, indicators, evidence
  on: card('Belongs to', [...results, 'assumption'], true),
  importance: scale('Important', { 1: 'A little', 2: 'Quite', 3: 'We stand or fall with it' }),
  certainty: scale('Certain', { 1: 'A guess', 2: 'Likely', 3: 'Known' }),
  test: text('How we test it'),
  testOwner: text('Who tests it'),
  truth: choice('So far', { untested: 'Not tested', holding: 'Holding', failing: 'Failing' }),
  measure: choice('Measured as', {
    unit: 'Number of units',
    percentage: 'Percentage',
    nominal: 'Yes or no, or kinds',
    ordinal: 'Order or rank',
    qualitative: 'In words',
  }),
  ascending: flag('More is better'),
  baseline: measure('Baseline', 'A figure, or "unknown"'),
  baselineYear: number('Baseline year', { min: 1900, max: 2200, whole: true }),
  target: measure('Target'),
  targetDate: date('Target date'),
  actual: measure('Actual'),
  actualDate: date('Actual on'),
  source: text('Source'),
  method: text('Method'),
  frequency: text('How often'),
  disaggregation: list('Broken down by', 'girls and boys, district ...'),
  evidenceType: choice('Kind of evidence', {
    study: 'Study',
    data: 'Data',
    experience: 'Lived experience',
    expert: 'Expert view',
  }),
  url: link('Address'),
  grade: scale('Strength', { 1: 'Weak', 2: 'Fair', 3: 'Strong' }),

  // Stakeholders
  entity: choice('Is a', { person: 'Person', group: 'Group', organisation: 'Organisation' }),
  sector: choice('Sector', {
    government: 'Government',
    'civil-society': 'Civil society',
    market: 'Market',
    community: 'Community',
    philanthropy: 'Philanthropy',
    academia: 'Academia',
    media: 'Media',
    other: 'Other',
  }),
  organisation: text('Organisation'),
  role: text('Role'),
  power: number('Power', percent),
  interest: number('Interest', percent),
  impact: number('How much it changes for them', percent),
  stance: scale('Stance', stances),
  desiredStance: scale('Stance we hope for', stances),
  hasPower: flag('Can get their way'),
  legitimacy: flag('Has a rightful say'),
  urgency: flag('Cannot wait'),
  influence: scale('Influence (tower)', { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' }),
  ring: number('Ring', { min: 1, max: 9, whole: true }),
  goals: list('Their goals'),
  contribution: text('What they bring'),
  wants: text('What they want'),
  engagement: choice('How we work with them', {
    inform: 'Inform',
    consult: 'Consult',
    involve: 'Involve',
    collaborate: 'Collaborate',
    empower: 'Empower',
  }),
  strategy: text('Strategy'),
  channel: text('Channel'),
  owner: text('Owner', 'One name'),
  nextAction: text('Next step'),
  nextDue: date('Next step by'),
  inRoom: flag('In the room'),
  sensitive: flag('Keep out of public copies'),

  // Goals
  parent: card('Under the goal', ['goal']),
  due: date('Due'),
  specific: flag('Specific'),
  achievable: flag('Achievable'),
  relevant: flag('Relevant'),

  // Offers and needs
  resource: choice('Of what', {
    money: 'Money',
    space: 'Space and equipment',
    skills: 'Skills',
    knowledge: 'Knowledge and solutions',
    networks: 'Networks',
    people: 'People',
  }),
  availability: text('When'),
  pressing: scale('How urgent', { 1: 'Can wait', 2: 'Soon', 3: 'Now' }),
  place: text('Place'),
  exchange: choice('In exchange', { gift: 'Gift', swap: 'Swap', paid: 'Paid', 'to-agree': 'To be agreed' }),
  contact: text('Contact'),

  // Commitments and decisions
  firstStep: text('First step'),
  helpers: list('Helped by'),
  knownBy: text('We will know by'),
  goal: card('For the goal', ['goal', 'keyResult', 'outcome', 'impact']),
  done: date('Done on'),
  proposal: card('Decides on', ['proposal', 'goal']),
  decidedBy: choice('Method', {
    consent: 'Consent',
    gradients: 'Levels of agreement',
    fist: 'Fist to five',
    dots: 'Dots',
  }),
  tally: list('Tally', '"level: votes", one a line'),
  outcome: choice('Came out', { adopted: 'Adopted', amended: 'Amended', dropped: 'Dropped', open: 'Open' }),
  review: date('Review on'),
  reason: long('Reason'),
  resolved: text('How it was met'),

  // Open space
  host: text('Host'),
  coHosts: list('Hosts beside'),
  pitch: long('Pitch'),
  form: choice('Form', {
    discussion: 'Discussion',
    demo: 'Demo',
    make: 'Make something',
    lightning: 'Lightning talk',
    help: 'Help me',
  }),
  minutes: number('Minutes', { min: 1, max: 600, whole: true }),
  roomNeeds: list('Needs of the room'),
  interested: list('Who wants to come'),
  room: text('Room'),
  slot: text('Slot'),
  pinned: flag('Stays where it is'),
  state: choice('State', {
    proposed: 'Proposed',
    placed: 'Placed',
    running: 'Running',
    done: 'Done',
    merged: 'Merged',
    parked: 'Parked',
  }),
  mergedInto: card('Merged into', ['session']),
  session: card('Session', ['session']),
  participants: list('Who was there'),
  summary: long('Summary'),
  recommendations: list('Recommendations'),
  resources: list('Resources'),
  requests: list('Requests'),
  next: list('Next steps'),

  // Cases, practices, shifts
  period: text('When it was'),
  actors: list('Who acted'),
  did: list('What they did'),
  results: list('What came of it'),
  proof: text('Proof'),
  verified: flag('Checked'),
  blocker: text('What is in the way'),
  today: text('Today'),
  reuseFrom: text('Builds on'),
  from: text('From'),
  to: text('To'),
  horizonBand: choice('Horizon', { h1: 'H1: today', h2: 'H2: on the way', h3: 'H3: the future' }),
  keep: choice('Then', { keep: 'Keep', 'let-go': 'Let go' }),
  feeds: choice('Feeds', { future: 'The future', today: 'What is there today' }),
  stage: choice('Stage', {
    find: 'Find',
    scale: 'Take to scale',
    enter: 'Enter the system',
    shift: 'Shift its purpose',
  }),
  problemLevel: choice('Seen as', { symptom: 'Symptom', cause: 'Cause', barrier: 'Barrier' }),
  data: text('Data'),
  boundary: choice('Ours', { in: 'Ours to work on', out: 'Not ours' }),
  learning: choice('What it is', { learn: 'Learned', do: 'To do', ask: 'To ask' }),
  quote: text('Quote'),
  quoted: text('Who says it'),
  askMe: text('Ask me about'),
  effort: number('Effort', percent),
  benefit: number('Benefit', percent),
} as const satisfies Record<string, FieldDefinition>;

export type FieldName = keyof typeof fields;

interface ValueOfType {
  text: string;
  long: string;
  link: string;
  date: string;
  choice: string;
  card: string;
  measure: number | string;
  number: number;
  scale: number;
  flag: boolean;
  list: string[];
}

/** What has been filled. */
export type CardFields = { [Name in FieldName]?: ValueOfType[(typeof fields)[Name]['type']] | undefined };

export const fieldNames = Object.keys(fields) as FieldName[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** The definition, without the exact type of its own. */
export function fieldOf(name: FieldName): FieldDefinition {
  return fields[name];
}
