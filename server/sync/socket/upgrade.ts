// From an upgrade request to a session in a room. A refused token gets a socket that is closed with a code at once: an
// HTTP error would make y-websocket try for ever.
import { Writable } from 'node:stream';
import { upgradeWebSocket } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { type BoardId, boardIdSchema, secretSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import { socketPaths } from '@commonboard/shared/protocol/routes.ts';
import { type Grant, type Grants, isForBoard, noRight } from '../../access/grants.ts';
import type { Config } from '../../config.ts';
import { isOwnOrigin } from '../../http/address.ts';
import type { RateLimit } from '../../http/rate-limit.ts';
import { errorFields, type Log } from '../../ops/log.ts';
import { type Frame, parseFrame } from './frame.ts';
import { ReadingPace } from './reading-pace.ts';
import type { Room } from '../room.ts';
import type { Rooms } from '../rooms.ts';
import { closeWaitMs, closingFor, Session, type Socket } from './session.ts';
import { wireFrame, wireFrameBytesMax } from './wire-frame.ts';

export interface UpgradeDeps {
  config: Config;
  grants: Grants;
  rooms: Rooms;
  entryLimit: RateLimit;
  log: Log;
  ticks: () => number;
  drafts: DraftEntry;
}

/** The way to one's own private document. */
export interface DraftEntry {
  /** What gives its room at the moment of the handshake; null: there is none. Rejects where it cannot be read. */
  entryFor(grant: Grant): Promise<() => Room | null>;
}

interface Closing {
  code: number;
  reason: string;
  /** It would be back at once. */
  isSlow?: boolean;
}
type Admission = { grant: Grant } | { closing: Closing };

/** ws closes with this code by itself when a frame is larger than `maxPayload`. */
const tooLargeCode = 1009;

export function createSocketServer(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytesMax,
    // Compression per connection fragments memory in Node; the large first load can come compressed over HTTP instead.
    perMessageDeflate: false,
    // A browser sends a message in one piece; a proxy may cut it into some.
    maxFragments: 1_024,
    maxBufferedChunks: 64 * 1024,
    clientTracking: false,
    handleProtocols: (offered) => [subprotocols.full, subprotocols.plain].find((one) => offered.has(one)) ?? false,
  });
}

export function mountSockets(app: Hono, deps: UpgradeDeps): void {
  app.get(
    socketPaths.board,
    upgradeWebSocket(async (c) => {
      const admission = await admit(c, deps);
      const roomOf = ({ board }: Grant): Room => deps.rooms.open(board.row.id);
      return { onOpen: (_, { raw }) => start(asWebSocket(raw), admission, roomOf, deps) };
    }),
  );
  app.get(
    socketPaths.draft,
    upgradeWebSocket(async (c) => {
      const [admission, roomOf] = await draftEntry(await admit(c, deps), deps);
      return { onOpen: (_, { raw }) => start(asWebSocket(raw), admission, roomOf, deps) };
    }),
  );
}

async function draftEntry(admission: Admission, { drafts, log }: UpgradeDeps): Promise<[Admission, () => Room | null]> {
  if ('closing' in admission) return [admission, () => null];
  try {
    return [admission, await drafts.entryFor(admission.grant)];
  } catch (error) {
    log.error('drafts not opened', errorFields(error));
    return [unreadable, () => null];
  }
}

async function admit(c: Context, { config, grants, entryLimit, log }: UpgradeDeps): Promise<Admission> {
  if (!isOwnOrigin(c, config)) return refused(closeCodes.notAllowed, 'this page is from another address');
  const board = boardIdSchema.safeParse(c.req.param('id'));
  const token = offeredToken(c.req.header('sec-websocket-protocol'));
  if (token === null) return refused(closeCodes.badToken, 'no token');
  try {
    const grant = await grants.find(token);
    if (!board.success) return refused(closeCodes.badToken, 'not a token of this board');
    const admission = checked(grant, board.data);
    return 'grant' in admission && !entryLimit.take(visitorOf(admission.grant)) ? tooMany : admission;
  } catch (error) {
    log.error('token not looked up', errorFields(error));
    return unreadable;
  }
}

/** A screen in the room is not the person who has opened it. */
function visitorOf({ kind, participant }: Grant): string {
  return `${kind} ${participant.id}`;
}

const unreadable = refused(closeCodes.tryLater, 'the server cannot read its data just now');
const tooMany: Admission = { closing: { code: closeCodes.tryLater, reason: 'too many connections', isSlow: true } };

function checked(grant: Grant | null, board: BoardId): Admission {
  if (!grant || grant.kind === 'files' || !isForBoard(grant, board)) {
    return refused(closeCodes.badToken, 'not a token of this board');
  }
  const why = noRight(grant);
  return why === null ? { grant } : { closing: closingFor(why) };
}

function refused(code: number, reason: string): Admission {
  return { closing: { code, reason } };
}

function offeredToken(header: string | undefined): string | null {
  const offered = (header ?? '').split(',').map((part) => part.trim());
  const auth = offered.find((part) => part.startsWith(subprotocols.authPrefix));
  const token = secretSchema.safeParse(auth?.slice(subprotocols.authPrefix.length));
  return token.success ? token.data : null;
}

/** Runs as soon as the handshake is done, before the first frame is read. */
function start(ws: WebSocket, admission: Admission, roomOf: (grant: Grant) => Room | null, deps: UpgradeDeps): void {
  // Without a listener a broken connection would end the process.
  ws.on('error', () => undefined);
  if ('closing' in admission) {
    turnAway(ws, admission.closing);
    return;
  }
  const room = roomOf(admission.grant);
  if (room) serve(ws, admission.grant, room, deps);
  else turnAway(ws, { code: closeCodes.gone, reason: 'there is no private round' });
}

function serve(ws: WebSocket, grant: Grant, room: Room, { entryLimit, log, ticks }: UpgradeDeps): void {
  const pace = new ReadingPace(ws, ticks);
  const onUnreadable = (): void => {
    pace.stop();
    entryLimit.charge(visitorOf(grant), limits.entriesForUnreadable);
  };
  const session = new Session(socketOf(ws, onUnreadable), grant, ws.protocol === subprotocols.full, ticks);
  // What is no WebSocket frame is closed by ws itself.
  ws.on('error', (error) => {
    if (isBroken(error)) onUnreadable();
  });
  room.enter(session);
  // It may have been taken away while the handshake was under way.
  if (session.role() === null) session.revoked();
  ws.on('pong', () => session.heard());
  ws.on('close', () => {
    session.ended();
    pace.stop();
    room.leave(session);
  });
  ws.on('message', (data, isBinary) => {
    if (!session.open) return;
    session.heard();
    const bytes = bytesOf(data);
    const frame = isBinary ? parseFrame(bytes) : null;
    if (!frame) {
      log.warn('frame not readable', { bytes: bytes.length, text: !isBinary });
      session.close(closeCodes.badFrame, isBinary ? 'this frame cannot be read' : 'text frames are not understood');
      return;
    }
    // A viewer's answer to step 1 may name every deletion of a large board.
    if (session.role() === 'view' && frame.kind !== 'step2' && bytes.length > limits.viewerFrameBytesMax) {
      session.close(tooLargeCode, 'this frame is too large');
      return;
    }
    pace.take(frame.kind, bytes.length, () => handle(frame));
  });

  function handle(frame: Frame): void {
    try {
      if (session.open) room.receive(session, frame);
    } catch (error) {
      // A mistake of ours that this frame has found must not end the server for all boards.
      log.error('frame not handled', { kind: frame.kind, ...errorFields(error) });
      session.close(closeCodes.failed, 'this frame could not be handled');
    }
  }
}

/** Its sender could be back a millisecond later, again and again, and everybody else would notice; many, all at once. */
function closeSlowly(ws: WebSocket, code: number, reason: string): void {
  ws.pause();
  setTimeout(
    () => {
      ws.resume();
      ws.close(code, reason);
    },
    limits.unreadableWaitMs * (1 + Math.random()),
  ).unref();
}

/** It has sent what is no frame; one that is only too large is another matter. */
function isBroken(error: Error & { code?: unknown }): boolean {
  const { code } = error;
  return typeof code === 'string' && code.startsWith('WS_ERR_') && code !== 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
}

function turnAway(ws: WebSocket, { code, reason, isSlow }: Closing): void {
  if (isSlow) closeSlowly(ws, code, reason);
  else ws.close(code, reason);
  const ending = setTimeout(() => ws.terminate(), closeWaitMs).unref();
  ws.once('close', () => clearTimeout(ending));
}

function socketOf(ws: WebSocket, onUnreadable: () => void): Socket {
  return {
    send: (bytes) => {
      const connection = bytes.length <= wireFrameBytesMax ? connectionOf(ws) : null;
      if (connection && ws.readyState === ws.OPEN) connection.write(wireFrame(bytes));
      else ws.send(bytes);
    },
    ping: () => ws.ping(),
    close: (code, reason) => {
      if (code !== closeCodes.badFrame) {
        ws.close(code, reason);
        return;
      }
      onUnreadable();
      closeSlowly(ws, code, reason);
    },
    terminate: () => ws.terminate(),
    get backlogBytes() {
      return ws.bufferedAmount;
    },
    together: (send) => {
      const connection = connectionOf(ws);
      connection?.cork();
      try {
        send();
      } finally {
        connection?.uncork();
      }
    },
  };
}

/** What `ws` writes to, while it is open. It has no name for it that is public. */
function connectionOf(ws: WebSocket): Writable | null {
  const connection: unknown = Reflect.get(ws, '_socket');
  return connection instanceof Writable ? connection : null;
}

/** The adapter hands out the socket of the server it was given, which is ours. */
function asWebSocket(raw: unknown): WebSocket {
  return raw as WebSocket;
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
