// What a person wrote in rounds that were cancelled: their own, until they put it in or throw it away.
import type { KeptDraft } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Room } from '../sync/room.ts';
import type { BoardDrafts } from './board-drafts.ts';
import { draftNote, findDraft, ownDrafts } from './own-drafts.ts';

export async function keptDrafts(
  drafts: BoardDrafts,
  rounds: readonly PrivateRound[],
  participant: ParticipantId,
): Promise<KeptDraft[]> {
  const each = keptRounds(drafts, rounds, participant).map(async (round) => {
    const notes = await ownDrafts(drafts.keptRoom(round, participant));
    return notes.map((note) => ({ ...note, round: round.id }));
  });
  return (await Promise.all(each)).flat();
}

/** With the room that it is in; null where there is none of this id. */
export async function findKept(
  drafts: BoardDrafts,
  rounds: readonly PrivateRound[],
  participant: ParticipantId,
  id: string,
): Promise<{ round: PrivateRound; room: Room; text: string } | null> {
  for (const round of keptRounds(drafts, rounds, participant)) {
    const room = drafts.keptRoom(round, participant);
    const draft = await room.use(() => findDraft(room, id));
    if (draft) return { round, room, text: draftNote(draft).text };
  }
  return null;
}

function keptRounds(drafts: BoardDrafts, rounds: readonly PrivateRound[], participant: ParticipantId): PrivateRound[] {
  return rounds.filter(({ stage, id }) => stage === 'cancelled' && drafts.has(id, participant));
}
