// The report of a board, after the skeleton in section F of the domain reference: what was asked, what was made zone by zone,
// what was decided and promised, what stays open, and what this copy leaves out.
import { kindOf } from '../kinds.ts';
import type { BoardModel, Card, Note, Zone } from '../model.ts';
import { textIn, type Text } from '../text.ts';
import { narrative } from '../views/narrative.ts';
import { isIllustrative } from '../checks/cases.ts';
import { cardFacts } from './card-facts.ts';
import type { CommentLine } from './comment-lines.ts';
import type { Exported } from './for-export.ts';
import { openPoints } from './open-points.ts';
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
  /** Beside those of the checks, such as where the group disagrees. */
  openPoints?: readonly string[];
  /** Names of the files that belong to it. */
  files?: readonly string[];
}

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
  dots: { en: 'dots' },
  decisions: { en: 'Decisions' },
  commitments: { en: 'Commitments' },
  open: { en: 'Open points' },
  comments: { en: 'Comments that are not settled' },
  aPlace: { en: 'A place on the board' },
  parked: { en: 'Parked' },
  illustrative: { en: 'without a source, so it only illustrates' },
  objection: { en: 'Objection' },
  notMet: { en: 'not met yet' },
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
  const listed = (items: readonly ListItem[]): Block[] => (items.length > 0 ? [{ type: 'list', items }] : []);

  const made = zonesOf(model).flatMap(({ zone, items }): Block[] => [
    { type: 'heading', level: 3, text: zone ? oneWay(zone.title) || say(words.made) : say(words.elsewhere) },
    ...(zone?.prompt.trim() ? [{ type: 'text', text: oneWay(zone.prompt), quiet: true } as const] : []),
    { type: 'list', items: items.map(item) },
  ]);
  const said = [
    ...section(words.question, facts.question ? [{ type: 'text', text: facts.question }] : []),
    ...section(words.made, made),
    ...section(words.story, story()),
    ...tableSections(),
    ...section(words.ranking, voteBlocks(exported.votes.filter(isRanked), locale)),
    ...section(words.decisions, [
      ...listed(model.cards.filter(({ kind }) => kind === 'decision').map(decision)),
      ...voteBlocks(
        exported.votes.filter((one) => !isRanked(one)),
        locale,
      ),
    ]),
    ...section(words.commitments, tableBlocks('commitments')),
  ];
  // An empty board has nothing to be said of yet.
  const talk = section(words.comments, listed(exported.comments.map((one) => comment(one, say))));
  const content = said.length + talk.length > 0 ? [...said, ...section(words.open, listed(open())), ...talk] : [];
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

  function item(one: Card | Note): ListItem {
    if ('text' in one) return { lead: '', text: oneWay(one.text), more: dotsOn(exported, one.id, locale).join('; ') };
    return {
      lead: textIn(kindOf(one.kind).label, locale),
      text: oneWay(one.title),
      more: [
        ...cardFacts(one, kindOf(one.kind).shows, locale),
        ...(one.kind === 'caseStudy' && isIllustrative(one) ? [say(words.illustrative)] : []),
        ...dotsOn(exported, one.id, locale),
      ].join('; '),
    };
  }

  function decision(card: Card): ListItem {
    const objections = model.cards
      .filter(({ kind, fields }) => kind === 'objection' && fields.proposal === (card.fields.proposal ?? card.id))
      .map(
        ({ title: text, fields }) =>
          `${say(words.objection)}: ${oneWay(text)} (${fields.resolved ?? say(words.notMet)})`,
      );
    const facts_ = cardFacts(card, ['outcome', 'decidedBy', 'tally', 'review', 'reason'], locale);
    return { lead: '', text: oneWay(card.title), more: [...facts_, ...objections].join('; ') };
  }

  function open(): ListItem[] {
    const parked = model.cards.filter(({ fields }) => fields.status === 'parked');
    return [
      ...(facts.openPoints ?? []).map(plain),
      ...openPoints(exported, facts.date, locale).map(plain),
      ...parked.map(({ title: text }) => ({ lead: say(words.parked), text: oneWay(text), more: '' })),
    ];
  }

  /** Without names it would say that nobody has agreed who does what. */
  function story(): Block[] {
    if (exported.redacted) return [];
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

/** Of the last vote that it stood in. */
function dotsOn({ votes }: Exported, id: string, locale: string): string[] {
  const dots = votes
    .filter(({ method }) => method === 'choose')
    .flatMap(({ options }) => options.filter(({ option }) => option === id))
    .at(-1)?.total;
  return dots === undefined ? [] : [`${dots} ${textIn(words.dots, locale)}`];
}

function comment({ about, said: [first = '', ...answers] }: CommentLine, say: (text: Text) => string): ListItem {
  return { lead: about === '' ? say(words.aPlace) : about, text: first, more: answers.join('; ') };
}

function plain(text: string): ListItem {
  return { lead: '', text, more: '' };
}

/** What lies in each zone, in reading order; zones with nothing in them are not told of. */
function zonesOf({ zones, cards, notes }: BoardModel): { zone: Zone | null; items: (Card | Note)[] }[] {
  const written = [...cards, ...notes.filter(({ text }) => text.trim() !== '')];
  const inZone = Map.groupBy(written, ({ zoneId }) => zoneId);
  return [...zones, null].flatMap((zone) => {
    const items = inZone.get(zone?.id ?? null) ?? [];
    return items.length > 0 ? [{ zone, items }] : [];
  });
}
