// Small boards as the domain reads them, for tests: only what a test is about is said, the rest is plain.
import { defaultLinkType } from '@commonboard/shared/domain/link-types.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import type { BoardModel, Card, Ceiling, Link, Note, Zone } from '@commonboard/shared/domain/model.ts';

export type CardSketch = Partial<Card> & { id: string; kind: Kind };
/** `a>b`, or what is to be said of it. Its id is `a>b` unless it is said. */
export type LinkSketch = string | (Partial<Link> & { from: string; to: string });

export interface BoardSketch {
  title?: string;
  template?: string;
  cards?: readonly CardSketch[];
  links?: readonly LinkSketch[];
  zones?: readonly Zone[];
  notes?: readonly Note[];
  ceilings?: readonly Ceiling[];
}

export const page = 'page:a';

/** Cards are read in the order they are given. A link without a type has the one that fits its cards. */
export function modelOf({ cards = [], links = [], ...rest }: BoardSketch): BoardModel {
  const made = cards.map(cardOf);
  const kinds = new Map(made.map(({ id, kind }) => [id, kind]));
  return {
    title: rest.title ?? 'A board',
    template: rest.template ?? null,
    cards: made,
    links: links.map((link) => linkOf(link, kinds)),
    zones: rest.zones ?? [],
    notes: rest.notes ?? [],
    ceilings: rest.ceilings ?? [],
  };
}

/** A card in short: its kind, its id, its fields. Its id is its title. */
export function card(kind: Kind, id: string, fields: Card['fields'] = {}, more: Partial<Card> = {}): CardSketch {
  return { kind, id, fields, ...more };
}

function cardOf(sketch: CardSketch): Card {
  return {
    title: sketch.id,
    fields: {},
    pageId: page,
    zoneId: null,
    x: 0,
    y: 0,
    w: 200,
    example: false,
    sources: [],
    group: null,
    ...sketch,
  };
}

function linkOf(sketch: LinkSketch, kinds: ReadonlyMap<string, Kind>): Link {
  const [start = '', end = ''] = typeof sketch === 'string' ? sketch.split('>') : [];
  const said = typeof sketch === 'string' ? { from: start, to: end } : sketch;
  const [from, to] = [kinds.get(said.from), kinds.get(said.to)];
  return {
    id: `${said.from}>${said.to}`,
    type: from && to ? defaultLinkType(from, to) : 'causal',
    isTypeAssumed: said.type === undefined,
    direction: 'directed',
    polarity: null,
    delayed: false,
    feedback: false,
    strength: null,
    confidence: null,
    rationale: '',
    label: '',
    ...said,
  };
}
