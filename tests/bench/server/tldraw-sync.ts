// tldraw sync's JSON protocol: connect, push a patch of a record, push presence.
import { createTLSchema } from '@tldraw/tlschema';
import type { Contender, Hear, Seat } from './contender.ts';
import { waitUntil } from './pace.ts';
import { startPeer } from './peers.ts';
import { RawSocket } from './raw-socket.ts';

const schema = createTLSchema().serialize();
/** Of sync-core 5.4. */
const tldrawProtocolVersion = 8;
let rooms = 0;

export const tldrawSync: Contender = {
  name: 'tldraw sync',
  start: async () => {
    const server = await startPeer('tldraw-sync', () => ({}));
    return {
      server,
      room: (board) => {
        const query = board ? `?records=${encodeURIComponent(board.recordsFile)}` : '';
        const url = `${server.origin.replace('http', 'ws')}/room${++rooms}${query}`;
        return Promise.resolve({ enter: (seat: number, hear?: Hear) => enter(url, seat, hear) });
      },
    };
  },
};

async function enter(url: string, seat: number, hear: Hear = () => undefined): Promise<Seat> {
  const pieces: Buffer[] = [];
  let isThere = false;
  const socket = await RawSocket.connect(url, (frame) => {
    pieces.push(Buffer.from(frame));
    // A long message comes in pieces, of which the last begins with 0_.
    const isPiece = /^\d+_/.exec(frame.toString('latin1', 0, 8))?.[0];
    if (isPiece === undefined ? frame.includes('"type":"connect"') : isPiece === '0_') isThere = true;
  });
  const send = (message: object): void => socket.send(JSON.stringify(message));
  send({
    type: 'connect',
    connectRequestId: `c${seat}`,
    lastServerClock: 0,
    protocolVersion: tldrawProtocolVersion,
    schema,
  });
  const arrived = await waitUntil(() => isThere || !socket.open, 60_000);
  if (!arrived || !socket.open) throw new Error('The board did not arrive.');
  socket.hear = hear;
  const shape = `shape:w${seat}`;
  let clientClock = 0;
  let hasWritten = false;
  let isShown = false;
  return {
    socket,
    number: seat,
    board: Buffer.concat(pieces),
    edit: (marker, padding) => {
      const meta = padding === undefined ? { m: marker } : { m: marker, padding };
      const x = (clientClock * 1.25) % 4_000;
      if (!hasWritten)
        send({ type: 'push', clientClock: clientClock++, diff: { [shape]: ['put', shapeRecord(shape)] } });
      hasWritten = true;
      const changes = Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, ['put', value]]));
      const patch = { x: ['put', x], y: ['put', 100 + x / 2], meta: ['patch', changes] };
      send({ type: 'push', clientClock: clientClock++, diff: { [shape]: ['patch', patch] } });
    },
    point: (x, y) => {
      const cursor = { x, y, type: 'default', rotation: 0 };
      send({
        type: 'push',
        clientClock: clientClock++,
        presence: isShown ? ['patch', { cursor: ['put', cursor] }] : ['put', presenceRecord(seat, cursor)],
      });
      isShown = true;
    },
    cursorsIn: (frame) => {
      let count = 0;
      for (let at = frame.indexOf('"cursor"'); at >= 0; at = frame.indexOf('"cursor"', at + 8)) count++;
      return count;
    },
  };
}

function shapeRecord(id: string): object {
  return {
    id,
    typeName: 'shape',
    type: 'geo',
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      geo: 'rectangle',
      dash: 'draw',
      url: '',
      w: 100,
      h: 100,
      growY: 0,
      flipX: false,
      flipY: false,
      scale: 1,
      labelColor: 'black',
      color: 'black',
      fill: 'none',
      size: 'm',
      font: 'draw',
      align: 'middle',
      verticalAlign: 'middle',
      richText: { type: 'doc', content: [{ type: 'paragraph' }] },
    },
  };
}

function presenceRecord(seat: number, cursor: object): object {
  return {
    id: `instance_presence:p${seat}`,
    typeName: 'instance_presence',
    userId: `user:u${seat}`,
    userName: 'Asha',
    lastActivityTimestamp: 0,
    color: '#FF0000',
    camera: { x: 0, y: 0, z: 1 },
    selectedShapeIds: [],
    currentPageId: 'page:page',
    brush: null,
    scribbles: [],
    screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
    followingUserId: null,
    cursor,
    chatMessage: '',
    meta: {},
  };
}
