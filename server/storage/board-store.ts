// The port to durable storage: what a board needs kept. Every write resolves only when it would survive a power cut.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';

export interface BoardRow {
  id: BoardId;
  title: string;
  template: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
}

export interface LinkRow {
  role: Role;
  /** SHA-256 of the secret, hex. */
  hash: string;
  /** Grows by one when the link is made anew; tokens of older epochs are dead. */
  epoch: number;
  /** The secret, encrypted under the facilitate secret; null for the facilitate link itself. */
  sealed: Uint8Array | null;
}

export interface ParticipantRow {
  id: ParticipantId;
  name: string;
  color: string;
  /** SHA-256 of the device's `resume` secret, hex. */
  resumeHash: string;
  joinedAt: number;
}

/** `session` is a bearer token; `files` is the cookie that is good for GET of assets and exports only. */
export type TokenKind = 'session' | 'files';

export interface TokenRow {
  /** SHA-256 of the token, hex. */
  hash: string;
  board: BoardId;
  participant: ParticipantId;
  role: Role;
  epoch: number;
  kind: TokenKind;
  /** What the client said of its age when it joined. */
  client: ClientVersion;
  createdAt: number;
}

export interface StoredBoard {
  board: BoardRow;
  links: LinkRow[];
  /** In the order in which they joined. */
  participants: ParticipantRow[];
}

export interface NewBoard {
  board: BoardRow;
  links: readonly LinkRow[];
  /** The first state of the document, Yjs V2. */
  snapshot: Uint8Array;
  /** The template file it is made from, where somebody brought one. */
  plan: string | null;
}

export interface LogRow {
  participant: ParticipantId | null;
  /** One Yjs V1 update. */
  update: Uint8Array;
}

export interface StoredDocument {
  /** Yjs V2. */
  snapshot: Uint8Array;
  /** Yjs V1, oldest first; all of them newer than the snapshot. */
  updates: Uint8Array[];
  /** Sequence number of the newest row. */
  seq: number;
  /** Sequence numbers of rows whose bytes have changed since they were written. They are kept aside, not applied. */
  damaged: number[];
}

/** Tokens kept per participant and kind; the oldest go first. */
export const tokensPerParticipantMax = 20;

export interface BoardStore {
  /** All or nothing. */
  createBoard(created: NewBoard): Promise<void>;
  findBoard(board: BoardId): Promise<StoredBoard | null>;
  /** The template file it was made from; null where there was none, or no such board. */
  findPlan(board: BoardId): Promise<string | null>;
  renameBoard(board: BoardId, title: string): Promise<void>;
  deleteBoard(board: BoardId): Promise<void>;
  /** Adds or changes a participant and adds their tokens, in one commit. */
  putParticipant(board: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): Promise<void>;
  findToken(hash: string): Promise<TokenRow | null>;
  /** Rejects with `damaged` rather than give an empty document for one that cannot be read. */
  loadDocument(board: BoardId): Promise<StoredDocument>;
  /** Gives the sequence number of the last row. */
  appendUpdates(board: BoardId, rows: readonly LogRow[]): Promise<number>;
  /** Replaces the snapshot and all rows up to `seq` by `snapshot` (V2), in one commit. */
  foldLog(board: BoardId, seq: number, snapshot: Uint8Array): Promise<void>;
  /** Writes for real and takes it back; rejects when nothing can be stored. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/**
 * gone: no such board. damaged: what is stored cannot be read. unavailable: it may work later (disk full, I/O error).
 */
export type StoreFailure = 'gone' | 'damaged' | 'unavailable';

export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, message: string) {
    super(message);
    this.name = 'StoreError';
    this.failure = failure;
  }
}
