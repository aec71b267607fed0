// The port to what is kept of a board's past: versions of its document with their pictures, and the records that people have
// deleted. Part of BoardStore.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { VersionId, VersionKind } from '@commonboard/shared/protocol/history.ts';

/** What a version is, without its content. */
export interface VersionFacts {
  id: VersionId;
  /** Milliseconds since 1970. */
  at: number;
  kind: VersionKind;
  /** Of a named one; null for the others. */
  name: string | null;
  /** Who kept it; null where the server did. */
  participant: ParticipantId | null;
  /** Of the newest log row that is in it. */
  seq: number;
  /** Of its content and its picture together. */
  bytes: number;
  hasPicture: boolean;
}

export interface NewVersion extends Omit<VersionFacts, 'bytes' | 'hasPicture'> {
  /** Yjs V2. */
  snapshot: Uint8Array;
}

/** A record as it was when somebody deleted it. */
export interface DeletedRecord {
  /** Its id. */
  record: string;
  participant: ParticipantId | null;
  /** As JSON. */
  content: string;
}

export interface KeptDeletion extends DeletedRecord {
  /** Milliseconds since 1970. */
  at: number;
}

export interface HistoryStore {
  /** The newest first. */
  listVersions(board: BoardId): Promise<VersionFacts[]>;
  /** In place of the one with this id, where there is one. */
  addVersion(board: BoardId, version: NewVersion): Promise<void>;
  /** Its content; null where there is none of this id. Rejects with `damaged` when it is not as it was written. */
  findVersion(board: BoardId, version: VersionId): Promise<Uint8Array | null>;
  /** Makes it a named one. False where there is none of this id. */
  nameVersion(board: BoardId, version: VersionId, name: string): Promise<boolean>;
  removeVersions(board: BoardId, versions: readonly VersionId[]): Promise<void>;
  /** A PNG; null where there is none. */
  findVersionPicture(board: BoardId, version: VersionId): Promise<Uint8Array | null>;
  /** The first one that is put stays. False where it is not this one. */
  putVersionPicture(board: BoardId, version: VersionId, png: Uint8Array): Promise<boolean>;
  /** Sequence number of the newest row of the log. */
  logEnd(board: BoardId): Promise<number>;
  /** What the rows of the log deleted: the latest deletion of each record, the newest first. */
  listDeleted(board: BoardId): Promise<KeptDeletion[]>;
  /** Of all boards. */
  forgetDeletedBefore(at: number): Promise<void>;
}
