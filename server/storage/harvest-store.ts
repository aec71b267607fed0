// The port to what a group leaves with: one record for each board, the files that were made of it when it was published, and who has
// agreed to be named in them. Part of BoardStore.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';

export interface StoredHarvest {
  /** Grows with each change. */
  revision: number;
  /** As JSON. */
  state: string;
}

export interface HarvestFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

export interface HarvestStore {
  /** Null where nothing has been kept yet, or there is no such board. */
  findHarvest(board: BoardId): Promise<StoredHarvest | null>;
  /**
   * In place of what is there, and `files` in place of all files, in one commit; null: those stay. What goes is gone for good:
   * written over, and taken out of the write-ahead file. False, and nothing is written, where what is there is as new or newer.
   */
  putHarvest(board: BoardId, harvest: StoredHarvest, files: readonly HarvestFile[] | null): Promise<boolean>;
  findHarvestFile(board: BoardId, name: string): Promise<HarvestFile | null>;
  /** Who has agreed that their name is published, in the order of their ids. */
  listNamed(board: BoardId): Promise<ParticipantId[]>;
  putNamed(board: BoardId, participant: ParticipantId, isNamed: boolean): Promise<void>;
}
