// What the groups of all boards leave with: read from the store at each call, changed under its revision, and told to everybody. What
// is published follows at once when somebody agrees to be named, or takes that back. Rules R184 to R195.
import type { HarvestEdit, HarvestState } from '@commonboard/shared/harvest/harvest.ts';
import { harvestStateSchema, newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import type { Exporter } from '../export/exporter.ts';
import { harvestFiles, type MadeFile } from '../export/harvest-job.ts';
import type { HarvestSource } from '../export/harvest-source.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { HarvestFile, HarvestStore } from '../storage/harvest-store.ts';
import { readStored } from '../storage/stored-json.ts';
import type { Rooms } from '../sync/rooms.ts';

/** 'moved-on': somebody was faster. */
type HarvestRefusal = 'moved-on' | 'too-large' | 'not-yours';

export interface Publisher {
  name: string;
  /** Whether they may still publish when it is made. */
  mayStill: () => Promise<boolean>;
  /** Ends it, as long as it is not out. */
  signal: AbortSignal;
}

export interface Harvests {
  find(board: BoardId): Promise<HarvestState>;
  /** Asked for often: mostly from memory. */
  isPublished(board: BoardId): Promise<boolean>;
  named(board: BoardId): Promise<readonly ParticipantId[]>;
  edit(board: BoardId, revision: number, edit: HarvestEdit): Promise<HarvestRefusal | 'done'>;
  publish(board: BoardId, revision: number, source: HarvestSource, by: Publisher): Promise<HarvestRefusal | 'done'>;
  /** Nothing that was begun under this revision comes out any more, on whatever server it is made. */
  outdate(board: BoardId, revision: number): Promise<void>;
  takeBack(board: BoardId): Promise<void>;
  /** Null where it is not published, or there is no such file. */
  file(board: BoardId, name: string): Promise<HarvestFile | null>;
  agree(board: BoardId, participant: ParticipantId, named: boolean): Promise<void>;
  /** Another server has stored something. */
  readAgain(board: BoardId): Promise<void>;
}

interface HarvestDeps {
  store: HarvestStore;
  exporter: Exporter;
  /** They are made later. */
  rooms: () => Rooms;
  /** It is in the store. */
  stored: (board: BoardId) => void;
  log: Log;
}

/** Somebody else may be as fast so often. */
const triesMax = 5;

export function createHarvests({ store, exporter, rooms, stored, log }: HarvestDeps): Harvests {
  const known = new Map<BoardId, boolean>();

  const find = (board: BoardId): Promise<HarvestState> => readHarvest(store, log, board);

  function remember(board: BoardId, { published }: HarvestState): void {
    const [oldest] = known.size >= limits.restingSessionsMax ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(board, published !== null);
  }

  async function put(board: BoardId, state: HarvestState, files: readonly MadeFile[] | null): Promise<boolean> {
    const isKept = await store.putHarvest(board, { revision: state.revision, state: JSON.stringify(state) }, files);
    if (isKept) {
      remember(board, state);
      tell(board, state);
      stored(board);
    }
    return isKept;
  }

  function tell(board: BoardId, { revision, published }: HarvestState): void {
    const message = encodeSessionMessage({ type: 'harvest', revision, published });
    rooms().tell(board, () => message);
  }

  /** With the names that count now. False where somebody was faster. */
  async function renew(board: BoardId): Promise<boolean> {
    const state = await find(board);
    if (!state.published) return true;
    return put(board, { ...state, revision: state.revision + 1 }, await madeAnew(store, exporter, board));
  }

  async function takeBack(board: BoardId): Promise<void> {
    for (let tries = 0; tries < triesMax; tries++) {
      const state = await find(board);
      if (!state.published) return;
      if (await put(board, { ...state, revision: state.revision + 1, published: null }, [])) return;
    }
    throw new Error('What was published could not be taken back.');
  }

  return {
    find,
    async isPublished(board) {
      const before = known.get(board);
      if (before !== undefined) return before;
      const state = await find(board);
      remember(board, state);
      return state.published !== null;
    },
    named: (board) => store.listNamed(board),
    async edit(board, revision, edit) {
      const state = await find(board);
      if (state.revision !== revision) return 'moved-on';
      return (await put(board, { ...state, edit, revision: revision + 1 }, null)) ? 'done' : 'moved-on';
    },
    async publish(board, revision, source, by) {
      const state = await find(board);
      if (state.revision !== revision) return 'moved-on';
      const named = await store.listNamed(board);
      const { files } = await exporter.harvest({ source, named }, by.signal);
      if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > limits.harvestBytesMax) return 'too-large';
      if (!(await by.mayStill())) return 'not-yours';
      const after = { ...state, revision: revision + 1, published: { at: source.now, by: by.name } };
      if (!(await put(board, after, files))) return 'moved-on';
      // Somebody may have taken their name back while it was made.
      const now = await store.listNamed(board);
      if (now.join() !== named.join()) await follow(board);
      return 'done';
    },
    async outdate(board, revision) {
      const state = await find(board);
      // Where that is another one it is out, or will not come out.
      if (state.revision === revision) await put(board, { ...state, revision: revision + 1 }, null);
    },
    takeBack,
    file: (board, name) => store.findHarvestFile(board, name),
    async agree(board, participant, named) {
      const before = await store.listNamed(board);
      if (before.includes(participant) === named) return;
      await store.putNamed(board, participant, named);
      await follow(board);
    },
    async readAgain(board) {
      const state = await find(board);
      remember(board, state);
      tell(board, state);
    },
  };

  /** A name that counts no more never stays published: what cannot be made anew is taken back. */
  async function follow(board: BoardId): Promise<void> {
    try {
      for (let tries = 0; tries < triesMax; tries++) if (await renew(board)) return;
      throw new Error('Others were faster each time.');
    } catch (error) {
      log.error('what is published could not be made anew, and is taken back', {
        board: boardTag(board),
        ...errorFields(error),
      });
      await takeBack(board);
    }
  }
}

async function readHarvest(store: HarvestStore, log: Log, board: BoardId): Promise<HarvestState> {
  const kept = await store.findHarvest(board);
  const read = kept === null ? null : readStored(harvestStateSchema, kept.state);
  if (kept && !read) log.error('harvest not readable, begun anew', { board: boardTag(board) });
  return read ?? { ...newHarvest(), revision: kept?.revision ?? 0 };
}

/** The files of a publication made anew of what it was made of. */
async function madeAnew(store: HarvestStore, exporter: Exporter, board: BoardId): Promise<readonly MadeFile[]> {
  const source = await store.findHarvestFile(board, harvestFiles.source);
  if (!source) throw new Error('What was published has lost its source.');
  return (await exporter.harvest({ source: source.bytes, named: await store.listNamed(board) })).files;
}
