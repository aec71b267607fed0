// What every contestant can do: a board in memory with people at it, each with a bare tldraw store, joined by a network
// whose delay is given. Everything a person's client writes is counted.
import type { TLRecord, TLShapeId, TLStore } from '@tldraw/tlschema';

export type ContestantName = 'ours' | 'example' | 'sync';

export interface Contestant {
  name: ContestantName;
  /** Virtual time must be installed. */
  open(options: SessionOptions): BoardSession;
}

export interface SessionOptions {
  records: readonly TLRecord[];
  people: number;
  /** From one person to another; null: nothing is delivered. */
  oneWayMs: number | null;
}

export interface BoardSession {
  seats: readonly Seat[];
  addStranger(): Stranger;
  stop(): void;
}

/** Somebody elsewhere, whose every change is sent at once. */
export interface Stranger {
  move(id: TLShapeId, x: number): void;
}

export interface Seat {
  readonly store: TLStore;
  /** What this person's client has sent that changes the board. */
  readonly sent: Sent;
  /** Merges of remote changes into the store so far. */
  merges: () => number;
  /** The person begins to write into a shape, or stops. */
  edit: (id: TLShapeId | null) => void;
  /** Hands what is held back to the network at once, where the contestant can. */
  flush: () => void;
}

export interface Sent {
  messages: number;
  bytes: number;
}

/** Counts from now on. */
export function countMerges(store: TLStore): () => number {
  const merge = store.mergeRemoteChanges.bind(store);
  let merges = 0;
  store.mergeRemoteChanges = (run) => {
    merges++;
    merge(run);
  };
  return () => merges;
}
