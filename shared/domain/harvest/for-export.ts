// What of a board leaves it: no examples ever; in the redacted form no stance, notes, names or sensitive cards. Every file is
// written from this, so no writer has to think of it. What was left out is counted and said.
import { fieldNames, fieldOf, type CardFields, type FieldName } from '../fields.ts';
import type { BoardModel, Card, Link } from '../model.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';
import type { Thread } from '../../comments/thread.ts';
import type { Round } from '../../voting/round.ts';
import { commentLines, type CommentLine } from './comment-lines.ts';
import { isPersonalField, isPersonalLink } from './personal.ts';
import { voteOutcomes, type VoteOutcome } from './vote-outcomes.ts';

export interface ExportChoice {
  /** A copy that may be public. */
  redacted?: boolean;
  /** Leave out only the cards that are marked as sensitive. */
  withoutSensitive?: boolean;
  /** The cards in which people say who they are: only where they agreed. Never in the redacted form. */
  people?: boolean;
}

export interface Exported {
  model: BoardModel;
  redacted: boolean;
  /** Names and opinions are out before: what is told of gaps would tell of those. */
  isPublished?: true;
  /** Sensitive cards that are in; the panel asks before it writes them (rule S05). */
  sensitiveCount: number;
  /** Counted ones, the first that was held first. */
  votes: readonly VoteOutcome[];
  comments: readonly CommentLine[];
  /** Sentences: what is not in, and why. */
  leftOut: readonly Text[];
}

/** What people have done on a board beside its cards. */
export interface BesideCards {
  rounds: readonly Round[];
  threads: readonly Thread[];
}

const nothingBeside: BesideCards = { rounds: [], threads: [] };

export function forExport(board: BoardModel, choice: ExportChoice = {}, beside = nothingBeside): Exported {
  const { rounds, threads } = beside;
  const redacted = choice.redacted === true;
  const isKept = keepsCard(choice);
  const real = withoutExamples(board);
  const kept = real.cards.filter(isKept);
  const ids = new Set(kept.map(({ id }) => id));
  const notes = real.notes.filter(({ isPrompt }) => isPrompt !== true);
  const keptNotes = redacted ? [] : notes;
  const between = real.links.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const links = redacted ? between.flatMap(withoutOpinions) : between;
  const cards = redacted ? nameless(kept) : kept;
  const leftOut = new Set(real.cards.filter((card) => !ids.has(card.id)).map(({ id }) => id));
  const titles = cards.map(({ id, title }) => [id, title] as const);
  const texts = keptNotes.map(({ id, text }) => [id, text] as const);
  const keptIds = new Set([...ids, ...links.map(({ id }) => id)]);
  return {
    model: { ...board, cards: cards.map((card) => withKnownReferences(card, keptIds)), notes: keptNotes, links },
    redacted,
    sensitiveCount: kept.filter(({ fields }) => fields.sensitive === true).length,
    votes: voteOutcomes(rounds, {
      redacted,
      cards: new Map(titles),
      leftOut,
    }),
    comments: commentLines(threads, { redacted, leftOut, words: new Map([...titles, ...texts]) }),
    leftOut: sentences({
      examples: [...board.cards, ...board.notes].filter(({ example }) => example).length,
      sensitive: real.cards.filter((card) => card.fields.sensitive === true && !isKept(card)).length,
      people: real.cards.filter((card) => card.kind === 'person' && !isKept(card)).length,
      notes: notes.length - keptNotes.length,
      links: between.length - links.length,
      comments: redacted ? threads.length : 0,
      redacted,
    }),
  };
}

function keepsCard({ redacted, withoutSensitive, people }: ExportChoice): (card: Card) => boolean {
  return ({ kind, fields }) => {
    if (fields.sensitive === true && (redacted || withoutSensitive)) return false;
    return kind !== 'person' || (people === true && !redacted);
  };
}

/** Of somebody who is a person, or of whom nobody has said what they are, only where they stand is told. */
const toldOfPersons: ReadonlySet<string> = new Set([
  'entity',
  'sector',
  'power',
  'interest',
  'impact',
  'influence',
  'ring',
]);

/** Persons among the stakeholders lose their name; all cards lose what is personal. */
function nameless(cards: readonly Card[]): Card[] {
  let persons = 0;
  return cards.map((card) => {
    const { entity } = card.fields;
    const isPerson = card.kind === 'stakeholder' && entity !== 'group' && entity !== 'organisation';
    const title = isPerson ? `(person ${++persons})` : card.title;
    const fields = Object.fromEntries(
      Object.entries(card.fields).filter(([name]) =>
        isPerson ? toldOfPersons.has(name) : !isPersonalField(name as FieldName),
      ),
    ) as CardFields;
    return { ...card, title, fields };
  });
}

function withoutOpinions(link: Link): Link[] {
  return isPersonalLink(link.type) ? [] : [{ ...link, rationale: '', label: '' }];
}

/** A field that names a card which is not in would lead nowhere. */
function withKnownReferences(card: Card, ids: ReadonlySet<string>): Card {
  const lost = fieldNames.filter((name) => {
    const value = card.fields[name];
    return fieldOf(name).type === 'card' && typeof value === 'string' && !ids.has(value);
  });
  if (lost.length === 0) return card;
  const entries = Object.entries(card.fields).filter(([name]) => !lost.includes(name as FieldName));
  return { ...card, fields: Object.fromEntries(entries) };
}

interface Counts {
  examples: number;
  sensitive: number;
  people: number;
  notes: number;
  links: number;
  comments: number;
  redacted: boolean;
}

function sentences({ examples, sensitive, people, notes, links, comments, redacted }: Counts): Text[] {
  const said: [number, string][] = [
    [examples, 'Examples, which never count'],
    [sensitive, 'Cards that are marked to be kept out of public copies'],
    [people, 'Cards in which people say who they are'],
    [notes, 'Notes, since they may name people'],
    [links, 'Links that say who is in conflict with whom'],
    [comments, 'Comments, since they name people'],
  ];
  const counted = said.filter(([count]) => count > 0).map(([count, what]): Text => ({ en: `${what}: ${count}.` }));
  const public_: Text = {
    en: 'Stance, salience, details, plans for contacts, and names of people; of who is a person, or of whom it is not said, only the sector and the place: this is a copy that may be public.',
  };
  return redacted ? [public_, ...counted] : counted;
}
