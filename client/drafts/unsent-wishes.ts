// What a page without canvas could not send of a private round, on this device: by whichever page is there next it goes on.
import type { PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { openUnsentNotes, type Wish } from '../sync/unsent-notes.ts';
import type { UnsentNote } from './unsent-drafts.ts';

/** Never one that begins as the notes for the board do: those go where everybody reads. */
export function draftsName(participant: ParticipantId): string {
  return `drafts.${participant}`;
}

export function draftsNameIn(participant: ParticipantId, round: PrivateRoundId): string {
  return `${draftsName(participant)}.${round}`;
}

/** None where the note is to go. */
export function unsentNoteOf(wish: Wish): UnsentNote[] {
  if (wish.kind === 'remove') return [];
  return [{ id: wish.id, text: wish.text, was: wish.kind === 'change' ? wish.was : null }];
}

/** For a page that keeps them itself from now on. What is to be removed stays for the page that was asked to. */
export function takeUnsentDrafts(
  storage: Storage | null,
  board: BoardId,
  participant: ParticipantId,
  round: PrivateRoundId,
): UnsentNote[] {
  const shelf = openUnsentNotes(storage, board, draftsNameIn(participant, round));
  const notes = shelf.read().flatMap(unsentNoteOf);
  for (const { id } of notes) shelf.drop(id);
  return notes;
}
