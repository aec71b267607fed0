// The board as it may be published: chosen zones, no sensitive cards, no opinions about people, names of those who have agreed and
// of nobody else. Every public file is written from this and from nothing else.
import { fieldOf, type CardFields, type FieldName, type FieldValue } from '../domain/fields.ts';
import { isPersonalField, isPersonalLink } from '../domain/harvest/personal.ts';
import type { BoardModel, Card, Note, Zone } from '../domain/model.ts';
import type { Text } from '../domain/text.ts';
import { nameKey } from '../protocol/person-name.ts';
import { withoutExamples } from '../domain/without-examples.ts';
import type { Round } from '../voting/round.ts';
import type { HarvestEdit } from './harvest.ts';
import { boardTexts } from './board-texts.ts';
import { namesOut, type NamesOut, placesOf, searchable, wordsOut } from './names-out.ts';

export interface Publishing {
  edit: HarvestEdit;
  /** Names of everybody who has been here, and of those who have agreed that theirs is published. */
  people: readonly string[];
  agreed: readonly string[];
}

export interface PublishedBoard {
  model: BoardModel;
  rounds: Round[];
  /** As `model`, with the names still in it: for checks, whose words then go through `without`. */
  named: BoardModel;
  without: NamesOut;
  /** Ids of what is on the board and not in here - examples, who is against whom - or in here in other words: what shows them is not published. */
  altered: ReadonlySet<string>;
  leftOut: Text[];
}

/** Fields that hold nothing but names of people: they stay where the named has agreed. */
const nameFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'owner',
  'responsible',
  'provider',
  'testOwner',
  'host',
  'coHosts',
  'helpers',
  'participants',
  'interested',
]);
/** How a promise is seen to, and how an objection was met: words, not names, though names may stand in them. */
const worded: ReadonlySet<FieldName> = new Set<FieldName>(['knownBy', 'resolved']);
/** Of a stakeholder who may be a person. */
const toldOfPersons: ReadonlySet<FieldName> = new Set<FieldName>(['entity', 'sector', 'power', 'interest', 'impact']);

export function publishedBoard(
  board: BoardModel,
  rounds: readonly Round[],
  { edit, people, agreed }: Publishing,
): PublishedBoard {
  const real = withoutExamples(board);
  const zones =
    edit.zones === null ? [...real.zones] : edit.zones.flatMap((id) => real.zones.filter((one) => one.id === id));
  const zoneIds = new Set(zones.map(({ id }) => id));
  const isIn = ({ zoneId }: { zoneId: string | null }): boolean =>
    zoneId === null || !real.zones.some(({ id }) => id === zoneId) ? edit.beside : zoneIds.has(zoneId);
  const chosen = real.cards.filter(isIn).map(ofNoGroup);
  const cards = chosen.filter(({ kind, fields }) => fields.sensitive !== true && kind !== 'person');
  const notes = real.notes.filter((note) => isIn(note) && saysSomething(note)).map(ofNoGroup);
  const without = namesOut({ all: [...people, ...namesOnBoard(real.cards)], agreed, words: edit.words });
  const agreedKeys = new Set(agreed.map(nameKey));
  const telling = { without, withoutWords: wordsOut(edit.words), agreed: agreedKeys };
  let persons = 0;
  const told = cards.map((card) => {
    const isPerson = mayBePerson(card);
    const title = isPerson ? `(person ${++persons})` : without(card.title);
    return { ...card, title, fields: toldFields(card, isPerson, telling) };
  });
  const toldNotes = notes.map((note) => ({ ...note, text: without(note.text) }));
  const ids = new Set([...told, ...toldNotes].map(({ id }) => id));
  const toldZones = zones.map((zone) => toldZone(zone, without));
  const links = real.links.filter((one) => ids.has(one.from) && ids.has(one.to) && !isPersonalLink(one.type));
  const model = {
    ...board,
    title: without(edit.title.trim() || board.title),
    cards: told.map((card) => withKnownReferences(card, new Set([...ids, ...links.map(({ id }) => id)]))),
    notes: toldNotes,
    zones: toldZones,
    links: links.map((one) => ({ ...one, rationale: '', label: '' })),
  };
  const named = { ...model, title: edit.title.trim() || board.title, cards, notes, zones, links };
  return {
    model,
    rounds: edit.parts.includes('ranking') ? publishedRounds(rounds, edit, model, without) : [],
    named,
    without,
    altered: new Set([
      ...alteredIds(
        [...board.cards, ...board.notes.filter(saysSomething)],
        [...cards, ...notes],
        [...told, ...toldNotes],
      ),
      // What one thinks of another is drawn as an arrow.
      ...real.links.filter(({ type }) => isPersonalLink(type)).map(({ id }) => id),
    ]),
    leftOut: sentences({
      zones: real.zones.length - zones.length,
      outside: edit.beside ? 0 : [...real.cards, ...real.notes].filter(({ zoneId }) => zoneId === null).length,
      sensitive: chosen.filter(({ fields }) => fields.sensitive === true).length,
      people: chosen.filter(({ kind }) => kind === 'person').length,
      persons,
      votes: edit.votesOut.length,
      words: foundWords(edit, named, rounds),
      names: people.length - people.filter((name) => agreedKeys.has(nameKey(name))).length,
    }),
  };
}

function toldZone(zone: Zone, without: NamesOut): Zone {
  const cell = <One extends { title: string }>(one: One): One => ({ ...one, title: without(one.title) });
  const axis = (one: Zone['across']): Zone['across'] =>
    one && { ...one, title: without(one.title), low: without(one.low), high: without(one.high) };
  return {
    ...zone,
    title: without(zone.title),
    prompt: without(zone.prompt),
    cells: zone.cells.map(cell),
    rows: zone.rows.map(cell),
    across: axis(zone.across),
    up: axis(zone.up),
  };
}

/** How many of the words that are to go stand somewhere in what is chosen. */
function foundWords({ words, intro }: HarvestEdit, named: BoardModel, rounds: readonly Round[]): number {
  const texts = searchable([intro, ...rounds.map(({ question }) => question), ...boardTexts(named)]);
  return words.filter((word) => placesOf(word, texts) > 0).length;
}

/** Of few people a group says who may have written it. */
function ofNoGroup<T extends Card | Note>(one: T): T {
  return { ...one, group: null };
}

function saysSomething({ isPrompt, text }: Note): boolean {
  return isPrompt !== true && text.trim() !== '';
}

/** Whoever owns, helps or hosts something is named by it, whether they are here or not. */
function namesOnBoard(cards: readonly Card[]): string[] {
  return cards.flatMap(({ kind, title, fields }) => [
    ...(kind === 'person' || (kind === 'stakeholder' && fields.entity === 'person') ? [title] : []),
    ...[...nameFields]
      .flatMap((name) => fields[name] ?? [])
      .flatMap((value) => (typeof value === 'string' ? [value] : [])),
  ]);
}

function mayBePerson({ kind, fields: { entity } }: Card): boolean {
  return kind === 'stakeholder' && entity !== 'group' && entity !== 'organisation';
}

interface Telling {
  without: NamesOut;
  withoutWords: NamesOut;
  agreed: ReadonlySet<string>;
}

function toldFields({ fields }: Card, isPerson: boolean, telling: Telling): CardFields {
  const told = Object.entries(fields).flatMap(([name, value]): [string, FieldValue][] => {
    const kept = value === undefined ? null : toldField(name as FieldName, value, isPerson, telling);
    return kept === null ? [] : [[name, kept]];
  });
  return Object.fromEntries(told) as CardFields;
}

function toldField(
  name: FieldName,
  value: FieldValue,
  isPerson: boolean,
  { without, withoutWords, agreed }: Telling,
): FieldValue | null {
  if (isPerson && !toldOfPersons.has(name)) return null;
  if (nameFields.has(name)) {
    if (typeof value === 'string') return agreed.has(nameKey(value)) ? withoutWords(value) : null;
    const kept = Array.isArray(value) ? value.filter((one) => agreed.has(nameKey(one))) : [];
    return kept.length > 0 ? kept.map(withoutWords) : null;
  }
  if (isPersonalField(name) && !worded.has(name)) return null;
  if (fieldOf(name).type === 'card' || fieldOf(name).type === 'choice') return value;
  if (typeof value === 'string') return without(value);
  return Array.isArray(value) ? value.map(without) : value;
}

/** A field that names a card which is not in would lead nowhere. */
function withKnownReferences(card: Card, ids: ReadonlySet<string>): Card {
  const known = Object.entries(card.fields).filter(
    ([name, value]) => fieldOf(name as FieldName).type !== 'card' || ids.has(String(value)),
  );
  return { ...card, fields: Object.fromEntries(known) as CardFields };
}

const notTold = '(left out)';

/** Options in the words of what is in here; no reasons and nobody who voted. */
function publishedRounds(
  rounds: readonly Round[],
  { votesOut }: HarvestEdit,
  { cards, notes, zones }: BoardModel,
  without: NamesOut,
): Round[] {
  const words = new Map<string, string>([
    ...cards.map(({ id, title }) => [id, title] as const),
    ...notes.map(({ id, text }) => [id, text] as const),
    ...zones.map(({ id, title }) => [id, title] as const),
  ]);
  return rounds
    .filter(({ id }) => !votesOut.includes(id))
    .map((round) => ({
      ...round,
      question: without(round.question),
      axes: [without(round.axes[0]), without(round.axes[1])],
      roster: [],
      options: round.options.map(({ id }) => ({ id, words: words.get(id) ?? notTold })),
      result: round.result && {
        ...round.result,
        named: null,
        split:
          round.result.split?.map((part) => ({
            ...part,
            sector: part.sector === null ? null : without(part.sector),
          })) ?? null,
        options: round.result.options.map((option) => ({ ...option, reasons: [] })),
      },
    }));
}

function alteredIds(
  all: readonly (Card | Note)[],
  before: readonly (Card | Note)[],
  after: readonly (Card | Note)[],
): ReadonlySet<string> {
  const same = new Set(before.filter((one, i) => JSON.stringify(one) === JSON.stringify(after[i])).map(({ id }) => id));
  return new Set(all.map(({ id }) => id).filter((id) => !same.has(id)));
}

type Counts = Record<'zones' | 'outside' | 'sensitive' | 'people' | 'persons' | 'votes' | 'names' | 'words', number>;

function sentences({ zones, outside, sensitive, people, persons, votes, names, words }: Counts): Text[] {
  const said: [number, string][] = [
    [zones, 'Zones that were not chosen'],
    [outside, 'Cards and notes that lie in no zone'],
    [sensitive, 'Cards that are marked to be kept out of public copies'],
    [people, 'Cards in which people say who they are'],
    [persons, 'Stakeholders who may be persons: their names'],
    [votes, 'Votes that were not chosen'],
    [names, 'Names of people who have not agreed to be named'],
    [words, 'Words that who leads has taken out'],
  ];
  return [
    ...said.filter(([count]) => count > 0).map(([count, what]): Text => ({ en: `${what}: ${count}.` })),
    {
      en: 'Stances, details, plans for contacts, comments, reasons for objections and who voted how: these are never in a public copy.',
    },
  ];
}
