// The drafts of all boards in memory: each board's are loaded once however many ask, and leave when nobody needs them. Joins them to
// the session, which says when people write and when all of it is shown, and to the board, where it goes.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { ownRole } from '../access/grants.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { boardTag, errorFields } from '../ops/log.ts';
import { type Paced, paced } from '../session/paced.ts';
import type { Sessions } from '../session/sessions.ts';
import type { BoardStore } from '../storage/board-store.ts';
import type { RoomDeps } from '../sync/room.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Pulse } from '../sync/socket/session.ts';
import type { DraftEntry } from '../sync/socket/upgrade.ts';
import { BoardDrafts } from './board-drafts.ts';
import { createDraftRooms } from './draft-rooms.ts';
import { createReveals } from './reveals.ts';

export interface AllDrafts extends DraftEntry {
  /** Of a board that is known to exist. */
  open(board: BoardId): Promise<BoardDrafts>;
  /** A private round is over: puts all of it onto the board, again and again until that is done. */
  reveal(board: BoardId, round: PrivateRound): void;
  /** Another private round may be open, and the oldest forgotten. */
  sessionChanged(board: BoardId): void;
  accessChanged(board: BoardId): void;
  forget(board: BoardId): void;
  stop(waitMsMax: number): Promise<void>;
}

export interface AllDraftsDeps extends Pick<
  RoomDeps,
  'log' | 'now' | 'fold' | 'divergences' | 'roomIdleMs' | 'storageRetryMs'
> {
  store: BoardStore;
  boards: LiveBoards;
  sessions: Sessions;
  /** They are made later. */
  rooms: () => Rooms;
  pulse: Pulse | undefined;
}

interface Live {
  drafts: BoardDrafts;
  push: Paced;
}

export function createAllDrafts(deps: AllDraftsDeps): AllDrafts {
  const { store, boards, sessions, rooms, log, now, fold, divergences, roomIdleMs, storageRetryMs, pulse } = deps;
  const known = new Map<BoardId, Promise<BoardDrafts>>();
  const live = new Map<BoardId, Live>();
  let isOver = false;

  const draftRooms = createDraftRooms({
    store,
    log,
    now,
    fold,
    divergences,
    roomIdleMs,
    storageRetryMs,
    pulse,
    // A draft is on one server, which stored whatever it passed on.
    mayLack: () => false,
    counted: (board, key, kept) => live.get(board)?.drafts.counted(key, kept),
  });

  async function tell(board: BoardId): Promise<void> {
    const one = live.get(board);
    if (!one || isOver) return;
    const session = await sessions.open(board);
    const message = encodeSessionMessage({ type: 'drafts', ...one.drafts.counts(session.rounds) });
    rooms().tell(board, () => message);
  }

  async function start(board: BoardId): Promise<BoardDrafts> {
    const drafts = new BoardDrafts(board, await store.listDrafts(board), {
      store,
      rooms: draftRooms,
      onBoard: (id, work) => rooms().open(id).use(work),
      namesOn: (id) => namesOn(boards, id),
      ticks: now,
      changed: () => live.get(board)?.push.soon(),
    });
    const push = paced(() => {
      tell(board).catch((error: unknown) => log.error('drafts were not told', errorFields(error)));
    }, limits.draftsPushMs);
    live.set(board, { drafts, push });
    forgetOld(board);
    return drafts;
  }

  function forgetOld(board: BoardId): void {
    if (isOver) return;
    Promise.all([open(board), sessions.open(board)])
      .then(([drafts, session]) => drafts.forgetOld(session.rounds))
      .catch((error: unknown) =>
        log.error('old drafts were not erased', { board: boardTag(board), ...errorFields(error) }),
      );
  }

  function open(board: BoardId): Promise<BoardDrafts> {
    const there = known.get(board);
    if (there) return there;
    const starting = start(board);
    known.set(board, starting);
    starting.then(makeRoom, () => known.delete(board));
    return starting;
  }

  function makeRoom(): void {
    for (const [board, { drafts }] of live) {
      if (live.size <= limits.restingSessionsMax) return;
      if (drafts.isResting && !rooms().isOpen(board)) forget(board);
    }
  }

  function forget(board: BoardId): void {
    live.get(board)?.push.stop();
    live.delete(board);
    known.delete(board);
    draftRooms.discard(board);
  }

  const reveals = createReveals({ boards, sessions, log, open });

  return {
    open,
    reveal: (board, round) => reveals.begin(board, round),
    async entryFor(grant) {
      const id = grant.board.row.id;
      const [drafts, session] = await Promise.all([open(id), sessions.open(id)]);
      return () => (ownRole(grant) === 'view' ? null : drafts.ownRoom(session, grant.participant.id));
    },
    sessionChanged(board) {
      if (live.has(board)) forgetOld(board);
    },
    accessChanged: (board) => draftRooms.accessChanged(board),
    forget,
    async stop(waitMsMax) {
      isOver = true;
      reveals.stop();
      for (const { push } of live.values()) push.stop();
      await draftRooms.stop(waitMsMax);
    },
  };
}

async function namesOn(boards: LiveBoards, id: BoardId): Promise<(participant: ParticipantId) => string | null> {
  const board = await boards.find(id);
  const names = new Map(board?.participants.flatMap((one) => (one.standing === 'banned' ? [] : [[one.id, one.name]])));
  return (participant) => names.get(participant) ?? null;
}
