// What the groups of all boards leave with: read from the store at each call, changed under its revision, and told to everybody. What
// is published follows at once when somebody agrees to be named, or takes that back. Rules R184 to R195.
import type { HarvestEdit, HarvestState } from '@commonboard/shared/harvest/harvest.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Exporter } from '../export/exporter.ts';
import { harvestFiles, type MadeFile } from '../export/harvest-job.ts';
import type { HarvestSource } from '../export/harvest-source.ts';
import type { HarvestFile, HarvestStore } from '../storage/harvest-store.ts';
import { Following } from './following.ts';
import { HarvestStates, type HarvestStatesDeps } from './harvest-states.ts';

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
  stop(): void;
}

interface HarvestDeps extends HarvestStatesDeps {
  exporter: Exporter;
}

export function createHarvests(deps: HarvestDeps): Harvests {
  const { store, exporter, log } = deps;
  const states = new HarvestStates(deps);
  const find = (board: BoardId): Promise<HarvestState> => states.find(board);

  /** Made anew with the names that count now. Who is faster has made it so, or is the next to be followed. */
  const following = new Following(async (board) => {
    for (let isDone = false; !isDone;) {
      const state = await find(board);
      const named = await store.listNamed(board);
      if (!state.published || isSame(state.madeFor, named)) return;
      const files = await madeAnew(store, exporter, board, named);
      isDone = await states.put(board, { ...state, madeFor: named, revision: state.revision + 1 }, files);
    }
  }, log);

  /** What who leads wants, unless somebody who leads has wanted something since. Files that are made anew are no change of theirs. */
  async function steer(
    board: BoardId,
    revision: number | null,
    change: (state: HarvestState) => { state: HarvestState; files: readonly MadeFile[] | null },
  ): Promise<HarvestRefusal | 'done'> {
    for (;;) {
      const before = await find(board);
      if (revision !== null && isStale(before, revision)) return 'moved-on';
      const { state, files } = change(before);
      const next = before.revision + 1;
      if (await states.put(board, { ...state, revision: next, steeredAt: next }, files)) return 'done';
    }
  }

  return {
    find,
    isPublished: (board) => states.isPublished(board),
    named: (board) => store.listNamed(board),
    async edit(board, revision, edit) {
      return steer(board, revision, (state) => ({ state: { ...state, edit }, files: null }));
    },
    async publish(board, revision, source, by) {
      if (isStale(await find(board), revision)) return 'moved-on';
      const named = await store.listNamed(board);
      const { files } = await exporter.harvest({ source, named }, by.signal);
      if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > limits.harvestBytesMax) return 'too-large';
      if (!(await by.mayStill())) return 'not-yours';
      const published = { at: source.now, by: by.name };
      const outcome = await steer(board, revision, (state) => ({
        state: { ...state, published, madeFor: named },
        files,
      }));
      if (outcome !== 'done') return outcome;
      // Somebody may have taken their name back while it was made.
      await following.follow(board);
      return 'done';
    },
    async outdate(board, revision) {
      // Where it is stale it is out, or will not come out.
      await steer(board, revision, (state) => ({ state, files: null }));
    },
    async takeBack(board) {
      // A record that could not be read says nothing of its files.
      const isThere = (await find(board)).published ?? (await store.findHarvestFile(board, harvestFiles.page));
      if (!isThere) return;
      await steer(board, null, (state) => ({ state: { ...state, published: null, madeFor: null }, files: [] }));
    },
    async file(board, name) {
      const [{ published, madeFor }, named] = await Promise.all([find(board), store.listNamed(board)]);
      if (!published) return null;
      if (!isSame(madeFor, named) && !following.isFollowing(board)) void following.follow(board);
      // A name that counts no more is in none of the files that are given away, whatever keeps them from being made anew.
      const isHeld = madeFor === null || madeFor.some((one) => !named.includes(one));
      return isHeld ? null : store.findHarvestFile(board, name);
    },
    async agree(board, participant, named) {
      const before = await store.listNamed(board);
      if (before.includes(participant) !== named) await store.putNamed(board, participant, named);
      await following.follow(board);
    },
    readAgain: (board) => states.readAgain(board),
    stop: () => following.stop(),
  };
}

/** The files of a publication made anew of what it was made of. */
async function madeAnew(
  store: HarvestStore,
  exporter: Exporter,
  board: BoardId,
  named: readonly ParticipantId[],
): Promise<readonly MadeFile[]> {
  const source = await store.findHarvestFile(board, harvestFiles.source);
  if (!source) throw new Error('What was published has lost its source.');
  return (await exporter.harvest({ source: source.bytes, named })).files;
}

function isStale({ steeredAt }: HarvestState, revision: number): boolean {
  return revision < steeredAt;
}

/** Both in the order of their ids. What was published before it was kept for whom is not known to be so. */
function isSame(madeFor: HarvestState['madeFor'], named: readonly ParticipantId[]): boolean {
  return madeFor !== null && madeFor.join() === named.join();
}
