// What cards and notes can be grouped by, and the groups. Who wrote something and how many voted for it is not on the board: it
// comes from who asks.
import { fieldOf, type CardFields, type FieldName } from '../fields.ts';
import { kindOf, type Kind } from '../kinds.ts';
import { textIn, type Text } from '../text.ts';

export const groupings = ['kind', 'tag', 'colour', 'status', 'sector', 'group', 'author', 'votes'] as const;
export type Grouping = (typeof groupings)[number];

/** A note has no kind, a card no colour. */
export interface Thing {
  id: string;
  kind: Kind | null;
  colour: string | null;
  fields: CardFields;
  /** Which of several parallel copies it was made in. */
  group: string | null;
}

export interface Facts {
  /** Id -> name. */
  authors: ReadonlyMap<string, string>;
  /** Id -> votes. */
  votes: ReadonlyMap<string, number>;
}

export const noFacts: Facts = { authors: new Map(), votes: new Map() };

export interface Group {
  label: string;
  ids: string[];
}

const note: Text = { en: 'Notes' };
const unsaid: Text = { en: 'Not said' };

/** The groupings that tell at least two of these apart. */
export function groupingsOf(things: readonly Thing[], facts: Facts, locale: string): Grouping[] {
  return groupings.filter((by) => grouped(things, by, facts, locale).length > 1);
}

/** In the order of the vocabulary where there is one, else by name; by votes the most first; what is not said comes last. */
export function grouped(things: readonly Thing[], by: Grouping, facts: Facts, locale: string): Group[] {
  const groups = new Map<string, Group & { rank: number }>();
  for (const thing of things) {
    const { key, label, rank } = placeOf(thing, by, facts, locale);
    const group = groups.get(key) ?? { label, ids: [], rank };
    group.ids.push(thing.id);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => a.rank - b.rank || a.label.localeCompare(b.label, locale))
    .map(({ label, ids }) => ({ label, ids }));
}

interface InGroup {
  key: string;
  label: string;
  /** Lowest first. */
  rank: number;
}

function placeOf(thing: Thing, by: Grouping, facts: Facts, locale: string): InGroup {
  const named = (label: string | undefined | null, rank = 0): InGroup =>
    label === undefined || label === null || label === ''
      ? { key: '', label: textIn(unsaid, locale), rank: Number.POSITIVE_INFINITY }
      : { key: label, label, rank };
  switch (by) {
    case 'kind':
      return named(thing.kind === null ? textIn(note, locale) : textIn(kindOf(thing.kind).plural, locale));
    case 'tag':
      return named(thing.fields.tags?.[0]);
    case 'colour':
      return named(thing.colour);
    case 'status':
    case 'sector':
      return named(...choiceOf(thing.fields, by, locale));
    case 'group':
      return named(thing.group);
    case 'author':
      return named(facts.authors.get(thing.id));
    case 'votes': {
      const votes = facts.votes.get(thing.id);
      return named(votes === undefined ? null : String(votes), -(votes ?? 0));
    }
  }
}

function choiceOf(
  fields: CardFields,
  name: FieldName & ('status' | 'sector'),
  locale: string,
): [string | null, number] {
  const definition = fieldOf(name);
  const value = fields[name];
  if (definition.type !== 'choice' || value === undefined) return [null, 0];
  const label = definition.choices[value];
  return [label ? textIn(label, locale) : null, Object.keys(definition.choices).indexOf(value)];
}
