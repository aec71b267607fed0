// The HTTP calls that bring back what was: a whole version, in place or beside, and single things. Rules R94 to R97.
import { bringBack } from '@commonboard/shared/board/history/bring-back.ts';
import {
  type Gone,
  goneByDeletion,
  goneSinceVersion,
  listThings,
} from '@commonboard/shared/board/history/gone-things.ts';
import { countChanges } from '@commonboard/shared/board/history/restore-records.ts';
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { copyBoard } from '../boards/copy.ts';
import { refuseStrangers, refuseTooMany } from '../boards/may-create.ts';
import { requestOrigin } from '../http/address.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';
import { parentIn, touchedBy } from '../sync/gate/write-rule.ts';
import { nameOf, openVersion } from './handlers.ts';
import { restoreInPlace } from './restore.ts';

export function mountRestoring(mount: Mount, parts: ServerParts): void {
  const { store, rooms, health, versions, config, now, contentLimit } = parts;
  const mountPaced = pacedMount(mount, contentLimit);

  mountPaced('restoreVersion', async ({ params, caller }) => {
    await refuseWhileNotSaving();
    const snapshot = await openVersion(store, params.id, params.version);
    return rooms.open(params.id).use(async (room) => {
      const { id } = caller.grant.participant;
      const { before, changed, stored } = await restoreInPlace(room, versions, id, snapshot);
      await within(stored);
      return { before, changed };
    });
  });

  mountPaced('copyVersion', async ({ params, caller, body, c }) => {
    refuseTooMany(parts, c);
    refuseStrangers(parts, c, body.createKey);
    const found = (await store.listVersions(params.id)).find(({ id }) => id === params.version);
    const records = versionRecords(await openVersion(store, params.id, params.version));
    const { row } = caller.grant.board;
    const title = titleAsOf(row.title, found?.at ?? now());
    return copyBoard(parts, requestOrigin(c, config), row, { title, records });
  });

  mountPaced('versionChanges', async ({ params, caller }) => {
    const snapshot = await openVersion(store, params.id, params.version);
    return rooms.open(params.id).use((room) => {
      const here = recordsOf(room);
      return {
        missing: listThings(goneSinceVersion(snapshot, idsOf(here)), (id) => mayBringBack(caller, room, id)),
        ...countChanges(versionRecords(snapshot), here),
      };
    });
  });

  mountPaced('bringBackFromVersion', async ({ params, caller, body }) => {
    await refuseWhileNotSaving();
    const snapshot = await openVersion(store, params.id, params.version);
    return rooms.open(params.id).use(async (room) => {
      refuseOthers(caller, room, body.ids);
      const gone = goneSinceVersion(snapshot, idsOf(recordsOf(room)));
      return bringBackInto(room, caller, body.ids, gone);
    });
  });

  mountPaced('deletedThings', async ({ params, caller }) => {
    const kept = await store.listDeleted(params.id);
    return rooms.open(params.id).use((room) => {
      const about = new Map(kept.map((deletion) => [deletion.record, deletion]));
      const things = listThings(goneByDeletion(recent(kept), idsOf(recordsOf(room))), (id) =>
        mayBringBack(caller, room, id),
      );
      return {
        things: things.map((thing) => {
          const { at, participant } = about.get(thing.id) ?? { at: 0, participant: null };
          return { ...thing, at: new Date(at).toISOString(), by: nameOf(caller.grant.board, participant) };
        }),
      };
    });
  });

  mountPaced('bringBack', async ({ params, caller, body }) => {
    await refuseWhileNotSaving();
    const kept = await store.listDeleted(params.id);
    return rooms.open(params.id).use(async (room) => {
      refuseOthers(caller, room, body.ids);
      const gone = goneByDeletion(recent(kept), idsOf(recordsOf(room)));
      return bringBackInto(room, caller, body.ids, gone);
    });
  });

  function recent<T extends { at: number }>(kept: readonly T[]): T[] {
    return kept.filter(({ at }) => at >= now() - limits.deletedKeptMs);
  }

  /** Asked before anything is changed, so that what is said to have failed has not half happened. */
  async function refuseWhileNotSaving(): Promise<void> {
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
  }
}

async function bringBackInto(
  room: Room,
  { role, grant }: Caller,
  ids: readonly string[],
  gone: Gone,
): Promise<{ brought: number }> {
  if (room.whyNot(touchedBy({ makes: ids, into: parentsOf(ids, gone) }), { role, participant: grant.participant.id }))
    throw new RequestRefused('forbidden', 'A facilitator has locked this. They can bring it back.');
  const waits: Promise<void>[] = [];
  const brought = bringBack(ids, gone, recordsOf(room), (change) => {
    waits.push(room.edit(grant.participant.id, change, { bringsBack: true }).stored);
  });
  await within(Promise.all(waits));
  return { brought };
}

function parentsOf(ids: readonly string[], gone: Gone): string[] {
  return ids.flatMap((id) => {
    const record = gone.get(id)?.record;
    return record ? parentIn(record) : [];
  });
}

function recordsOf(room: Room) {
  return room.read(boardRecords);
}

function idsOf(records: readonly { id: string }[]): Set<string> {
  return new Set(records.map(({ id }) => id));
}

/** Who facilitates may bring back anything; others what they made. */
function mayBringBack({ role, grant }: Caller, room: Room, id: string): boolean {
  return role === 'facilitate' || room.read((_, authors) => authors.creatorOf(id)) === grant.participant.id;
}

function refuseOthers(caller: Caller, room: Room, ids: readonly string[]): void {
  if (ids.every((id) => mayBringBack(caller, room, id))) return;
  throw new RequestRefused('made-by-others');
}

/** The date as everybody reads it; the time of day would be another one for each. */
function titleAsOf(title: string, at: number): string {
  const asOf = `, as of ${new Date(at).toISOString().slice(0, 10)}`;
  return (
    Array.from(title)
      .slice(0, limits.titleCharsMax - asOf.length)
      .join('') + asOf
  );
}
