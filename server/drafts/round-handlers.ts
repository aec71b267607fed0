// The HTTP calls about a private round as a whole: what goes in before the others or after them, and what must go. Rules R151 to R153.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { isWritten } from '@commonboard/shared/board/notes/written-shape.ts';
import { roundZone } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { refuseTouch } from '../boards/refuse-touch.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import { touchedBy } from '../sync/gate/write-rule.ts';
import { lateName } from './board-drafts.ts';
import { type Asked, draftCallers, openRound, refused } from './draft-callers.ts';
import { addDraft } from './own-drafts.ts';

export function mountPrivateRounds(mount: Mount, parts: ServerParts): void {
  const { rooms } = parts;
  const { writing, leading } = draftCallers(parts);

  mount('showDrafts', async ({ caller, params: { id, round }, body: { participant } }) => {
    const found = await writing(caller, id);
    if (participant !== found.participant && !found.isLeading) throw refused('not-leading');
    const open = openRound(found);
    if (open.id !== round) throw refused('no-round');
    if (open.isAnonymous) throw refused('anonymous');
    const own = found.drafts.ownRoom(found.session, participant);
    if (!own) throw refused('no-round');
    await within(found.drafts.showOf(participant, open, own));
  });

  mount('handInLate', async ({ caller, params: { id, round }, body: { notes } }) => {
    const found = await writing(caller, id);
    const over = revealedRound(found, round);
    if (found.drafts.isSilenced(over, found.participant)) throw refused('silenced');
    // What is written now must not be seen by all while others write in private.
    if (found.session.openRound) throw new RequestRefused('locked');
    const letters = notes.reduce((sum, { text }) => sum + text.length, 0);
    const records = await rooms.open(id).use((room) => {
      const here = room.read(boardRecords);
      const zone = roundZone(here, over.zone);
      refuseTouch(room, caller, touchedBy({ makes: [round], ...(zone && { into: [zone.id] }) }), letters * 2);
      return here;
    });
    const late = found.drafts.lateRoom(over, found.participant);
    for (const { id: draft, text } of notes) {
      // It came before, and its answer was lost.
      if (draft !== undefined && found.drafts.isHandedIn(draft)) continue;
      const how = { id: draft, text, zone: over.zone, notesMax: limits.draftsPerPersonMax, records };
      if (!(await addDraft(late, found.participant, how))) throw refused('too-many');
    }
    // Where the name goes with it, nobody has to wait for others.
    if (!over.isAnonymous) await within(found.drafts.show(allOf(over), lateName(round), found.participant));
  });

  mount('putInLate', async ({ caller, params: { id, round } }) => {
    const found = await leading(caller, id);
    await within(found.drafts.show(allOf(revealedRound(found, round)), lateName(round), null));
  });

  mount('silence', async ({ caller, params: { id }, body: { note } }) => {
    const { drafts, participant } = await leading(caller, id);
    return rooms.open(id).use(async (room) => {
      // Notes that the server wrote for nobody: others are moved away by who may, under the rule of the moment.
      const isThere = room.read(boardRecords).some((record) => record.id === note && isWritten(record));
      if (!isThere) throw refused('no-draft');
      if (room.read((_, authors) => authors.creatorOf(note)) !== null) throw refused('has-maker');
      const isSilenced = drafts.silenceAuthorOf(note);
      await within(room.edit(participant, (doc) => recordMaps(doc).delete(note), { going: [note] }).stored);
      return { isSilenced };
    });
  });
}

/** Of what comes late nothing is chosen: all of it is put in. */
function allOf(round: PrivateRound): PrivateRound {
  return { ...round, best: null, notesMax: limits.draftsPerPersonMax };
}

function revealedRound({ session }: Asked, id: PrivateRoundId): PrivateRound {
  const round = session.rounds.find((one) => one.id === id);
  if (round?.stage !== 'revealed') throw refused('not-revealed');
  return round;
}
