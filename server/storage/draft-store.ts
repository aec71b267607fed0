// The port to what people write in private rounds, until it is shown or thrown away. Part of BoardStore.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';

/** Whose drafts of which round. A round may have several kinds of them: those that came too late have a name of their own. */
export interface DraftKey {
  round: string;
  participant: ParticipantId;
}

export interface StoredDraft extends DraftKey {
  /** The whole document, Yjs V1. */
  state: Uint8Array;
}

/** Of everybody in that round, or of one person, of whose drafts some may stay: then these are the whole document, Yjs V1. */
export type DraftErasure = { round: string; participant: null } | (DraftKey & { stays?: Uint8Array });

export interface DraftStore {
  /** In the order of rounds and of their people's ids, whoever wrote first. */
  listDrafts(board: BoardId): Promise<StoredDraft[]>;
  findDraft(board: BoardId, key: DraftKey): Promise<Uint8Array | null>;
  /** In place of what this person had. */
  putDraft(board: BoardId, draft: StoredDraft): Promise<void>;
  /** For good: written over, and taken out of the write-ahead file. */
  eraseDrafts(board: BoardId, which: DraftErasure): Promise<void>;
}
