// How the harvest of each board stands: in the store, told to everybody with each change, and in memory only whether it is published.
import { type HarvestState, harvestStateSchema, newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { boardTag, type Log } from '../ops/log.ts';
import type { HarvestFile, HarvestStore } from '../storage/harvest-store.ts';
import { readStored } from '../storage/stored-json.ts';
import type { Rooms } from '../sync/rooms.ts';

export interface HarvestStatesDeps {
  store: HarvestStore;
  /** They are made later. */
  rooms: () => Rooms;
  /** It is in the store. */
  stored: (board: BoardId) => void;
  log: Log;
}

export class HarvestStates {
  readonly #deps: HarvestStatesDeps;
  readonly #published = new Map<BoardId, boolean>();

  constructor(deps: HarvestStatesDeps) {
    this.#deps = deps;
  }

  async find(board: BoardId): Promise<HarvestState> {
    const { store, log } = this.#deps;
    const kept = await store.findHarvest(board);
    const read = kept === null ? null : readStored(harvestStateSchema, kept.state);
    if (kept && !read) log.error('harvest not readable, begun anew', { board: boardTag(board) });
    return read ?? { ...newHarvest(), revision: kept?.revision ?? 0 };
  }

  async isPublished(board: BoardId): Promise<boolean> {
    const known = this.#published.get(board);
    if (known !== undefined) return known;
    const state = await this.find(board);
    this.#remember(board, state);
    return state.published !== null;
  }

  /** False where somebody was faster. `files`: in place of all files; null: those stay. */
  async put(board: BoardId, state: HarvestState, files: readonly HarvestFile[] | null): Promise<boolean> {
    const { store, stored } = this.#deps;
    const kept = { revision: state.revision, state: JSON.stringify(state) };
    if (!(await store.putHarvest(board, kept, files))) return false;
    this.#remember(board, state);
    this.#tell(board, state);
    stored(board);
    return true;
  }

  /** Another server has stored something. */
  async readAgain(board: BoardId): Promise<void> {
    const state = await this.find(board);
    this.#remember(board, state);
    this.#tell(board, state);
  }

  #remember(board: BoardId, { published }: HarvestState): void {
    const [oldest] = this.#published.size >= limits.restingSessionsMax ? this.#published.keys() : [];
    if (oldest !== undefined) this.#published.delete(oldest);
    this.#published.set(board, published !== null);
  }

  #tell(board: BoardId, { revision, published }: HarvestState): void {
    const message = encodeSessionMessage({ type: 'harvest', revision, published });
    this.#deps.rooms().tell(board, () => message);
  }
}
