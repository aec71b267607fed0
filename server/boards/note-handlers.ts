// Notes that are written without a canvas: made, changed and removed through the room, under the rule of the moment as on the
// canvas, and answered when they are on the disk. Rules R163 to R166.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { isWritten } from '@commonboard/shared/board/notes/written-shape.ts';
import { bindingsOf, changeWords } from '@commonboard/shared/board/notes/written-note.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import type { RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';
import type { ServerParts } from '../server-parts.ts';
import { type BoardRecords, boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';
import { parentIn, touchedBy } from '../sync/gate/write-rule.ts';
import { refuseTouch } from './refuse-touch.ts';

type BoardRecord = BoardRecords[number];

/** What a note takes beside its letters. */
const noteBytes = 600;

export function mountNotes(mount: Mount, { rooms, sessions, health, outlines, contentLimit }: ServerParts): void {
  const mountPaced = pacedMount(mount, contentLimit);

  mountPaced('addNote', async ({ params, caller, body }) => {
    await refuseWhileNotSaving();
    const { id: participant } = caller.grant.participant;
    const session = await sessions.open(params.id);
    return rooms.open(params.id).use(async (room) => {
      const known = body.id === undefined ? null : knownNote(room, caller, body.id);
      if (known) {
        // What was sent before may not be durable yet.
        await within(room.edit(participant, () => undefined).stored);
        return known;
      }
      // People write in private: what comes from who has not heard of it yet must not be seen by all.
      if (session.openRound && !session.isLedBy(caller.role, participant)) throw new RequestRefused('locked');
      const record = noteOf(room, body);
      refuseTouch(
        room,
        caller,
        touchedBy({ makes: [record.id], into: parentIn(record) }),
        noteBytes + body.text.length * 2,
      );
      await write(room, caller, () =>
        putRecord(
          room.read((doc) => doc),
          record,
        ),
      );
      return { id: record.id, isThere: true };
    });
  });

  mountPaced('changeNote', async ({ params, caller, body }) => {
    await refuseWhileNotSaving();
    return rooms.open(params.id).use(async (room) => {
      const record = ownNote(room, caller, params.note);
      if (!record) throw new RequestRefused('note-gone');
      refuseTouch(room, caller, touchedBy({ changes: [record.id] }), body.text.length * 2);
      await write(room, caller, () =>
        changeWords(
          room.read((doc) => doc),
          record.id,
          body,
        ),
      );
      return { id: record.id };
    });
  });

  mountPaced('removeNote', async ({ params, caller }) => {
    await refuseWhileNotSaving();
    await rooms.open(params.id).use(async (room) => {
      const record = ownNote(room, caller, params.note);
      if (!record) return;
      refuseTouch(room, caller, touchedBy({ deletes: [record.id] }));
      // An arrow that was tied to it stays where it points, as on the canvas.
      const going = [record.id, ...bindingsOf(room.read(boardRecords), record.id)];
      const maps = room.read(recordMaps);
      await write(room, caller, () => going.forEach((id) => maps.delete(id)), going);
    });
  });

  /** Asked before anything is changed, so that what is said to have failed has not half happened. */
  async function refuseWhileNotSaving(): Promise<void> {
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
  }

  async function write(room: Room, caller: Caller, change: () => void, going: string[] = []): Promise<void> {
    const { stored } = room.edit(caller.grant.participant.id, change, { going });
    room.read(outlines.changed);
    await within(stored);
  }
}

/** Where the same note has come before. */
function knownNote(room: Room, { grant }: Caller, id: string): { id: string; isThere: boolean } | null {
  return room.read((doc, authors) => {
    const maker = authors.creatorOf(id);
    const isThere = recordMaps(doc).has(id);
    if (maker === null && !isThere) return null;
    if (maker !== grant.participant.id) throw new RequestRefused('others-note');
    // Somebody has removed it since: it does not come back because an answer was lost.
    return { id, isThere };
  });
}

function noteOf(room: Room, note: RouteBody<'addNote'>): BoardRecord {
  const record = newNoteRecord(room.read(boardRecords), note);
  if (!record) throw new RequestRefused('no-zone');
  return record;
}

/** Null where it is not there any more, or was never there. */
function ownNote(room: Room, { grant }: Caller, id: string): BoardRecord | null {
  const record = room.read(boardRecords).find((one) => one.id === id);
  if (!record) return null;
  const maker = room.read((_, authors) => authors.creatorOf(id));
  if (!isWritten(record) || maker !== grant.participant.id) throw new RequestRefused('others-note');
  return record;
}
