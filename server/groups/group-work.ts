// What the server does for groups on their board: makes their zones, and brings back what they made. Each is tried again until it is
// done, and done twice it is done once. Rules R171 and R174.
import * as Y from 'yjs';
import { writePiece } from '@commonboard/shared/board/history/restore-records.ts';
import { bringTogether, copyId, type CopyOf, emptyZones } from '@commonboard/shared/groups/bring-together.ts';
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { groupZones } from '@commonboard/shared/groups/group-zones.ts';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import type { Versions } from '../history/versions.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import { TurnsOfEach } from '../ops/turns.ts';
import type { Sessions } from '../session/sessions.ts';
import { type BoardRecords, boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';
import type { Rooms } from '../sync/rooms.ts';

type BoardRecord = BoardRecords[number];

export interface GroupWorkDeps {
  boards: LiveBoards;
  sessions: Pick<Sessions, 'open'>;
  rooms: Rooms;
  versions: Versions;
  log: Log;
}

export interface GroupWork {
  /** Of groups that are being made, or whose results are being brought back. */
  begin(board: BoardId, set: GroupSet): void;
  stop(): void;
}

export function createGroupWork({ boards, sessions, rooms, versions, log }: GroupWorkDeps): GroupWork {
  /** Board, groups and stage. */
  const underWay = new Set<string>();
  const turns = new TurnsOfEach<BoardId>();
  let isOver = false;

  async function work(board: BoardId, set: GroupSet): Promise<void> {
    const session = await sessions.open(board);
    // It may have ended while what came before was done.
    if (session.groups?.id !== set.id || session.groups.stage !== set.stage) return;
    if (set.stage === 'making') {
      const zones = await rooms.open(board).use((room) => makeZones(room, set));
      await session.groupsMade(set.id, zones);
    } else if (set.stage === 'ending') {
      await rooms.open(board).use((room) => clearAway(room, set));
      await session.groupsEnded(set.id);
    } else {
      const { before, stayed } = await rooms.open(board).use((room) => bringBack(room, versions, set));
      await session.groupsBrought(set.id, before, stayed);
    }
  }

  function begin(board: BoardId, set: GroupSet): void {
    const name = `${board} ${set.id} ${set.stage}`;
    if (underWay.has(name) || isOver) return;
    underWay.add(name);
    // Zones that are being made are there before those that are empty are looked for.
    turns
      .next(board, () => work(board, set))
      .finally(() => underWay.delete(name))
      .catch((error: unknown) => {
        if (isOver) return;
        log.error('zones of groups were not written', { board: boardTag(board), ...errorFields(error) });
        setTimeout(() => void again(board, set), limits.storageRetryMs).unref();
      });
  }

  /** Where the board is still there, and has not done it meanwhile. */
  async function again(board: BoardId, { id, stage }: GroupSet): Promise<void> {
    if (isOver || !(await boards.find(board).catch(() => null))) return;
    const { groups } = await sessions.open(board);
    if (groups?.id === id && groups.stage === stage) begin(board, groups);
  }

  return {
    begin,
    stop: () => {
      isOver = true;
    },
  };
}

async function makeZones(room: Room, set: GroupSet): Promise<ReadonlyMap<number, string>> {
  const records = room.read(boardRecords);
  const { shapes, zones } = groupZones(records, set);
  const own = new Set<string>(shapes.filter(isZone).map(({ id }) => id));
  // What was given with the zone is no more theirs than it was there.
  await room.write((doc) => put(doc, records, shapes, []), { makerOf: (id) => (own.has(id) ? set.by : null) });
  return zones;
}

async function clearAway(room: Room, set: GroupSet): Promise<void> {
  const records = room.read(boardRecords);
  const going = emptyZones(records, set);
  await room.write((doc) => put(doc, records, [], going), { makerOf: () => null });
}

/** Gives the version that is the board as it was, and how many things stayed where they were. */
async function bringBack(
  room: Room,
  versions: Versions,
  set: GroupSet,
): Promise<{ before: VersionId; stayed: number }> {
  const kept = stateOf(room);
  const before = await versions.keepBefore(room.board, kept, set.by);
  // What was written while the disk was busy is in it too. From here on nothing is waited for.
  const newer = stateOf(room);
  const records = room.read(boardRecords);
  const makerOf = (id: string) => room.read((_, authors) => authors.creatorOf(id));
  const { puts, going, sources, stayed } = bringTogether(records, set, freeCopyId(records, makerOf));
  const makers = new Map(puts.map(({ id }) => [id as string, makerOf(sources.get(id) ?? id)]));
  const stored = room.write((doc) => put(doc, records, puts, going), { makerOf: (id) => makers.get(id) ?? null });
  if (Buffer.compare(kept, newer) !== 0) await versions.keepBefore(room.board, newer, set.by, before);
  await stored;
  return { before, stayed };
}

/** A record that somebody else has made under the id of a copy keeps it: who made it could go on changing the copy. */
function freeCopyId(records: readonly BoardRecord[], makerOf: (id: string) => ParticipantId | null): CopyOf {
  const taken = new Set<string>(records.map(({ id }) => id));
  return (source) => {
    for (let tries = 0; ; tries++) {
      const id = copyId(source, tries);
      if (!taken.has(id) || makerOf(id) === makerOf(source)) return id;
    }
  };
}

function stateOf(room: Room): Uint8Array {
  return room.read((doc) => Y.encodeStateAsUpdateV2(doc));
}

function put(doc: Y.Doc, before: readonly BoardRecord[], puts: readonly BoardRecord[], going: readonly string[]): void {
  const old = new Map<string, BoardRecord>(before.map((record) => [record.id, record]));
  const now = new Map([...old, ...puts.map((record) => [record.id, record] as const)]);
  const added: Record<string, BoardRecord> = {};
  const updated: Record<string, [BoardRecord, BoardRecord]> = {};
  for (const record of puts) {
    const was = old.get(record.id);
    if (was) updated[record.id] = [was, record];
    else added[record.id] = record;
  }
  const removed = Object.fromEntries(going.flatMap((id) => old.get(id) ?? []).map((record) => [record.id, record]));
  writePiece(doc, { added, updated, removed }, (id) => now.get(id));
}
