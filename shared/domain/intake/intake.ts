// What comes in from a list, a table, an outline or a Kumu file: a preview of what would be created or updated. Nothing here
// changes a board; whoever shows the preview writes it, in one step.
import type { CardFields, FieldName } from '../fields.ts';
import type { Kind } from '../kinds.ts';
import type { LinkType } from '../link-types.ts';
import type { Direction } from '../model.ts';
import type { Text } from '../text.ts';

export type IntakeSource = 'list' | 'table' | 'links' | 'outline' | 'kumu-json' | 'kumu-csv';

export interface IntakeCard {
  /** Of the card on the board, or of one to be made. An id of our own files that is free here is kept. */
  key: string;
  kind: Kind;
  title: string;
  /** Only those that were said. A field that names a card holds its key. */
  fields: CardFields;
  /** The card on the board that this is; null: a new one. */
  match: { id: string; by: 'id' | 'name' } | null;
  /** What is different on the board; all that is said, of a new card. */
  changes: readonly ('title' | 'kind' | FieldName)[];
  line: number;
}

/** What may be said of a link; only what was. */
export interface SaidOfLink {
  type?: LinkType;
  direction?: Direction;
  polarity?: '+' | '-';
  delayed?: boolean;
  feedback?: boolean;
  strength?: 1 | 2 | 3;
  confidence?: number;
  rationale?: string;
  label?: string;
}

export interface IntakeLink {
  key: string;
  /** Keys of cards. */
  from: string;
  to: string;
  said: SaidOfLink;
  match: { id: string } | null;
  changes: readonly (keyof SaidOfLink | 'ends')[];
  line: number;
}

/** Lines count from 1; of a JSON file that is one long line, the element. */
export interface Remark {
  line: number;
  what: Text;
}

export interface Intake {
  source: IntakeSource;
  cards: readonly IntakeCard[];
  links: readonly IntakeLink[];
  /** Why nothing of it can come in. Then there are no cards and no links. */
  problems: readonly Remark[];
  /** What comes in otherwise than it was written, or not at all. */
  warnings: readonly Remark[];
}

export const intakeLimits = {
  linesMax: 20_000,
  charsMax: 5 * 1024 * 1024,
  /** More than so many are counted, not listed. */
  remarksMax: 200,
  titleCharsMax: 2_000,
  fieldCharsMax: 4_000,
} as const;

/** What was read, before it is compared with the board. */
export interface Draft {
  source: IntakeSource;
  cards: DraftCard[];
  links: DraftLink[];
  problems: Remark[];
  warnings: Remark[];
}

export interface DraftCard {
  /** What the file calls it, so that its links find it; null: only its name. */
  ref: string | null;
  /** An id that one of our own files gave it. */
  ownId: string | null;
  /** Null: whatever fits. */
  kind: Kind | null;
  /** What a new card is, where `kind` is not said. */
  likely?: Kind;
  title: string;
  /** A field that names a card holds what the file calls that. */
  fields: CardFields;
  line: number;
}

/** A card as a link names it: by what the file calls it, or by its name. */
export interface DraftEnd {
  ref: string | null;
  name: string | null;
}

export interface DraftLink {
  ref: string | null;
  ownId: string | null;
  from: DraftEnd;
  to: DraftEnd;
  said: SaidOfLink;
  line: number;
}

export function emptyDraft(source: IntakeSource): Draft {
  return { source, cards: [], links: [], problems: [], warnings: [] };
}
