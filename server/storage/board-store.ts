// The port to durable storage: what a board needs kept. Every write resolves only when it would survive a power cut.
import type { Leading, Newcomers, Standing } from '@commonboard/shared/protocol/access.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import type { BoardSummary } from './board-summary.ts';
import type { DraftErasure, DraftStore } from './draft-store.ts';
import type { HarvestStore } from './harvest-store.ts';
import type { DeletedRecord, HistoryStore } from './history-store.ts';
import type { SessionStore } from './session-store.ts';
import type { VotingStore } from './voting-store.ts';

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
  /** Switched off: the secret opens nothing until there is a new one. */
  off: boolean;
}

export interface ParticipantRow {
  id: ParticipantId;
  name: string;
  color: string;
  /** SHA-256 of the device's `resume` secret, hex. */
  resumeHash: string;
  joinedAt: number;
  /** Of the link last come with. */
  role: Role;
  standing: Standing;
  leading: Leading;
  /** Grows by one when this person is sent away; their tokens of older epochs are dead. */
  epoch: number;
  /** Epoch of the link to take part when they came by a short code: as long as it is the same, they come back without a link. */
  codeEpoch: number | null;
}

/** How people get in, beside the links. */
export interface AccessRow {
  paused: boolean;
  newcomers: Newcomers;
  /** scrypt of the passcode and its salt, hex. */
  passcode: { hash: string; salt: string } | null;
  /** SHA-256, hex. */
  recoveryHash: string | null;
  /** SHA-256 of the open short code, hex; `until` in milliseconds since 1970. */
  shortCode: { hash: string; until: number } | null;
}

/** `session` is a bearer token; `files` is the cookie that is good for GET of assets and exports only. */
/** screen: of a page that shows the board to a room, and is nobody. */
export type TokenKind = 'session' | 'files' | 'screen';

export interface TokenRow {
  /** SHA-256 of the token, hex. */
  hash: string;
  board: BoardId;
  participant: ParticipantId;
  role: Role;
  /** Of the role's link. */
  epoch: number;
  /** Of the participant. */
  personEpoch: number;
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
  access: AccessRow;
}

/** What changes of a board's access, in one commit. What is left out stays. */
export interface AccessChange {
  /** In place of those of the same role. */
  links?: readonly LinkRow[];
  access?: AccessRow;
  /** In place of those of the same id, or beside them. */
  participants?: readonly ParticipantRow[];
  /** Taken out with their tokens. */
  gone?: readonly ParticipantId[];
  tokens?: readonly TokenRow[];
  /** Whose tokens to facilitate go on under the new epoch of that link. */
  goesOn?: { participant: ParticipantId; epoch: number };
}

export interface NewBoard {
  board: BoardRow;
  links: readonly LinkRow[];
  access: AccessRow;
  /** The first state of the document, Yjs V2. */
  snapshot: Uint8Array;
  /** The template file it is made from, where somebody brought one. */
  plan: string | null;
}

/** Whose the clocks under one Yjs client id are. */
export interface ClientOwner {
  client: number;
  participant: ParticipantId;
}

export interface RecordCreator {
  /** Id of a record of the board. */
  record: string;
  participant: ParticipantId;
}

/** From which clock on what is stored under a client id was brought by others; null: its owner has been heard since. */
export interface DoubtedClock {
  client: number;
  from: number | null;
}

/** What an update showed of who wrote what: the server's own knowledge, not the document's. */
export interface Credits {
  owners: readonly ClientOwner[];
  creators: readonly RecordCreator[];
  doubted?: readonly DoubtedClock[];
}

export interface LogRow {
  participant: ParticipantId | null;
  /** One Yjs V1 update. */
  update: Uint8Array;
  /** Kept in the same commit. The first owner of a client id stays; the latest creator of a record counts. */
  credits?: Credits;
  /** What it deleted, as it was; kept in the same commit. */
  deleted?: readonly DeletedRecord[];
  /** Drafts that are on the board by it: erased in the same commit. */
  erases?: DraftErasure;
}

export interface StoredUpdate {
  seq: number;
  /** Yjs V1. */
  update: Uint8Array;
}

export interface StoredDocument {
  /** Yjs V2: the newest that is whole. */
  snapshot: Uint8Array;
  /** Oldest first; all of them newer than the snapshot. */
  updates: StoredUpdate[];
  /** Kept aside earlier, because they depended on what was not there. */
  waiting: StoredUpdate[];
  /** Sequence number of the newest row. */
  seq: number;
  /** Of all rows there ever were. */
  credits: Credits;
  /** What is kept and was not given. */
  damage: Damage;
}

export interface Damage {
  /** The newest snapshot cannot be read; the one before it and all rows since were given. */
  snapshot: boolean;
  /** Sequence numbers of rows whose bytes have changed since they were written. */
  rows: number[];
  /** How many rows are not there at all. */
  missing: number;
}

/** A snapshot that takes the place of log rows. */
export interface Fold {
  /** Of the newest row that is in it. */
  seq: number;
  /** Yjs V2. */
  snapshot: Uint8Array;
  /** Rows up to `seq` that are not in it, because they depend on what is not there. They are kept aside. */
  waiting: readonly number[];
}

/** Tokens kept per participant and kind; the oldest go first. */
export const tokensPerParticipantMax = 20;

export interface BoardStore extends HistoryStore, SessionStore, VotingStore, DraftStore, HarvestStore {
  /** All or nothing. */
  createBoard(created: NewBoard): Promise<void>;
  findBoard(board: BoardId): Promise<StoredBoard | null>;
  /** The template file it was made from; null where there was none, or no such board. */
  findPlan(board: BoardId): Promise<string | null>;
  /** All boards, the one that was used last first. */
  listBoards(): Promise<BoardSummary[]>;
  renameBoard(board: BoardId, title: string): Promise<void>;
  deleteBoard(board: BoardId): Promise<void>;
  /** Adds or changes a participant and adds their tokens, in one commit. */
  putParticipant(board: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): Promise<void>;
  findToken(hash: string): Promise<TokenRow | null>;
  changeAccess(board: BoardId, change: AccessChange): Promise<void>;
  /** The board whose short code this is, whether it is still open or not. */
  findShortCode(hash: string): Promise<BoardId | null>;
  /** Changes nothing. Rejects with `damaged` rather than give an empty document for one that cannot be read. */
  loadDocument(board: BoardId): Promise<StoredDocument>;
  /** Gives the sequence number of the last row. */
  appendUpdates(board: BoardId, rows: readonly LogRow[]): Promise<number>;
  /**
   * Puts a new snapshot over the newest, in one commit. That one and the rows since it stay, for the case that the new one
   * is damaged; what is older goes. Damaged rows, and a newest snapshot that is damaged, go into quarantine and are never
   * thrown away. A fold that comes after a newer one changes nothing.
   */
  foldLog(board: BoardId, fold: Fold): Promise<void>;
  /** Writes for real and takes it back; rejects when nothing can be stored. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** What an open document needs of a store. */
export type DocumentStore = Pick<BoardStore, 'loadDocument' | 'appendUpdates' | 'foldLog'>;

/** A store in a file, that can be copied while it is in use. */
export interface CopyableStore extends BoardStore {
  /** Writes all that is stored at one moment into a new file; resolves when the copy would survive a power cut. */
  copyTo(file: string): Promise<void>;
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
