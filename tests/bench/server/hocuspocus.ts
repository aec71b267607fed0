// hocuspocus' own framing: the document's name stands before each message, and a token comes first.
import * as encoding from 'lib0/encoding';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import type { BenchBoard } from './board-content.ts';
import type { BenchRoom, Contender, Hear, Seat } from './contender.ts';
import { waitUntil } from './pace.ts';
import { startPeer } from './peers.ts';
import { RawSocket } from './raw-socket.ts';
import { YjsPen } from './yjs-pen.ts';
import { awarenessFrame, pointByAwareness } from './y-websocket.ts';

const types = { sync: 0, auth: 2, syncReply: 4 } as const;
let rooms = 0;

export const hocuspocus: Contender = {
  name: 'hocuspocus',
  start: async ({ stored = false } = {}) => {
    const server = await startPeer('hocuspocus', (dataDir): Record<string, string> =>
      stored ? { DATA_DIR: dataDir } : {},
    );
    return {
      server,
      room: async (board) => {
        const name = `room${++rooms}`;
        const url = `${server.origin.replace('http', 'ws')}/`;
        // A document that nobody has open is forgotten: who put it in stays until somebody comes.
        let filler = board ? await fill(url, name, board) : null;
        const room: BenchRoom = {
          enter: async (seat, hear) => {
            const entered = await enter(url, name, seat, hear);
            filler?.destroy();
            filler = null;
            return entered;
          },
        };
        return room;
      },
    };
  },
};

async function enter(url: string, name: string, seat: number, hear: Hear = () => undefined): Promise<Seat> {
  const pen = new YjsPen(seat);
  const headBytes = message(name, types.sync).length - 1;
  let board: Buffer | null = null;
  const socket = await RawSocket.connect(url, (frame, from) => {
    const type = frame[headBytes];
    if (type !== types.sync && type !== types.syncReply) return;
    if (frame[headBytes + 1] === syncTypes.step1)
      from.send(message(name, types.syncReply, syncTypes.step2, new Uint8Array([0, 0])));
    if (frame[headBytes + 1] === syncTypes.step2) board = Buffer.from(frame);
  });
  socket.send(message(name, types.auth, 0, 'token'));
  socket.send(message(name, types.sync, syncTypes.step1, new Uint8Array([0])));
  const arrived = await waitUntil(() => board !== null || !socket.open, 60_000);
  if (!arrived || !socket.open || board === null) throw new Error('The board did not arrive.');
  socket.hear = hear;
  let hasWritten = false;
  let points = 1;
  const show = (frame: Uint8Array): void => socket.send(Buffer.concat([message(name), frame]));
  show(awarenessFrame(pen.doc.clientID, 1, { user: { name: 'Asha' } }));
  return {
    socket,
    number: seat,
    board,
    edit: (marker, padding) => {
      if (!hasWritten) socket.send(message(name, types.sync, syncTypes.update, pen.first));
      hasWritten = true;
      socket.send(message(name, types.sync, syncTypes.update, pen.move(marker, padding)));
    },
    point: (x, y) => show(awarenessFrame(pen.doc.clientID, ++points, { user: { name: 'Asha' }, cursor: { x, y } })),
    cursorsIn: (frame) =>
      frame[headBytes] === messageTypes.awareness
        ? pointByAwareness.cursorsIn(frame.subarray(headBytes), pen.doc.clientID)
        : 0,
  };
}

async function fill(url: string, name: string, board: BenchBoard): Promise<RawSocket> {
  const first = await enter(url, name, 0xffe);
  first.socket.send(message(name, types.sync, syncTypes.update, board.update));
  for (;;) {
    const second = await enter(url, name, 0xffd);
    second.socket.destroy();
    if (second.board.length >= board.update.length) return first.socket;
  }
}

/** Numbers as varuints; texts and bytes with their length in front. */
function message(...parts: (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}
