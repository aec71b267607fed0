// The HTTP calls of one's own drafts, of the open round and of cancelled ones. Rules R141 and R147.
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { leftOf } from '@commonboard/shared/drafts/draft-notes.ts';
import { roundZone } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { Mount } from '../http/mount.ts';
import { refuseTouch } from '../boards/refuse-touch.ts';
import { within } from '../http/within.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';
import { parentIn, touchedBy } from '../sync/gate/write-rule.ts';
import { type Asked, draftCallers, openRound, refused, there } from './draft-callers.ts';
import { findKept, keptDrafts } from './kept-drafts.ts';
import { addDraft, changeDraft, ownDrafts, removeDraft } from './own-drafts.ts';

export function mountDrafts(mount: Mount, parts: ServerParts): void {
  const { rooms } = parts;
  const { asked, writing } = draftCallers(parts);

  mount('drafts', async ({ caller, params: { id } }) => {
    const { drafts, session, participant } = await asked(caller, id);
    const { openRound: open } = session;
    const room = open && drafts.has(open.id, participant) ? drafts.ownRoom(session, participant) : null;
    return {
      ...drafts.counts(session.rounds),
      own: room ? await ownDrafts(room) : [],
      isSilenced: open !== null && drafts.isSilenced(open, participant),
      shown: open ? drafts.shown(open.id, participant) : 0,
      kept: await keptDrafts(drafts, session.rounds, participant),
    };
  });

  mount('addDraft', async ({ caller, params: { id }, body: { text, id: draft } }) => {
    const found = await writing(caller, id);
    const { drafts, participant } = found;
    const round = openRound(found);
    const { notesMax } = leftOf(round, drafts.shown(round.id, participant));
    const records = await rooms.open(id).use((room) => room.read(boardRecords));
    const added = await addDraft(roomOf(found), participant, { id: draft, text, zone: round.zone, notesMax, records });
    if (!added) throw refused('too-many');
    return added;
  });

  mount('changeDraft', async ({ caller, params: { id, draft }, body }) => {
    const found = await writing(caller, id);
    return there(await changeDraft(roomOf(found), found.participant, draft, body));
  });

  mount('removeDraft', async ({ caller, params: { id, draft } }) => {
    const found = await writing(caller, id);
    const { drafts, session, participant } = found;
    const open = drafts.ownRoom(session, participant);
    if (open && (await removeDraft(open, participant, draft))) return;
    const removal = drafts.putIn(async () => {
      const kept = there(await findKept(drafts, session.rounds, participant, draft));
      await removeDraft(kept.room, participant, draft);
    });
    await within(removal);
  });

  mount('putInKept', async ({ caller, params: { id, draft } }) => {
    const found = await writing(caller, id);
    const { drafts, session, participant } = found;
    const put = drafts.putIn(async () => {
      const kept = there(await findKept(drafts, session.rounds, participant, draft));
      return rooms.open(id).use(async (room) => {
        const records = room.read(boardRecords);
        const zone = roundZone(records, kept.round.zone)?.id;
        const record = there(newNoteRecord(records, { text: kept.text, ...(zone !== undefined && { zone }) }));
        refuseTouch(room, caller, touchedBy({ makes: [record.id], into: parentIn(record) }), kept.text.length * 2);
        await room.edit(participant, (doc) => putRecord(doc, record)).stored;
        await removeDraft(kept.room, participant, draft);
        return { id: record.id };
      });
    });
    await within(put);
    return put;
  });
}

function roomOf(found: Asked): Room {
  const open = openRound(found);
  if (found.drafts.isSilenced(open, found.participant)) throw refused('silenced');
  const room = found.drafts.ownRoom(found.session, found.participant);
  if (!room) throw refused('no-round');
  return room;
}
