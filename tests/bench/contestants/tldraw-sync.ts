// tldraw sync: its own room and clients, with sockets in memory. Messages are counted as the JSON text that they are sent as;
// every client is in the mode of a board with company, at its default 30 messages a second.
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { atom } from '@tldraw/state';
import type { SerializedStore } from '@tldraw/store';
import { TLSocketRoom, TLSyncClient, type TLPersistentClientSocket, type TLPresenceMode } from '@tldraw/sync-core';
import type { TLRecord, TLStore } from '@tldraw/tlschema';
import { bareStore } from '../../support/bare-store.ts';
import { countMerges, type Contestant, type Seat, type Stranger } from './contestant.ts';

type Room = TLSocketRoom<TLRecord>;
interface TypedMessage {
  type: string;
}
type Receive = (message: TypedMessage) => void;

export const tldrawSync: Contestant = {
  name: 'sync',
  open({ records, people, oneWayMs }) {
    const room = openRoom(records);
    const seats = Array.from({ length: people }, (_, i) => takeSeat(room, `person-${i}`, oneWayMs));
    return {
      seats,
      addStranger: () => makeStranger(room, seats[0]?.greeting() ?? ''),
      stop: () => {
        for (const seat of seats) seat.stop();
        room.close();
      },
    };
  },
};

export function openRoom(records: readonly TLRecord[]): Room {
  return new TLSocketRoom<TLRecord>({
    schema: boardSchema,
    initialSnapshot: {
      schema: boardSchema.serialize(),
      store: Object.fromEntries(records.map((record) => [record.id, record])) as SerializedStore<TLRecord>,
    },
    log: {},
  });
}

interface SyncSeat extends Seat {
  /** The message with which the client came. */
  greeting(): string;
  stop(): void;
}

function takeSeat(room: Room, id: string, oneWayMs: number | null): SyncSeat {
  const sent = { messages: 0, bytes: 0 };
  let greeting = '';
  const socket = connect(room, id, (oneWayMs ?? 0) / 2, (message, text) => {
    if (message.type === 'connect') greeting = text;
    if (message.type !== 'push') return;
    sent.messages++;
    sent.bytes += Buffer.byteLength(text);
  });
  const store = bareStore();
  const client = new TLSyncClient<TLRecord, TLStore>({
    store,
    socket,
    presence: atom('presence', null),
    presenceMode: atom<TLPresenceMode>('mode', 'full'),
    onLoad: () => undefined,
    onSyncError: (reason) => {
      throw new Error(`tldraw sync ended the session: ${reason}`);
    },
  });
  const merges = countMerges(store);
  return {
    store,
    sent,
    merges,
    edit: () => undefined,
    flush: () => store._flushHistory(),
    greeting: () => greeting,
    stop: () => client.close(),
  };
}

/** Not a client of tldraw's, which would hold its changes back: speaks to the room in a client's words. */
function makeStranger(room: Room, greeting: string): Stranger {
  const socket = connect(room, 'stranger', 0, () => undefined);
  socket.sendMessage(JSON.parse(greeting) as object);
  let clientClock = 0;
  return {
    move: (id, x) =>
      socket.sendMessage({ type: 'push', clientClock: clientClock++, diff: { [id]: ['patch', { x: ['put', x] }] } }),
  };
}

/** One socket in memory: half of the way to the room and half of the way back take `legMs` each. */
function connect(
  room: Room,
  sessionId: string,
  legMs: number,
  onSend: (message: TypedMessage, text: string) => void,
): TLPersistentClientSocket {
  let receive: Receive = () => undefined;
  room.handleSocketConnect({
    sessionId,
    socket: {
      readyState: 1,
      send: (text) => setTimeout(() => receive(JSON.parse(text) as TypedMessage), legMs),
      close: () => undefined,
    },
  });
  return {
    connectionStatus: 'online',
    sendMessage(message) {
      const text = JSON.stringify(message);
      onSend(message as TypedMessage, text);
      setTimeout(() => room.handleSocketMessage(sessionId, text), legMs);
    },
    onReceiveMessage(listener) {
      receive = listener;
      return () => (receive = () => undefined);
    },
    onStatusChange: () => () => undefined,
    restart: () => {
      throw new Error('tldraw sync wanted to connect anew; in memory nothing gets lost.');
    },
    close: () => undefined,
  };
}
