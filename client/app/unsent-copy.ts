// A board that the server opens no more for this person: what only this device has of it, to be taken along.
import { openOfflineCopy } from '../sync/offline-copy.ts';
import { hasCopy, removeCopies } from '../sync/copy-database.ts';
import { copyBoard, type BoardCopy } from './board-copy.ts';
import type { DeviceBoard } from './device-board.ts';

/** Null where the server had all of it: then nothing of the board stays on this device. */
export async function takeUnsentCopy({ id, participantId, title }: DeviceBoard): Promise<BoardCopy | null> {
  if (participantId === undefined) return null;
  // Who may only look leaves nothing unsent.
  const owner = { id, participantId, mayEdit: true };
  const unsent = (await hasCopy(owner)) ? await readUnsent(owner, title) : null;
  if (!unsent) await removeCopies(id, participantId);
  return unsent;
}

async function readUnsent(owner: Parameters<typeof openOfflineCopy>[0], title: string): Promise<BoardCopy | null> {
  const copy = await openOfflineCopy(owner);
  const unsent = copy.unsentBefore > 0 && copy.isWhole ? copyBoard(copy.doc, title, true) : null;
  copy.stop();
  return unsent;
}
