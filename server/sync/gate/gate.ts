// Decides what becomes of a frame that carries an update, before Yjs sees it: form, role, scan, gaps, client ids, place, and
// what it touches; each has its own file. Rules R12 to R14, R31, R40 to R47, R101 and R102.
import type * as Y from 'yjs';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Credits, DoubtedClock } from '../../storage/board-store.ts';
import type { Authors } from './authors.ts';
import type { BoardSize } from '../document/board-size.ts';
import { claimsOf, clocksHeard, type Counting } from './client-ids.ts';
import { fitOf } from './clock-gaps.ts';
import { contradicts } from './contradictions.ts';
import { Torn } from './places.ts';
import { scanUpdate } from './scan-update.ts';
import { placingWork } from './placing-work.ts';
import { type Touched, touchedRecords } from './touched-records.ts';
import { bringsNothing, clientsWithNews, takeApart, type UpdateParts } from './update-parts.ts';
import { fitsIn, mayTouch, type WriteRule } from './write-rule.ts';

export type Verdict =
  /** With whose ids and records it shows, how many ids that nobody knew, and which records it deletes or replaces. */
  | { kind: 'apply'; credits: Credits; brought: number; going: ReadonlySet<string> }
  /** The document has all of it. With what others had brought, and its owner has told now. */
  | { kind: 'nothing'; heard: readonly DoubtedClock[] }
  /** It stands on something that is not here; its sender may have that. */
  | { kind: 'gap' }
  | { kind: 'refuse'; code: RefusalCode };

/** What an update is judged against. */
export interface Board {
  doc: Y.Doc;
  authors: Authors;
  rule: WriteRule;
  size: Pick<BoardSize, 'hasRoomFor'>;
}

export interface Writer extends Counting {
  /** Their connection shows a client id under which another participant counts. */
  showsAnothers: boolean;
  /** It answers a step 1 that the server has sent, and may hold all that its client has. */
  tellsAll: boolean;
}

export function judgeUpdate(board: Board, update: Uint8Array, writer: Writer): Verdict {
  // The state vector that it answers claimed this person's clocks for another's work, so that they were left out.
  if (writer.isStep2 && writer.showsAnothers && mayEdit(writer.role)) return refused('conflict');
  if (isEmptyUpdate(update)) return { kind: 'nothing', heard: [] };
  const scan = scanUpdate(update, writer.tellsAll);
  if (scan !== 'ok') return refused(scan);
  const parts = takeApart(board.doc, update);
  if (!parts) return refused('unreadable');
  const isNew = !bringsNothing(parts);
  if (mayEdit(writer.role) && contradicts(parts, (client) => ownDoubt(client, board.authors, writer)))
    return refused('conflict');
  const heard = mayEdit(writer.role) ? clocksHeard(parts, board.authors, writer) : [];
  if (!isNew) return { kind: 'nothing', heard };
  if (!mayEdit(writer.role)) return refused('view-only');
  // To delete is always possible.
  if (clientsWithNews(parts).length > 0 && !board.size.hasRoomFor(update)) return refused('full');
  const fit = fitOf(parts);
  if (fit !== 'fits') return fit === 'gap' ? { kind: 'gap' } : refused('unreadable');
  if (placingWork(parts, limits.placingWorkMax) > limits.placingWorkMax) return refused('too-large');
  const claims = claimsOf(parts, board.authors, writer);
  if (typeof claims === 'string') return refused(claims);
  const touched = whatItTouches(parts);
  if (typeof touched === 'string') return refused(touched);
  if (!mayTouch(board.doc, touched, board.rule, board.authors, writer)) return refused('locked');
  if (!fitsIn(board.doc, touched, board.rule)) return refused('too-many-notes');
  const { owners, doubted, brought } = claims;
  const creators = creatorsOf(touched, board.authors, writer);
  return {
    kind: 'apply',
    credits: { owners, creators, doubted: [...doubted, ...heard] },
    brought,
    going: touched.deleted,
  };
}

/** Others may not have heard yet what was deleted under an id since; its owner cannot have missed it. */
function ownDoubt(client: number, authors: Authors, { participant, shown }: Writer): number {
  const isOwn = client === shown || authors.ownerOf(client) === participant;
  return isOwn ? authors.doubtedFrom(client) : Infinity;
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

/** Who brings a record made it, unless it comes under an id that is known to be another's, or it was there before and nobody's. */
function creatorsOf({ created }: Touched, authors: Authors, { participant }: Writer): Credits['creators'] {
  const made = [...created].filter(([record]) => !authors.wasNobodys(record));
  return made.map(([record, client]) => ({ record, participant: authors.ownerOf(client) ?? participant }));
}

function refused(code: RefusalCode): Verdict {
  return { kind: 'refuse', code };
}
