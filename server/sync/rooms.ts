// All boards in memory: each is loaded once however many come at the same time, and leaves when nobody needs it.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { atMost } from '../ops/at-most.ts';
import { Room, type RoomDeps } from './room.ts';
import { type Pulse, type Session, usualPulse } from './socket/session.ts';
import { type Steering, tellSession } from './steering.ts';

export interface Rooms {
  /** The room of a board that is known to exist. */
  open(board: BoardId): Room;
  /** Tells everybody on the board its title. */
  renamed(board: BoardId): void;
  /** Closes the sockets of who is out, and tells the others what they may do. */
  accessChanged(board: BoardId): void;
  /** Tells everybody on the board how its session stands. */
  sessionChanged(board: BoardId): void;
  /** Tells everybody on the board something of their own; null: nothing. */
  tell(board: BoardId, messageFor: Steering['news']): void;
  /** Who has a socket open. */
  connected(board: BoardId): ReadonlySet<ParticipantId>;
  isOpen(board: BoardId): boolean;
  /** Somebody who facilitates has a socket open. */
  isLed(board: BoardId): boolean;
  /** For a deleted board. */
  discard(board: BoardId): void;
  /** Sends everybody away and resolves when all is stored, or after `waitMsMax` with what could not be. */
  stop(waitMsMax: number): Promise<{ unsaved: number }>;
  readonly size: number;
  /** Each room that is open. */
  all(): Iterable<Room>;
}

export function createRooms(deps: RoomDeps, pulse: Pulse = usualPulse): Rooms {
  const rooms = new Map<BoardId, Room>();

  // One timer for all sockets.
  const beat = setInterval(() => {
    for (const room of rooms.values()) beatAll(room, pulse);
  }, pulse.beatMs);
  beat.unref();

  return {
    open(board) {
      const known = rooms.get(board);
      if (known) return known;
      const room = new Room(board, deps, () => {
        if (rooms.get(board) === room) rooms.delete(board);
      });
      rooms.set(board, room);
      return room;
    },
    renamed(board) {
      for (const session of rooms.get(board)?.sessions ?? []) session.sendBoard();
    },
    accessChanged(board) {
      const room = rooms.get(board);
      for (const session of room?.sessions ?? []) {
        if (session.role() === null) room?.sendAway(session);
        else session.sendBoard();
      }
    },
    sessionChanged: (board) => rooms.get(board)?.tellSession(),
    tell(board, messageFor) {
      for (const session of rooms.get(board)?.sessions ?? []) tellSession({ news: messageFor }, session);
    },
    connected(board) {
      const people = [...(rooms.get(board)?.sessions ?? [])].filter(({ grant }) => grant.kind !== 'screen');
      return new Set(people.map(({ grant }) => grant.participant.id));
    },
    isOpen: (board) => rooms.has(board),
    isLed: (board) => [...(rooms.get(board)?.sessions ?? [])].some((session) => session.role() === 'facilitate'),
    discard(board) {
      rooms.get(board)?.discard();
    },
    async stop(waitMsMax) {
      clearInterval(beat);
      const stopping = [...rooms.values()];
      const results = stopping.map((room) => room.stop());
      await atMost(Promise.all(results), waitMsMax);
      return { unsaved: rooms.size };
    },
    all: () => rooms.values(),
    get size() {
      return rooms.size;
    },
  };
}

/** Each session of a room is asked for a sign of life, or sent away where its right is gone. */
export function beatAll(room: Room, pulse: Pulse): void {
  for (const session of room.sessions) beatOne(room, session, pulse);
}

function beatOne(room: Room, session: Session, pulse: Pulse): void {
  if (session.role() === null) room.sendAway(session);
  else session.beat(pulse);
}
