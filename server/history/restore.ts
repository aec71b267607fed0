// Restores a version in place: what the board is now is kept first, then the difference is written into the open document as one
// visible change. Nothing that others write meanwhile is lost, and restoring the version kept here takes it back. Rule R94.
import * as Y from 'yjs';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { restoreRecords } from '@commonboard/shared/board/history/restore-records.ts';
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Room } from '../sync/room.ts';
import type { Versions } from './versions.ts';

export interface Restored {
  /** Restoring this one takes it back. */
  before: VersionId;
  /** How many records read otherwise now. */
  changed: number;
  /** Resolves when all is durable. */
  stored: Promise<void>;
}

/** `snapshot`: of the version, Yjs V2. Throws where it cannot be read, and then nothing is changed. */
export async function restoreInPlace(
  room: Room,
  versions: Versions,
  participant: ParticipantId,
  snapshot: Uint8Array,
): Promise<Restored> {
  const wanted = versionRecords(snapshot);
  const watched = room.read((doc) => doc);
  let isSame = true;
  const changes = (): void => void (isSame = false);
  watched.on('update', changes);
  let before: VersionId;
  try {
    before = await versions.keepBefore(room.board, stateNow(room), participant);
  } finally {
    watched.off('update', changes);
  }
  isSame &&= room.read((doc) => doc) === watched;
  // In one turn with the restore, so that what was written while the disk was busy is in it too.
  const newer = isSame ? null : stateNow(room);
  const waits: Promise<void>[] = [];
  const changed = restoreRecords(
    () => room.read((doc) => readBoardRecords(doc).records),
    wanted,
    (change, going) => waits.push(room.edit(participant, change, { going, bringsBack: true }).stored),
  );
  if (newer) await versions.keepBefore(room.board, newer, participant, before);
  return { before, changed, stored: Promise.all(waits).then(() => undefined) };
}

function stateNow(room: Room): Uint8Array {
  return room.read((doc) => Y.encodeStateAsUpdateV2(doc));
}
