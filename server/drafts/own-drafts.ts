// One's own drafts without a socket: written, changed and thrown away through the same room that a canvas writes in.
import * as Y from 'yjs';
import { recordKeys, recordMaps, metaPrefix } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import {
  bestKey,
  draftCount,
  draftsIn,
  type DraftShape,
  isBest,
  wasWritten,
  wordsOf,
} from '@commonboard/shared/drafts/draft-notes.ts';
import type { DraftNote } from '@commonboard/shared/drafts/drafts-view.ts';
import { roundZone } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { within } from '../http/within.ts';
import type { BoardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';

export function ownDrafts(room: Room): Promise<DraftNote[]> {
  return room.use(() => room.read((doc) => draftsIn(doc).map(draftNote)));
}

export interface WrittenDraft extends DraftNote {
  /** False where it has been thrown away, or shown, since it was written. */
  isThere: boolean;
}

/** Where and how a note of a round is written. */
export interface NewDraft {
  /** Of the caller's making: the same one again makes no second note. */
  id?: string | undefined;
  text: string;
  zone: string | null;
  notesMax: number;
  /** The board, on which it finds a free place. */
  records: BoardRecords;
}

/** Null where that is one too many. */
export function addDraft(
  room: Room,
  participant: ParticipantId,
  { id, text, zone, notesMax, records }: NewDraft,
): Promise<WrittenDraft | null> {
  return room.use(async () => {
    if (id !== undefined && room.read((doc) => wasWritten(doc, id))) {
      // What was sent before may not be durable yet.
      await within(room.edit(participant, () => undefined).stored);
      const known = findDraft(room, id);
      return known ? { ...draftNote(known), isThere: true } : { id, text, isBest: false, isThere: false };
    }
    if (room.read(draftCount) >= notesMax) return null;
    const drafts = room.read(draftsIn);
    const target = roundZone(records, zone)?.id;
    const record = newNoteRecord([...records, ...drafts], { id, text, ...(target !== undefined && { zone: target }) });
    if (!record) return null;
    await within(room.edit(participant, (doc) => putRecord(doc, record)).stored);
    return { id: record.id, text, isBest: false, isThere: true };
  });
}

/** Null where there is none of this id. */
export function changeDraft(
  room: Room,
  participant: ParticipantId,
  id: string,
  { text, isBest: best }: { text?: string | undefined; isBest?: boolean | undefined },
): Promise<DraftNote | null> {
  return room.use(async () => {
    if (!findDraft(room, id)) return null;
    const { stored } = room.edit(participant, (doc) => {
      const map = recordMaps(doc).get(id);
      const words = map?.get(recordKeys.text);
      if (text !== undefined && words instanceof Y.XmlFragment) updateFragment(words, richTextFromPlain(text));
      if (best !== undefined) map?.set(metaPrefix + bestKey, best);
    });
    // Before it is waited for: meanwhile its writer may show it.
    const after = findDraft(room, id);
    await within(stored);
    return after && draftNote(after);
  });
}

/** Gives what it said; null where there is none of this id. */
export function removeDraft(room: Room, participant: ParticipantId, id: string): Promise<DraftNote | null> {
  return room.use(async () => {
    const draft = findDraft(room, id);
    if (!draft) return null;
    await within(room.edit(participant, (doc) => recordMaps(doc).delete(id)).stored);
    return draftNote(draft);
  });
}

export function findDraft(room: Room, id: string): DraftShape | null {
  return room.read(draftsIn).find((draft) => draft.id === id) ?? null;
}

export function draftNote(draft: DraftShape): DraftNote {
  return { id: draft.id, text: wordsOf(draft), isBest: isBest(draft) };
}
