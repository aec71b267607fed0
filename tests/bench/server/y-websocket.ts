// The y-websocket protocol from a client's side, and the two published servers that speak it.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import type { BenchBoard } from './board-content.ts';
import type { BenchRoom, Contender, Hear, RunningContender, Seat } from './contender.ts';
import { startPeer, type PeerScript } from './peers.ts';
import { RawSocket } from './raw-socket.ts';
import { rest, waitUntil } from './pace.ts';
import { YjsPen } from './yjs-pen.ts';

const nothingKnown = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);
let rooms = 0;

export const yWebsocketServer = peer('y-ws server', 'y-websocket-server');
export const yWebsocket2 = peer('y-ws 2', 'y-websocket-2');

function peer(name: Contender['name'], script: PeerScript): Contender {
  return {
    name,
    start: async ({ stored = false } = {}) => {
      const server = await startPeer(script, (dataDir): Record<string, string> =>
        stored ? { YPERSISTENCE: dataDir } : {},
      );
      const running: RunningContender = {
        server,
        room: async (board) => {
          const url = `${server.origin.replace('http', 'ws')}/room${++rooms}`;
          const room: BenchRoom = {
            enter: (seat, hear) => enterYjs({ url, seat, hear, pointing: pointByAwareness }),
            door: () => Promise.resolve({ url, protocols: [] }),
          };
          if (board) await fill(room, board);
          return room;
        },
      };
      return running;
    },
  };
}

export interface EnterYjs {
  url: string;
  seat: number;
  hear?: Hear | undefined;
  protocols?: readonly string[];
  /** What it has already, and knows to be newer than an empty server. */
  holds?: Pick<BenchBoard, 'stateVector' | 'update'>;
  pointing: Pointing;
}

export interface Pointing {
  /** Frames that go out once the board is there. */
  greet(pen: YjsPen): Uint8Array[];
  point(pen: YjsPen, x: number, y: number, count: number): Uint8Array;
  cursorsIn(frame: Buffer, clientId: number): number;
}

export async function enterYjs({ url, seat, hear, protocols, holds, pointing }: EnterYjs): Promise<Seat> {
  const pen = new YjsPen(seat);
  let board: Buffer | null = null;
  const socket = await RawSocket.connect(
    url,
    (frame, from) => {
      if (frame[0] !== messageTypes.sync) return;
      if (frame[1] === syncTypes.step1)
        from.send(encodeSyncFrame('step2', holds && knowsNothing(frame) ? holds.update : emptyUpdate));
      if (frame[1] === syncTypes.step2) board = Buffer.from(frame);
    },
    protocols ? { protocols } : {},
  );
  socket.send(encodeSyncFrame('step1', holds?.stateVector ?? nothingKnown));
  const arrived = await waitUntil(() => board !== null || !socket.open, 60_000);
  if (!arrived || !socket.open || board === null) throw new Error('The board did not arrive.');
  socket.hear = hear ?? ignore;
  let hasWritten = false;
  let points = 0;
  for (const frame of pointing.greet(pen)) socket.send(frame);
  return {
    socket,
    number: seat,
    board,
    edit: (marker, padding) => {
      if (!hasWritten) socket.send(encodeSyncFrame('update', pen.first));
      hasWritten = true;
      socket.send(encodeSyncFrame('update', pen.move(marker, padding)));
    },
    point: (x, y) => socket.send(pointing.point(pen, x, y, ++points)),
    cursorsIn: (frame) => pointing.cursorsIn(frame, pen.doc.clientID),
  };
}

/** A step 1 with an empty state vector. */
function knowsNothing(step1: Buffer): boolean {
  return step1.length === 4 && step1[3] === 0;
}

const fillTriesMax = 200;
const fillRestMs = 50;

/** One puts the board in; the room is there when a second finds it. */
export async function fill(room: BenchRoom, board: BenchBoard): Promise<void> {
  const first = await room.enter(0xffe);
  for (const piece of board.pieces) first.socket.send(encodeSyncFrame('update', piece));
  for (let tries = 0; ; tries++) {
    const second = await room.enter(0xffd);
    second.socket.destroy();
    if (second.board.length >= board.update.length) break;
    if (tries === fillTriesMax) throw new Error('The server does not take the board that the bench begins with.');
    await rest(fillRestMs);
  }
  first.socket.destroy();
}

export const pointByAwareness: Pointing = {
  greet: ({ doc }) => [awarenessFrame(doc.clientID, 1, { user: { name: 'Asha' } })],
  point: ({ doc }, x, y, count) =>
    awarenessFrame(doc.clientID, count + 1, { user: { name: 'Asha' }, cursor: { x, y } }),
  cursorsIn: (frame, clientId) => {
    if (frame[0] !== messageTypes.awareness) return 0;
    const decoder = decoding.createDecoder(frame.subarray(1));
    const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    let others = 0;
    for (let left = decoding.readVarUint(body); left > 0; left--) {
      if (decoding.readVarUint(body) !== clientId) others++;
      decoding.readVarUint(body);
      decoding.readVarUint8Array(body);
    }
    return others;
  },
};

export function awarenessFrame(clientId: number, clock: number, state: object): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, 1);
  encoding.writeVarUint(body, clientId);
  encoding.writeVarUint(body, clock);
  encoding.writeVarString(body, JSON.stringify(state));
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageTypes.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

function ignore(): void {
  // Nobody listens yet.
}
