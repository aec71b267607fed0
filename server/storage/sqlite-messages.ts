// What the server's thread and the database's thread say to each other.
import type { StoreFailure } from './board-store.ts';
import type { StoreVerb } from './sqlite-tables.ts';

export interface WorkerSettings {
  file: string;
  /** Most the database file may hold; null for no bound. */
  bytesMax: number | null;
}

export interface WorkerRequest {
  call: number;
  verb: StoreVerb | 'close' | 'copyTo';
  args: readonly unknown[];
}

export type WorkerReply =
  /** `problems`: what was found damaged at the opening, a sentence each. */
  | { kind: 'open'; problems: readonly string[] }
  | { kind: 'not-open'; message: string }
  | { kind: 'done'; call: number; value: unknown }
  | { kind: 'failed'; call: number; failure: StoreFailure; message: string };
