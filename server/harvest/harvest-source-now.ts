// What a publication is made of, taken from the open board at one moment.
import * as Y from 'yjs';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { zoneDigests } from '@commonboard/shared/harvest/zone-digests.ts';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import type { Standing } from '@commonboard/shared/protocol/access.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { zonesPageByPage } from '@commonboard/shared/session/zone-order.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import type { HarvestSource } from '../export/harvest-source.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/document/board-records.ts';

export interface HandedIn {
  pictures: readonly { zone: string; shows: string; png: Uint8Array; bare: Uint8Array | null }[];
  /** Sentences: zones that have none, and why. */
  missing: readonly string[];
  withoutExamples: boolean;
}

/** Who was never let in, or was sent away, could otherwise take any word out of what is published by choosing it as a name. */
function hasBeenHere(standing: Standing): boolean {
  return standing === 'in' || standing === 'look';
}

export async function harvestSourceNow(
  { rooms, sessions, votings, now }: Pick<ServerParts, 'rooms' | 'sessions' | 'votings' | 'now'>,
  { row, participants }: LiveBoard,
  edit: HarvestEdit,
  { pictures: drawn, missing, withoutExamples }: HandedIn,
): Promise<HarvestSource> {
  const id: BoardId = row.id;
  const [session, voting] = await Promise.all([sessions.open(id), votings.open(id)]);
  const taken = await rooms.open(id).use((room) =>
    room.read((doc, authors) => {
      const records = boardRecords(doc);
      const { cards, notes, zones } = boardModel(records, row);
      const shownNow = zoneDigests(records);
      const makers: Record<string, ParticipantId> = {};
      for (const one of [...cards, ...notes]) {
        const maker = authors.creatorOf(one.id);
        if (maker !== null) makers[one.id] = maker;
      }
      // Of what was written meanwhile nobody has seen whether it may be shown.
      const pictures = drawn.filter(({ zone, shows }) => shownNow(zone) === shows);
      return { state: Y.encodeStateAsUpdate(doc), makers, zones, pictures };
    }),
  );
  const makers = new Set(Object.values(taken.makers));
  const { pictures } = taken;
  const isChosen = (zone: string): boolean => edit.zones === null || edit.zones.includes(zone);
  const changed = drawn.filter(({ zone }) => isChosen(zone) && pictures.every((one) => one.zone !== zone)).length;
  return {
    title: row.title,
    template: row.template,
    edit,
    now: now(),
    people: participants
      .filter(({ id: who, standing }) => hasBeenHere(standing) || makers.has(who))
      .map((person) => ({
        id: person.id,
        name: person.name,
        tookPart: person.standing === 'in' && person.role !== 'view',
      })),
    rounds: voting.rounds.filter(({ state }) => state === 'closed'),
    makers: taken.makers,
    order: zonesPageByPage(taken.zones, session).map((zone) => zone.id),
    pictures: pictures.map(({ zone }) => zone),
    missing: [
      ...missing,
      ...(changed > 0 ? [`Pictures of zones that were changed while they were drawn: ${changed}.`] : []),
    ],
    state: taken.state,
    pngs: pictures.map(({ png }) => png),
    bare: pictures.flatMap(({ zone, bare }) => (bare === null ? [] : [zone])),
    withoutExamples,
    barePngs: pictures.flatMap(({ bare }) => bare ?? []),
  };
}
