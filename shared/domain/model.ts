// A board as the domain sees it: cards, links, zones and notes as plain data. Checks, views and results read only this; they
// know nothing of the canvas. All lengths are page units.
import type { CardFields } from './fields.ts';
import type { Kind } from './kinds.ts';
import type { LinkType } from './link-types.ts';
import type { ZonePlan } from './zones.ts';

interface Placed {
  id: string;
  pageId: string;
  /** On the page, not in the parent. */
  x: number;
  y: number;
  /** The zone it lies in, through groups and frames. */
  zoneId: string | null;
}

export interface Card extends Placed {
  kind: Kind;
  /** Its text, one line for each paragraph; may be empty. */
  title: string;
  /** Only those that are filled. */
  fields: CardFields;
  w: number;
  /** Counts in no check and no export. */
  example: boolean;
  /** Ids of what it was merged or made from. */
  sources: readonly string[];
  /** Number of the small group that made it. */
  group: string | null;
}

export type Direction = 'directed' | 'mutual' | 'undirected';

export interface Link {
  id: string;
  from: string;
  to: string;
  type: LinkType;
  /** Nobody has said the type: it follows from what the link joins. */
  isTypeAssumed: boolean;
  direction: Direction;
  polarity: '+' | '-' | null;
  /** Takes effect late. */
  delayed: boolean;
  /** Closes a loop on purpose. */
  feedback: boolean;
  strength: 1 | 2 | 3 | null;
  /** 0 to 100. */
  confidence: number | null;
  rationale: string;
  /** The words on the arrow. */
  label: string;
}

export interface Note extends Placed {
  text: string;
  /** The template's words, on which nobody has written: they are no result. */
  isPrompt?: true;
  color: string;
  example: boolean;
  /** Number of the small group that made it. */
  group: string | null;
}

export interface Zone extends ZonePlan {
  id: string;
  pageId: string;
  title: string;
  prompt: string;
  x: number;
  y: number;
  /** Id of the template's zone that it was made from. */
  part: string | null;
  group: string | null;
}

/** Below it is what the group measures and answers for, above what it only adds to. */
export interface Ceiling {
  id: string;
  pageId: string;
  y: number;
}

export interface BoardModel {
  title: string;
  /** Id of the template that the board was made from. */
  template: string | null;
  /** In reading order, zone by zone. */
  cards: readonly Card[];
  notes: readonly Note[];
  zones: readonly Zone[];
  /** Only those that join two cards. */
  links: readonly Link[];
  ceilings: readonly Ceiling[];
}
