// The report of a board, after the skeleton in section F of the domain reference: what was asked, what was made zone by zone,
// what was decided and promised, what stays open, and what this copy leaves out.
import { textIn, type Text } from '../text.ts';
import { narrative } from '../views/narrative.ts';
import type { CommentLine } from './comment-lines.ts';
import type { Exported } from './for-export.ts';
import { openPoints } from './open-points.ts';
import { decisionLines, itemLine, zonesOf } from './report-lines.ts';
import type { Block, ListItem } from './report-blocks.ts';
import { oneWay, type Table } from './table.ts';
import type { VoteOutcome } from './vote-outcomes.ts';
import { rankingTable, voteLine } from './vote-table.ts';
import { tableNamed, withFilledColumns, type TableChoice } from './tables.ts';

/** What the board itself does not know. What is not said is not written. */
export interface ReportFacts {
  /** A day, as `2027-03-31`. */
  date: string;
  minutes?: number;
  people?: number;
  peopleBySector?: Readonly<Record<string, number>>;
  question?: string;
  /** Sections that are left out, though they would hold something. */
  without?: readonly ReportPart[];
  /** Beside those of the checks, such as where the group disagrees. */
  openPoints?: readonly string[];
  /** Names of the files that belong to it. */
  files?: readonly string[];
}

/** Sections that somebody may leave out. */
export type ReportPart = 'ranking' | 'decisions' | 'commitments' | 'open';

export interface Report {
  title: string;
  blocks: readonly Block[];
}

const words = {
  untitled: { en: 'Untitled board' },
  people: { en: 'people' },
  minutes: { en: 'minutes' },
  question: { en: 'Question' },
  made: { en: 'What we made' },
  elsewhere: { en: 'Beside the zones' },
  note: { en: 'Note' },
  story: { en: 'How we think it will come about' },
  ranking: { en: 'Ranking' },
  decisions: { en: 'Decisions' },
  commitments: { en: 'Commitments' },
  open: { en: 'Open points' },
  comments: { en: 'Comments that are not settled' },
  aPlace: { en: 'A place on the board' },
  parked: { en: 'Parked' },
  files: { en: 'Files' },
  leftOut: { en: 'What is not in here' },
  nothing: { en: 'Nothing here yet. What the group writes on the board will stand here.' },
} as const satisfies Record<string, Text>;

export function reportOf(exported: Exported, facts: ReportFacts, choice: TableChoice): Report {
  const { locale } = choice;
  const { model } = exported;
  const say = (text: Text): string => textIn(text, locale);
  const title = oneWay(model.title) || say(words.untitled);
  const section = (heading: Text, blocks: readonly Block[]): Block[] =>
    blocks.length > 0 ? [{ type: 'heading', level: 2, text: say(heading) }, ...blocks] : [];
  const part = (name: ReportPart, blocks: readonly Block[]): Block[] =>
    facts.without?.includes(name) ? [] : section(words[name], blocks);
  const listed = (items: readonly ListItem[]): Block[] => (items.length > 0 ? [{ type: 'list', items }] : []);

  const made = zonesOf(model).flatMap(({ zone, items }): Block[] => [
    { type: 'heading', level: 3, text: zone ? oneWay(zone.title) || say(words.made) : say(words.elsewhere) },
    ...(zone?.prompt.trim() ? [{ type: 'text', text: oneWay(zone.prompt), quiet: true } as const] : []),
    { type: 'list', items: items.map((one) => itemLine(one, exported, locale)) },
  ]);
  const said = [
    ...section(words.question, facts.question ? [{ type: 'text', text: facts.question }] : []),
    ...section(words.made, made),
    ...section(words.story, story()),
    ...tableSections(),
    ...part('ranking', voteBlocks(exported.votes.filter(isRanked), locale)),
    ...part('decisions', [
      ...listed(decisionLines(exported, locale)),
      ...voteBlocks(
        exported.votes.filter((one) => !isRanked(one)),
        locale,
      ),
    ]),
    ...part('commitments', tableBlocks('commitments')),
  ];
  // An empty board has nothing to be said of yet.
  const talk = section(words.comments, listed(exported.comments.map((one) => comment(one, say))));
  const content = said.length + talk.length > 0 ? [...said, ...part('open', listed(open())), ...talk] : [];
  return {
    title,
    blocks: [
      { type: 'heading', level: 1, text: title },
      { type: 'text', text: dateLine(facts, say), quiet: true },
      ...(content.length > 0 ? content : [{ type: 'text', text: say(words.nothing) } as const]),
      ...section(words.files, listed((facts.files ?? []).map(plain))),
      ...section(words.leftOut, listed(exported.leftOut.map((sentence) => plain(say(sentence))))),
    ],
  };

  function open(): ListItem[] {
    const parked = exported.isPublished ? [] : model.cards.filter(({ fields }) => fields.status === 'parked');
    return [
      ...(facts.openPoints ?? []).map(plain),
      ...openPoints(exported, facts.date, locale).map(plain),
      ...parked.map(({ title: text }) => ({ lead: say(words.parked), text: oneWay(text), more: '' })),
    ];
  }

  /** Without names it would say that nobody has agreed who does what. */
  function story(): Block[] {
    if (exported.redacted || exported.isPublished) return [];
    return narrative(model, locale).stories.map(({ sentences }) => ({
      type: 'text',
      text: sentences.map(({ text }) => oneWay(text).replaceAll('\n', ' ')).join(' '),
    }));
  }

  function tableBlocks(name: string): Block[] {
    const table = tableNamed(name, exported, choice);
    return table && table.rows.length > 0 ? [{ type: 'table', table: forPaper(table) }] : [];
  }

  function tableSections(): Block[] {
    return ['logframe', 'stakeholders', 'indicators', 'goals', 'matches', 'schedule'].flatMap((name) => {
      const table = tableNamed(name, exported, choice);
      return table ? section(table.title, tableBlocks(name)) : [];
    });
  }
}

/** What of a wide table fits on paper; the file of this name has all of it. */
const onPaper: Readonly<Record<string, readonly string[]>> = {
  logframe: [
    'level',
    'code',
    'statement',
    'indicator',
    'baseline',
    'target',
    'target_date',
    'means_of_verification',
    'assumptions',
  ],
  stakeholders: ['name', 'sector', 'power', 'interest', 'quadrant', 'stance', 'wants', 'engagement_level', 'owner'],
  goals: ['kind', 'title', 'who', 'baseline', 'target', 'unit', 'due', 'owner'],
  indicators: ['result', 'title', 'unit', 'baseline', 'target', 'target_date', 'actual', 'progress', 'source'],
};

function forPaper(table: Table): Table {
  const keys = onPaper[table.name];
  const filled = withFilledColumns(table);
  return keys ? { ...filled, columns: filled.columns.filter(({ key }) => keys.includes(key)) } : filled;
}

/** Dots say what interests people; the other ways to vote decide. */
function isRanked({ method }: VoteOutcome): boolean {
  return method === 'choose' || method === 'axes';
}

function dateLine({ date, minutes, people, peopleBySector = {} }: ReportFacts, say: (text: Text) => string): string {
  const bySector = Object.entries(peopleBySector).map(([sector, count]) => `${sector} ${count}`);
  const counted = people === undefined ? '' : `${people} ${say(words.people)}`;
  const split = bySector.length > 0 ? ` (${bySector.join(', ')})` : '';
  return [date, minutes === undefined ? '' : `${minutes} ${say(words.minutes)}`, counted + split]
    .filter(Boolean)
    .join(' · ');
}

function voteBlocks(votes: readonly VoteOutcome[], locale: string): Block[] {
  return votes.flatMap((vote): Block[] => [
    { type: 'heading', level: 3, text: oneWay(vote.question) },
    { type: 'text', text: voteLine(vote, locale), quiet: true },
    { type: 'table', table: rankingTable(vote, locale) },
  ]);
}

function comment({ about, said: [first = '', ...answers] }: CommentLine, say: (text: Text) => string): ListItem {
  return { lead: about === '' ? say(words.aPlace) : about, text: first, more: answers.join('; ') };
}

function plain(text: string): ListItem {
  return { lead: '', text, more: '' };
}
