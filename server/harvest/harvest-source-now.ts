// What a publication is made of, taken from the open board at one moment.
import * as Y from 'yjs';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import type { Standing } from '@commonboard/shared/protocol/access.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { zonesPageByPage } from '@commonboard/shared/session/zone-order.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import type { HarvestSource } from '../export/harvest-source.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/board-records.ts';

export interface HandedIn {
  pictures: readonly { zone: string; png: Uint8Array; bare: Uint8Array | null }[];
  /** Sentences: zones that have none, and why. */
  missing: readonly string[];
}

/** Who was never let in, or was sent away, could otherwise take any word out of what is published by choosing it as a name. */
function hasBeenHere(standing: Standing): boolean {
  return standing === 'in' || standing === 'look';
}

export async function harvestSourceNow(
  { rooms, sessions, votings, now }: Pick<ServerParts, 'rooms' | 'sessions' | 'votings' | 'now'>,
  { row, participants }: LiveBoard,
  edit: HarvestEdit,
  { pictures, missing }: HandedIn,
): Promise<HarvestSource> {
  const id: BoardId = row.id;
  const [session, voting] = await Promise.all([sessions.open(id), votings.open(id)]);
  const taken = await rooms.open(id).use((room) =>
    room.read((doc, authors) => {
      const { cards, notes, zones } = boardModel(boardRecords(doc), row);
      const makers: Record<string, ParticipantId> = {};
      for (const one of [...cards, ...notes]) {
        const maker = authors.creatorOf(one.id);
        if (maker !== null) makers[one.id] = maker;
      }
      return { state: Y.encodeStateAsUpdate(doc), makers, zones };
    }),
  );
  const makers = new Set(Object.values(taken.makers));
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
    missing: [...missing],
    state: taken.state,
    pngs: pictures.map(({ png }) => png),
    bare: pictures.flatMap(({ zone, bare }) => (bare === null ? [] : [zone])),
    barePngs: pictures.flatMap(({ bare }) => bare ?? []),
  };
}
