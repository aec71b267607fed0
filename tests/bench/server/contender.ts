// Who takes part, and how each is spoken to: a server in its own process, a room on it, and a seat in the room that knows how an
// edit and a cursor look on that server's wire.
import type { ServerProcess } from '../../support/server-process.ts';
import type { BenchBoard } from './board-content.ts';
import type { RawSocket } from './raw-socket.ts';

export type ContenderName =
  | 'ours'
  | 'ours, memory'
  | 'ours, socket'
  | 'y-ws server'
  | 'y-ws 2'
  | 'hocuspocus'
  | 'tldraw sync';

export interface Contender {
  readonly name: ContenderName;
  /** `stored`: on the disk, where it can. */
  start(options?: { stored?: boolean }): Promise<RunningContender>;
}

export interface RunningContender {
  readonly server: ServerProcess;
  /** A room of its own that holds the board; null: nothing. */
  room: (board: BenchBoard | null) => Promise<BenchRoom>;
}

export interface BenchRoom {
  /** Resolves when the board has arrived. `hear` gets all frames after that. */
  enter(seat: number, hear?: Hear): Promise<Seat>;
  /** For one more person, who comes and goes in another process. Of those that are flooded. */
  door?: () => Promise<Door>;
}

/** What a socket is opened with. */
export interface Door {
  url: string;
  protocols: string[];
}

export type Hear = (frame: Buffer) => void;

export interface Seat {
  readonly socket: RawSocket;
  /** Who it is among the writers. */
  readonly number: number;
  /** As it came. */
  readonly board: Buffer;
  /** One step in the drag of a shape of its own; `padding`: letters that go with it. */
  edit(marker: string, padding?: string): void;
  point(x: number, y: number): void;
  /** How many cursors of others a frame holds. */
  cursorsIn(frame: Buffer): number;
}
