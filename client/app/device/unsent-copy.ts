// A board that the server opens no more for this person: what only this device has of it, to be taken along.
import { readContent } from '../../sync/copy-content.ts';
import { findCopy, removeCopies, type CopyOwner } from '../../sync/copy-database.ts';
import { copyBoard, type BoardCopy } from './board-copy.ts';
import type { DeviceBoard } from './device-board.ts';

/**
 * Null where there is nothing to take along. `isShutOut`: no link that this device has opens the board; then nothing of it
 * stays here, but only where it is certain that the server had all of it.
 */
export async function takeUnsentCopy(
  { id, participantId, title }: DeviceBoard,
  isShutOut: boolean,
): Promise<BoardCopy | null> {
  if (participantId === undefined) return null;
  // Who may only look leaves nothing unsent.
  const { isSettled, copy } = await readUnsent({ id, participantId, mayEdit: true }, title);
  if (isSettled && isShutOut) await removeCopies(id, participantId);
  return copy;
}

/** `isSettled`: the server has had all of it, for certain. What cannot be read may be read another time. */
async function readUnsent(owner: CopyOwner, title: string): Promise<{ isSettled: boolean; copy: BoardCopy | null }> {
  const found = await findCopy(owner);
  if (found !== 'some') return { isSettled: found === 'none', copy: null };
  const content = await readContent(owner);
  if (!content) return { isSettled: false, copy: null };
  const { doc, isWhole, unsent } = content;
  const copy = unsent > 0 && isWhole ? copyBoard(doc, title, true) : null;
  doc.destroy();
  return { isSettled: unsent === 0 && isWhole, copy };
}
