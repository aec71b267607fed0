// Drafts in memory: a room for each person of a private round, on a bus of its own, so that nobody else is ever in it. Rules R140
// and R143.
import type * as Y from 'yjs';
import { draftsIn, type DraftShape, shownCount } from '@commonboard/shared/drafts/draft-notes.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { atMost } from '../ops/at-most.ts';
import { createLocalBus } from '../scale-out/local.ts';
import type { DraftKey, DraftStore } from '../storage/draft-store.ts';
import { Room, type RoomDeps } from '../sync/room.ts';
import { beatAll } from '../sync/rooms.ts';
import { type Pulse, usualPulse } from '../sync/socket/session.ts';
import { unsteered } from '../sync/steering.ts';
import { freeToWrite } from '../sync/gate/write-rule.ts';
import { DraftDocument, type KeptNotes } from './draft-document.ts';

interface HowOpened {
  /** Asked for with each change. */
  notesMax: () => number;
  /** What is stored is read after this. */
  after: () => Promise<unknown>;
}

export interface DraftRooms {
  open(board: BoardId, key: DraftKey, how: HowOpened): Room;
  /** Those of a round that are in memory. Null: not loaded yet. */
  read(board: BoardId, round: string, participant: ParticipantId | null): Map<ParticipantId, Written | null>;
  /** Sends everybody out of them; nothing more is stored. */
  close(board: BoardId, round: string, participant: ParticipantId | null): void;
  /** Closes the sockets of who is out. */
  accessChanged(board: BoardId): void;
  /** For a deleted board. */
  discard(board: BoardId): void;
  stop(waitMsMax: number): Promise<void>;
}

/** What somebody has in a round. */
export interface Written {
  drafts: DraftShape[];
  /** How many more are on the board already. */
  shown: number;
}

interface Opened extends DraftKey {
  room: Room;
  document: DraftDocument;
}

export interface DraftRoomsDeps extends Omit<RoomDeps, 'store' | 'bus' | 'steering' | 'left'> {
  store: DraftStore;
  pulse?: Pulse | undefined;
  counted: (board: BoardId, key: DraftKey, kept: KeptNotes) => void;
}

const overReason = 'the private round is over';

export function createDraftRooms({ store, pulse = usualPulse, counted, ...deps }: DraftRoomsDeps): DraftRooms {
  const boards = new Map<BoardId, Map<string, Opened>>();
  const beat = setInterval(() => {
    for (const { room } of all()) beatAll(room, pulse);
  }, pulse.beatMs);
  beat.unref();

  function* all(): Generator<Opened> {
    for (const rooms of boards.values()) yield* rooms.values();
  }

  function openOf(board: BoardId, round: string, participant: ParticipantId | null): Opened[] {
    return Array.from(boards.get(board)?.values() ?? []).filter(
      (one) => one.round === round && (participant === null || one.participant === participant),
    );
  }

  function gone(board: BoardId, name: string, room: Room): void {
    const rooms = boards.get(board);
    if (rooms?.get(name)?.room === room) rooms.delete(name);
    if (rooms?.size === 0) boards.delete(board);
  }

  return {
    open(board, key, { notesMax, after }) {
      const { round, participant } = key;
      const name = `${round} ${participant}`;
      const rooms = boards.get(board) ?? new Map<string, Opened>();
      boards.set(board, rooms);
      const known = rooms.get(name);
      if (known) return known.room;
      const document = new DraftDocument(key, { store, after, counted: (kept) => counted(board, key, kept) });
      const room: Room = new Room(
        board,
        {
          ...deps,
          store: document,
          bus: createLocalBus(),
          bytesMax: limits.draftBytesMax,
          storeWindowMs: limits.draftStoreWindowMs,
          steering: async () => ({ ...unsteered, rule: () => ({ ...freeToWrite, recordsMax: notesMax() }) }),
        },
        () => gone(board, name, room),
      );
      rooms.set(name, { round, participant, room, document });
      return room;
    },
    read: (board, round, participant) =>
      new Map(openOf(board, round, participant).map((one) => [one.participant, one.room.readNow(writtenIn)])),
    close(board, round, participant) {
      for (const { room, document } of openOf(board, round, participant)) {
        document.close();
        room.discard(overReason);
      }
    },
    accessChanged(board) {
      for (const { room } of boards.get(board)?.values() ?? [])
        for (const session of room.sessions) if (session.role() === null) room.sendAway(session);
    },
    discard(board) {
      for (const { room } of Array.from(boards.get(board)?.values() ?? [])) room.discard();
    },
    async stop(waitMsMax) {
      clearInterval(beat);
      await atMost(Promise.all(Array.from(all(), ({ room }) => room.stop())), waitMsMax);
    },
  };
}

function writtenIn(doc: Y.Doc): Written {
  return { drafts: draftsIn(doc), shown: shownCount(doc) };
}
