// All sessions in memory: each is loaded once however many ask for it, and leaves when nobody needs it.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import { newSession, type SessionState, sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { boardTag, errorFields } from '../ops/log.ts';
import { readStored } from '../storage/stored-json.ts';
import { BoardSession, type SessionDeps } from './board-session.ts';

export interface Sessions {
  /** Of a board that is known to exist. */
  open(board: BoardId): Promise<BoardSession>;
  /** A facilitator is on the board. */
  leaderIsHere(board: BoardId): void;
  /** Another server has stored something. */
  readAgain(board: BoardId): Promise<void>;
  forget(board: BoardId): void;
  stop(): void;
}

export interface SessionsDeps extends Omit<SessionDeps, 'load'> {
  /** What a board begins with. */
  agendaOf: (board: BoardId) => Promise<Phase[]>;
  /** Somebody is on the board: its room asks the session it has. */
  isInUse: (board: BoardId) => boolean;
}

export function createSessions(deps: SessionsDeps): Sessions {
  // Promises, so that fifty people who come at once ask the store once.
  const sessions = new Map<BoardId, Promise<BoardSession>>();
  const loaded = new Map<BoardId, BoardSession>();
  const load = (board: BoardId): Promise<SessionState> => loadState(board, deps);

  async function start(board: BoardId): Promise<BoardSession> {
    const state = await load(board);
    const session = new BoardSession(board, state, { ...deps, load });
    loaded.set(board, session);
    // The server may have stopped between two steps.
    deps.stepped(board);
    return session;
  }

  function makeRoom(): void {
    for (const [board, session] of loaded) {
      if (loaded.size <= limits.restingSessionsMax) return;
      if (session.isResting && !deps.isInUse(board)) forget(board);
    }
  }

  function forget(board: BoardId): void {
    loaded.get(board)?.stop();
    loaded.delete(board);
    sessions.delete(board);
  }

  return {
    open(board) {
      const known = sessions.get(board);
      if (known) return known;
      const starting = start(board);
      sessions.set(board, starting);
      starting.then(makeRoom, () => sessions.delete(board));
      return starting;
    },
    async readAgain(board) {
      await (await sessions.get(board))?.readAgain();
    },
    leaderIsHere(board) {
      loaded
        .get(board)
        ?.leaderIsHere()
        .catch((error: unknown) => {
          deps.log.error('session not stored', { board: boardTag(board), ...errorFields(error) });
        });
    },
    forget,
    stop() {
      for (const board of loaded.keys()) forget(board);
    },
  };
}

async function loadState(board: BoardId, { store, agendaOf, log }: SessionsDeps): Promise<SessionState> {
  const stored = await store.findSession(board);
  const read = stored === null ? null : readStored(sessionStateSchema, stored.state);
  if (read) return read;
  const fresh = newSession(await agendaOf(board));
  if (!stored) return fresh;
  // The board itself must open all the same; what it holds is not in this record.
  log.error('session not readable, begun anew', { board: boardTag(board) });
  return { ...fresh, revision: stored.revision, steeredAt: stored.revision };
}
