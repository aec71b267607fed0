// Keeps versions of boards: by itself while a board is used and when the last person has left, and when somebody wishes it. Made
// from what is stored, in the folding thread, so that the server goes on meanwhile. Rules R92 and R93.
import { randomBytes } from 'node:crypto';
import { type VersionId, versionIdSchema } from '@commonboard/shared/protocol/history.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import { type BoardStore, StoreError } from '../storage/board-store.ts';
import type { NewVersion, VersionFacts } from '../storage/history-store.ts';
import type { FoldStored } from '../sync/log/folding.ts';
import { hasRoomForName, versionsToDrop } from './thinning.ts';

export interface Versions {
  /** Keeps what is stored now under a name. Null where no more fit. */
  keepNamed(board: BoardId, name: string, participant: ParticipantId): Promise<VersionFacts | null>;
  /** Keeps exactly this, to take a restore back with; in the place of `version`, where that is given. */
  keepBefore(board: BoardId, snapshot: Uint8Array, participant: ParticipantId, version?: VersionId): Promise<VersionId>;
  /** While it is in use: once in a while, if it has changed. Never rejects. */
  hourly(board: BoardId): Promise<void>;
  /** The last person has left: if it has changed. Never rejects. */
  left(board: BoardId): Promise<void>;
}

export interface VersionDeps {
  store: BoardStore;
  fold: FoldStored;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}

export function createVersions({ store, fold, log, now }: VersionDeps): Versions {
  /** Boards of which a version is being made by itself. */
  const making = new Set<BoardId>();

  async function stored(board: BoardId): Promise<{ seq: number; snapshot: Uint8Array }> {
    const found = await store.loadDocument(board);
    const { snapshot } = await fold(found);
    return { seq: found.seq, snapshot };
  }

  async function add(board: BoardId, version: NewVersion): Promise<void> {
    await store.addVersion(board, version);
    const dropped = versionsToDrop(await store.listVersions(board), now());
    if (dropped.length > 0) await store.removeVersions(board, dropped);
  }

  async function automatic(board: BoardId, kind: 'hourly' | 'left'): Promise<void> {
    if (making.has(board)) return;
    making.add(board);
    try {
      const [newest] = await store.listVersions(board);
      if ((await store.logEnd(board)) <= (newest?.seq ?? 0)) return;
      const isEarly = newest !== undefined && now() - newest.at < limits.versionEveryMs;
      if (kind === 'hourly' && isEarly) return;
      await add(board, {
        id: newVersionId(),
        at: now(),
        kind,
        name: null,
        participant: null,
        ...(await stored(board)),
      });
    } catch (error) {
      // The board is as it was, and the next occasion comes. One that was deleted meanwhile has no past to keep.
      const isGone = error instanceof StoreError && error.failure === 'gone';
      if (!isGone) log.warn('version not kept', { board: boardTag(board), kind, ...errorFields(error) });
    } finally {
      making.delete(board);
    }
  }

  return {
    async keepNamed(board, name, participant) {
      const { seq, snapshot } = await stored(board);
      if (!hasRoomForName(await store.listVersions(board), snapshot.length)) return null;
      const facts = { id: newVersionId(), at: now(), kind: 'named' as const, name, participant, seq };
      await add(board, { ...facts, snapshot });
      return { ...facts, bytes: snapshot.length, hasPicture: false };
    },
    async keepBefore(board, snapshot, participant, version = newVersionId()) {
      const seq = await store.logEnd(board);
      await add(board, { id: version, at: now(), kind: 'before-restore', name: null, participant, seq, snapshot });
      return version;
    },
    hourly: (board) => automatic(board, 'hourly'),
    left: (board) => automatic(board, 'left'),
  };
}

function newVersionId(): VersionId {
  return versionIdSchema.parse(randomBytes(12).toString('base64url'));
}
