// What pages before this one have left on the device of private rounds: notes that were not sent, and what somebody was typing.
import {
  type PrivateRound,
  type PrivateRoundId,
  privateRoundIdSchema,
} from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { UnsentDrafts, UnsentNote } from '../drafts/unsent-drafts.ts';
import { draftsName, draftsNameIn, unsentNoteOf } from '../drafts/unsent-wishes.ts';
import { openUnfinishedWords, type UnfinishedWords } from '../sync/unfinished-words.ts';
import { openUnsentNotes, unsentNames, type UnsentNotes } from '../sync/unsent-notes.ts';

export interface LeftBehind {
  /** With what a page with a canvas could not send of this round. */
  shelfOf(round: PrivateRound): UnsentNotes;
  unfinishedOf(round: PrivateRoundId): UnfinishedWords;
  /** Of all rounds but this one. They are not there any more. */
  take(open: PrivateRoundId | null): { round: Pick<PrivateRound, 'id' | 'isAnonymous'>; notes: UnsentNote[] }[];
  /** What somebody was in the middle of. It is not there any more. */
  takeTyped(round: PrivateRoundId): UnsentNote[];
}

interface LeftParts {
  board: BoardId;
  participant: ParticipantId;
  storage: Storage | null;
  device: Pick<UnsentDrafts, 'read' | 'forget'>;
  newId: () => string;
  rounds: () => readonly PrivateRound[];
}

export function leftBehind({ board, participant, storage, device, newId, rounds }: LeftParts): LeftBehind {
  const shelfIn = (round: PrivateRoundId): UnsentNotes =>
    openUnsentNotes(storage, board, draftsNameIn(participant, round));
  const unfinishedOf = (round: PrivateRoundId): UnfinishedWords =>
    openUnfinishedWords(storage, board, draftsNameIn(participant, round));

  function takeTyped(round: PrivateRoundId): UnsentNote[] {
    const unfinished = unfinishedOf(round);
    return unfinished.all().flatMap(({ about, words }) => {
      unfinished.drop(about);
      const text = words.text.trim();
      if (text === '' || text === words.was.trim()) return [];
      return [about === null ? { id: newId(), text, was: null } : { id: about, text, was: words.was }];
    });
  }

  function takeUnsent(round: PrivateRoundId): UnsentNote[] {
    const shelf = shelfIn(round);
    const wishes = shelf.read();
    for (const { id } of wishes) shelf.drop(id);
    return wishes.flatMap(unsentNoteOf);
  }

  return {
    shelfOf(round) {
      const shelf = shelfIn(round.id);
      const left = device.read();
      if (left?.round.id !== round.id) return shelf;
      for (const { id, text, was } of left.notes)
        shelf.keep(
          was === null
            ? { kind: 'add', id, text, zone: null, triedText: null }
            : { kind: 'change', id, text, was, triedText: null },
        );
      device.forget();
      return shelf;
    },
    unfinishedOf,
    take(open) {
      const own = draftsName(participant);
      const names = [own, `typing.${own}`].flatMap((word) => unsentNames(storage, board, word));
      const taken = [...new Set(names)].flatMap((name) => {
        const { data: id } = privateRoundIdSchema.safeParse(name);
        if (id === undefined || id === open) return [];
        const round = rounds().find((one) => one.id === id) ?? { id, isAnonymous: true };
        return [{ round, notes: [...takeUnsent(id), ...takeTyped(id)] }];
      });
      const left = device.read();
      if (!left || left.round.id === open) return taken;
      device.forget();
      return [...taken, left];
    },
    takeTyped,
  };
}
