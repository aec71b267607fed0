// Ours: server/main.ts with SQLite in a folder of its own, spoken to as our page does - a place in the room by HTTP, the board's
// state compressed by HTTP, then the socket from there.
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { messageTypes, subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import { encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import { repositoryRoot } from '../../support/repository.ts';
import { startServer, type ServerProcess } from '../../support/server-process.ts';
import { call } from '../../support/test-server.ts';
import type { BenchRoom, Contender, Hear, RunningContender, Seat } from './contender.ts';
import { startScript } from './peers.ts';
import { awarenessFrame, enterYjs, type EnterYjs, fill, type Pointing } from './y-websocket.ts';

export const ours: Contender = {
  name: 'ours',
  start: async () => running(await startServer({ TRUST_PROXY: '1' }), true),
};
/** The same with a plain socket only, as y-websocket would use it. */
export const oursBySocket: Contender = {
  name: 'ours, socket',
  start: async () => running(await startServer({ TRUST_PROXY: '1' }), false),
};
/** The same without a disk. */
export const oursInMemory: Contender = {
  name: 'ours, memory',
  start: async () =>
    running(await startScript(`${import.meta.dirname}/ours-in-memory.ts`, repositoryRoot, () => ({})), true),
};

let visitors = 0;

function running(server: ServerProcess, isByHttp: boolean): RunningContender {
  return {
    server,
    room: async (board) => {
      const room = await makeRoom(server, isByHttp);
      if (board) await fill(room, board);
      return room;
    },
  };
}

export interface OursRoom extends BenchRoom {
  readonly board: CreatedBoard;
  join(): Promise<Joined>;
  enterWith(token: string, seat: number, hear?: Hear, holds?: EnterYjs['holds']): Promise<Seat>;
}

export async function makeRoom(server: ServerProcess, isByHttp: boolean): Promise<OursRoom> {
  const board = (await post(server, '/api/boards', {})) as CreatedBoard;
  const url = `${server.origin.replace('http', 'ws')}/sync/${board.id}`;
  const join = async (): Promise<Joined> =>
    (await post(server, `/api/boards/${board.id}/join`, { key: board.keys.edit })) as Joined;
  const enterWith: OursRoom['enterWith'] = (token, seat, hear, holds) =>
    enterYjs({
      url,
      seat,
      hear,
      protocols: protocolsOf(token),
      ...(holds ? { holds } : {}),
      pointing: pointByMessage67,
    });
  return {
    board,
    join,
    enterWith,
    door: async () => {
      const { token } = await join();
      return { url, protocols: protocolsOf(token) };
    },
    enter: async (seat, hear) => {
      const { token } = await join();
      if (!isByHttp) return enterWith(token, seat, hear);
      const packed = await fetchState(server, board, token);
      const holds = unpack(packed);
      const entered = await enterWith(token, seat, hear, holds);
      return { ...entered, board: Buffer.concat([holds.update, entered.board]) };
    },
  };
}

function protocolsOf(token: string): string[] {
  return [subprotocols.full, `${subprotocols.authPrefix}${token}`];
}

let last: { packed: Buffer; holds: Required<EnterYjs>['holds'] } | null = null;

/** A page applies the update; here the bytes of the last one are known again. */
function unpack(packed: Buffer): Required<EnterYjs>['holds'] {
  if (!last?.packed.equals(packed)) {
    const update = gunzipSync(packed);
    last = { packed, holds: { update, stateVector: Y.encodeStateVectorFromUpdate(update) } };
  }
  return last.holds;
}

/** Not by fetch, which unpacks by itself. */
function fetchState(server: ServerProcess, board: CreatedBoard, token: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    const request = get(`${server.origin}/api/boards/${board.id}/state`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`state: ${response.statusCode}`)),
      );
    });
    request.once('error', reject);
  });
}

/** Each visitor from an address of its own: a bench is more than one network may ask for. */
async function post(server: ServerProcess, path: string, json: object): Promise<unknown> {
  visitors++;
  const headers = { 'x-forwarded-for': `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}` };
  const { status, body } = await call(server.origin, 'POST', path, { json, headers });
  if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const view = { x: 0, y: 0, zoom: 1, width: 1_440, height: 900 };

export const pointByMessage67: Pointing = {
  greet: ({ doc }) => [awarenessFrame(doc.clientID, 1, { page: 'page:page' })],
  point: (_, x, y) => encodeHotUp(encodeHotBody({ cursor: { x, y }, view, brush: null, laser: [], caret: null })),
  cursorsIn: (frame) => {
    if (frame[0] !== messageTypes.presence) return 0;
    return decoding.readVarUint(decoding.createDecoder(frame.subarray(1)));
  },
};
