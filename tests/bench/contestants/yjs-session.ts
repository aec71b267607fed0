// People at one board through Yjs documents. How records stand in a document is the contestant's own matter.
import type { TLRecord, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { bareStore } from '../../support/bare-store.ts';
import { countMerges, type BoardSession, type Seat, type SessionOptions, type Stranger } from './contestant.ts';

/** A store bound to a document. */
export interface BoundStore {
  edit: (id: TLShapeId | null) => void;
  flush: () => void;
  stop: () => void;
}

export interface YjsLayout {
  /** The first content of a new board. */
  seed(doc: Y.Doc, records: readonly TLRecord[]): void;
  /** Joins a board that has arrived. */
  bind(doc: Y.Doc, store: TLStore): BoundStore;
}

export interface YjsSeat extends Seat {
  readonly doc: Y.Doc;
  stop: () => void;
}

const network = Symbol('network');
// Ids of Yjs clients are random numbers of 32 bits; most take five bytes.
const firstClientId = 3_000_000_001;

export function openYjsSession(layout: YjsLayout, { records, people, oneWayMs }: SessionOptions): BoardSession {
  const seats = takeSeats(layout, records, people);
  if (oneWayMs !== null) for (const seat of seats) deliver(seat, seats, oneWayMs);
  return {
    seats,
    addStranger: () => {
      const stranger = takeSeat(layout, stateOf(seats), firstClientId + people * 7_919);
      exchange([...seats, stranger]);
      return makeStranger(stranger, seats);
    },
    stop: () => seats.forEach((seat) => seat.stop()),
  };
}

/** People who come one after another: each finds the board as those before left it. Nothing is delivered from here on. */
export function takeSeats(layout: YjsLayout, records: readonly TLRecord[], people: number): YjsSeat[] {
  const seats: YjsSeat[] = [];
  let start = startOf(layout, records);
  for (let i = 0; i < people; i++) {
    seats.push(takeSeat(layout, start, firstClientId + i * 7_919));
    exchange(seats);
    start = stateOf(seats);
  }
  return seats;
}

export function startOf(layout: YjsLayout, records: readonly TLRecord[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = firstClientId - 1;
  layout.seed(doc, records);
  return Y.encodeStateAsUpdate(doc);
}

function stateOf([seat]: readonly YjsSeat[]): Uint8Array {
  if (!seat) throw new Error('Nobody is there.');
  return Y.encodeStateAsUpdate(seat.doc);
}

function takeSeat(layout: YjsLayout, start: Uint8Array, clientId: number): YjsSeat {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, start, network);
  const sent = { messages: 0, bytes: 0 };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === network) return;
    sent.messages++;
    sent.bytes += update.length;
  });
  const store = bareStore();
  const bound = layout.bind(doc, store);
  const merges = countMerges(store);
  return { doc, store, sent, merges, edit: bound.edit, flush: bound.flush, stop: bound.stop };
}

function makeStranger(seat: YjsSeat, seats: readonly YjsSeat[]): Stranger {
  deliver(seat, seats, 0);
  return {
    move(id, x) {
      seat.store.put([{ ...(seat.store.get(id) as TLShape), x }]);
      seat.flush();
    },
  };
}

function deliver(from: YjsSeat, seats: readonly YjsSeat[], oneWayMs: number): void {
  from.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === network) return;
    setTimeout(() => {
      for (const seat of seats) if (seat !== from) receive(seat, update);
    }, oneWayMs);
  });
}

/** Everybody gets what they lack. */
export function exchange(seats: readonly YjsSeat[]): void {
  for (const from of seats) {
    for (const to of seats) {
      if (from !== to) receive(to, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
    }
  }
}

export function receive(seat: YjsSeat, update: Uint8Array): void {
  Y.applyUpdate(seat.doc, update, network);
}
