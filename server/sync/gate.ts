// Decides what becomes of a frame that carries an update, before Yjs sees it: form, role, scan, gaps, client ids, place, and
// what it touches; each has its own file. Rules R12 to R14, R31 and R40 to R47.
import type * as Y from 'yjs';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Credits } from '../storage/board-store.ts';
import type { Authors } from './authors.ts';
import { claimedIds, type Counting } from './client-ids.ts';
import { fitOf } from './clock-gaps.ts';
import { Torn } from './places.ts';
import { scanUpdate } from './scan-update.ts';
import { placingWork } from './placing-work.ts';
import { type Touched, touchedRecords } from './touched-records.ts';
import { bringsNothing, takeApart, type UpdateParts } from './update-parts.ts';
import { mayTouch, type WriteRule } from './write-rule.ts';

export type Verdict =
  /** With whose ids and records it shows, and which records it deletes or replaces. */
  | { kind: 'apply'; credits: Credits; going: ReadonlySet<string> }
  /** The document has all of it. */
  | { kind: 'nothing' }
  /** It stands on something that is not here; its sender may have that. */
  | { kind: 'gap' }
  | { kind: 'refuse'; code: RefusalCode };

/** What an update is judged against. */
export interface Board {
  doc: Y.Doc;
  authors: Authors;
  rule: WriteRule;
}

export interface Writer extends Counting {
  role: Role;
}

const nothing: Verdict = { kind: 'nothing' };

export function judgeUpdate(board: Board, update: Uint8Array, writer: Writer): Verdict {
  if (isEmptyUpdate(update)) return nothing;
  const scan = scanUpdate(update);
  if (scan !== 'ok') return refused(scan);
  const parts = takeApart(board.doc, update);
  if (!parts) return refused('unreadable');
  if (bringsNothing(parts)) return nothing;
  if (!mayEdit(writer.role)) return refused('view-only');
  const fit = fitOf(parts);
  if (fit !== 'fits') return fit === 'gap' ? { kind: 'gap' } : refused('unreadable');
  if (placingWork(parts, limits.placingWorkMax) > limits.placingWorkMax) return refused('too-large');
  const owners = claimedIds(parts, board.authors, writer);
  if (!owners) return refused('not-allowed');
  const touched = whatItTouches(parts);
  if (typeof touched === 'string') return refused(touched);
  if (!mayTouch(board.doc, touched, board.rule, board.authors, writer)) return refused('locked');
  const creators = creatorsOf(touched, board.authors, writer);
  return { kind: 'apply', credits: { owners, creators }, going: touched.deleted };
}

/** No structs and no deletions: what a fresh client answers to step 1. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

function whatItTouches(parts: UpdateParts): Touched | RefusalCode {
  try {
    const touched = touchedRecords(parts);
    if (typeof touched !== 'string') return touched;
    return touched === 'elsewhere' ? 'not-allowed' : 'unreadable';
  } catch (error) {
    if (error instanceof Torn) return 'unreadable';
    throw error;
  }
}

/** Who brings a record made it, unless it comes under an id that is known to be another's. */
function creatorsOf({ created }: Touched, authors: Authors, { participant }: Writer): Credits['creators'] {
  return [...created].map(([record, client]) => ({ record, participant: authors.ownerOf(client) ?? participant }));
}

function refused(code: RefusalCode): Verdict {
  return { kind: 'refuse', code };
}
