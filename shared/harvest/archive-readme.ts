// The text that lies on top of everything a facilitator takes home: what is in it, what is not, and what must not be passed on.
import { textIn, type Text } from '../domain/text.ts';

export interface ArchiveFacts {
  title: string;
  date: string;
  files: readonly string[];
  /** Names of people who have agreed that theirs is published, and how many have not. */
  agreed: readonly string[];
  withheld: number;
  /** Sensitive cards that are in. */
  sensitive: number;
  leftOut: readonly string[];
  publicLeftOut: readonly string[];
}

const words = {
  in: { en: 'What is in here' },
  out: { en: 'What is not in here' },
  nothing: { en: 'Nothing was left out.' },
  care: { en: 'Before you pass anything on' },
  whole: {
    en: 'Everything outside the folder "to-pass-on" is for you: it has all names, also of people who have not agreed to be named.',
  },
  sensitive: { en: 'Cards that are marked as sensitive, each with [Sensitive] before its title' },
  agreed: { en: 'Have agreed to be named' },
  nobody: { en: 'nobody' },
  withheld: { en: 'Have not agreed' },
  public: { en: 'What is not in the public copies' },
  pictures: { en: 'Pictures in the folder "pictures" show the zones as they are, names and all.' },
} as const satisfies Record<string, Text>;

const meanings: readonly (readonly [RegExp, Text])[] = [
  [/^report\./, { en: 'the whole report' }],
  [/^results\.xlsx$/, { en: 'all tables as a spreadsheet' }],
  [/^tables\/comments\.csv$/, { en: 'all comments, settled ones too' }],
  [/^tables\//, { en: 'a table as text, for any program' }],
  [/^commitments\.ics$/, { en: 'commitments with their days, for a calendar' }],
  [/^pictures\//, { en: 'a zone as it looks' }],
  [/^board\/board\.yjs$/, { en: 'the board itself, as one Yjs update: nothing of it is lost' }],
  [/^board\/records\.json$/, { en: 'the board as tldraw records' }],
  [/^to-pass-on\/funder\./, { en: 'two pages for somebody who was not there' }],
  [/^to-pass-on\//, { en: 'what participants get' }],
];

export function archiveReadme(facts: ArchiveFacts, locale: string): string {
  const say = (text: Text): string => textIn(text, locale);
  const list = (items: readonly string[]): string[] => items.map((item) => `- ${item}`);
  const { agreed, withheld, sensitive } = facts;
  return [
    facts.title,
    facts.date,
    '',
    say(words.care),
    ...list([
      say(words.whole),
      say(words.pictures),
      `${say(words.agreed)}: ${agreed.length > 0 ? agreed.join(', ') : say(words.nobody)}.`,
      ...(withheld > 0 ? [`${say(words.withheld)}: ${withheld}.`] : []),
      ...(sensitive > 0 ? [`${say(words.sensitive)}: ${sensitive}.`] : []),
    ]),
    '',
    say(words.in),
    ...list(
      facts.files.map((file) => `${file}: ${say(meanings.find(([name]) => name.test(file))?.[1] ?? { en: '' })}`),
    ),
    '',
    say(words.out),
    ...(facts.leftOut.length > 0 ? list(facts.leftOut) : [say(words.nothing)]),
    '',
    say(words.public),
    ...list(facts.publicLeftOut),
    '',
  ].join('\r\n');
}
