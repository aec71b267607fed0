// votes.csv: a line for each option of each vote; and the tables of the report, one for each vote.
import { levelWords, methodWords } from '../../voting/words.ts';
import { textIn, type Text } from '../text.ts';
import { listText, oneWay, type Cell, type Column, type Row, type Table } from './table.ts';
import type { OutcomeOption, VoteOutcome } from './vote-outcomes.ts';

const text = (key: string, en: string, more: Partial<Column> = {}): Column => ({
  key,
  title: { en },
  type: 'text',
  ...more,
});
const number = (key: string, en: string): Column => ({ key, title: { en }, type: 'number' });

const columns: Column[] = [
  text('question', 'Question'),
  text('held_on', 'Day', { type: 'date' }),
  text('method', 'Method', { words: methodWords }),
  text('secret', 'Secret'),
  number('votes', 'Votes'),
  number('could_vote', 'Could vote'),
  number('rank', 'Rank'),
  text('option', 'Option'),
  number('dots', 'Dots'),
  number('voters', 'Voters'),
  text('levels', 'Levels', { isList: true }),
  text('objections', 'Objections', { isList: true }),
  text('places', 'Places', { isList: true }),
  text('by_sector', 'By sector', { isList: true }),
];

const notSaid: Text = { en: 'Not said' };

export function voteTable(votes: readonly VoteOutcome[]): Table {
  return {
    name: 'votes',
    title: { en: 'Votes' },
    columns,
    rows: votes.flatMap((vote) => vote.options.map((option) => rowOf(vote, option))),
  };
}

function rowOf(vote: VoteOutcome, one: OutcomeOption): Row {
  const { method, isSecret, votes, possible } = vote;
  const levels = levelWords(method).map((word, i) => `${textIn(word, 'en')}: ${one.spread[i] ?? 0}`);
  return {
    question: oneWay(vote.question),
    held_on: dayOf(vote),
    method,
    secret: isSecret,
    votes,
    could_vote: possible,
    rank: one.rank,
    option: oneWay(one.words),
    dots: method === 'choose' ? one.total : null,
    voters: one.votes,
    levels: listText(levels) || null,
    objections: listText(one.reasons) || null,
    places: listText(one.places.map(([across, up]) => `${across} / ${up}`)) || null,
    by_sector: listText(sectorsOf(vote, one).map(({ name, count }) => `${name}: ${count}`)) || null,
  };
}

/** As `2027-03-31`. */
function dayOf({ openedAt }: VoteOutcome): string {
  return new Date(openedAt).toISOString().slice(0, 10);
}

interface SectorCount {
  name: string;
  votes: number;
  count: string;
}

/** Dots, or how many stand on each level. */
function sectorsOf({ split }: VoteOutcome, { option }: OutcomeOption): SectorCount[] {
  return (split ?? []).map(({ sector, votes, options }) => {
    const counted = options.find((one) => one.option === option);
    const levels = counted?.spread ?? [];
    return {
      name: sector ?? textIn(notSaid, 'en'),
      votes,
      count: levels.length > 0 ? levels.join(' · ') : String(counted?.total ?? 0),
    };
  });
}

/** Of one vote, for people to read: a ranking, or how many stand on each level. */
export function rankingTable(vote: VoteOutcome, locale: string): Table {
  const { method, options } = vote;
  const levels = levelWords(method);
  const sectors = options[0] ? sectorsOf(vote, options[0]) : [];
  const hasReasons = options.some(({ reasons }) => reasons.length > 0);
  return {
    name: 'ranking',
    title: { en: oneWay(vote.question) },
    columns: [
      ...(options.some(({ rank }) => rank !== null) ? [number('rank', 'Rank')] : []),
      text('option', 'Option'),
      ...(method === 'choose' ? [number('dots', 'Dots')] : []),
      ...levels.map((word, i) => number(`level_${i}`, textIn(word, locale))),
      ...(levels.length === 0 ? [number('voters', 'Voters')] : []),
      ...(hasReasons ? [text('objections', 'Objections', { isList: true })] : []),
      ...(method === 'axes' ? [text('places', vote.axes.join(' / '), { isList: true })] : []),
      ...sectors.map(({ name, votes }, i) => text(`sector_${i}`, `${name} (${votes})`)),
    ],
    rows: options.map((one) => ({
      ...rowOf(vote, one),
      ...Object.fromEntries(levels.map((_, i): [string, Cell] => [`level_${i}`, one.spread[i] ?? 0])),
      ...Object.fromEntries(sectorsOf(vote, one).map(({ count }, i): [string, Cell] => [`sector_${i}`, count])),
    })),
  };
}

const words = {
  of: { en: 'of' },
  voted: { en: 'votes' },
  secret: { en: 'secret' },
  open: { en: 'open' },
} satisfies Record<string, Text>;

/** How it was asked, and how many answered. */
export function voteLine(vote: VoteOutcome, locale: string): string {
  const say = (part: Text): string => textIn(part, locale);
  return [
    say(methodWords[vote.method]),
    say(vote.isSecret ? words.secret : words.open),
    `${vote.votes} ${say(words.of)} ${vote.possible} ${say(words.voted)}`,
    dayOf(vote),
  ].join(' · ');
}
