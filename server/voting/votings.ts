// The votes of all boards in memory: each is loaded once however many ask for it, and leaves when nobody needs it.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';
import { errorFields } from '../ops/log.ts';
import { type Paced, paced } from '../session/paced.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Visits } from '../sync/visits.ts';
import { BoardVoting, type VotingDeps } from './board-voting.ts';
import { loadRounds } from './load-rounds.ts';

export interface Votings {
  /** Of a board that is known to exist. */
  open(board: BoardId): Promise<BoardVoting>;
  /** Another server has stored something. */
  readAgain(board: BoardId): Promise<void>;
  forget(board: BoardId): void;
  stop(): void;
}

interface VotingsDeps extends Pick<VotingDeps, 'store' | 'log' | 'now' | 'stored'> {
  sessions: Sessions;
  /** They are made later. */
  rooms: () => Rooms;
  visits: Visits;
}

interface Live {
  voting: BoardVoting;
  push: Paced;
  changed: Set<RoundId>;
}

/** People come and go: how many are here is said anew so often while a vote is open. */
const beatMs = 5_000;

export function createVotings({ store, log, now, stored, sessions, rooms, visits }: VotingsDeps): Votings {
  // Promises, so that fifty people who come at once ask the store once.
  const votings = new Map<BoardId, Promise<BoardVoting>>();
  const live = new Map<BoardId, Live>();
  const beat = setInterval(() => {
    for (const [board, { voting }] of live)
      if (rooms().isOpen(board)) for (const round of voting.openRounds) sayChanged(board, round);
  }, beatMs);
  beat.unref();

  const here = (board: BoardId) => new Set<string>([...rooms().connected(board), ...visits.here(board)]);
  const deps: VotingDeps = { store, log, now, stored, here, changed: sayChanged };

  function sayChanged(board: BoardId, round: RoundId): void {
    const known = live.get(board);
    known?.changed.add(round);
    known?.push.soon();
  }

  async function tell(board: BoardId): Promise<void> {
    const known = live.get(board);
    if (!known) return;
    const ids = [...known.changed];
    known.changed.clear();
    const session = await sessions.open(board);
    const rounds = ids.map((id) => ({ id, viewFor: known.voting.viewFor(id) }));
    const gone = rounds.flatMap(({ id, viewFor }) => (viewFor ? [] : [id]));
    rooms().tell(board, (role: Role, participant: ParticipantId) => {
      const viewer = { participant, isLeading: session.isLedBy(role, participant) };
      const views = rounds.flatMap(({ viewFor }) => viewFor?.(viewer) ?? []);
      return encodeSessionMessage({ type: 'votes', now: now(), rounds: views, gone });
    });
  }

  async function start(board: BoardId): Promise<BoardVoting> {
    const voting = new BoardVoting(board, await loadRounds(board, deps), deps);
    const push = paced(() => {
      tell(board).catch((error: unknown) => log.error('a vote was not told', errorFields(error)));
    }, limits.votesPushMs);
    live.set(board, { voting, push, changed: new Set() });
    return voting;
  }

  function makeRoom(): void {
    for (const [board, { voting }] of live) {
      if (live.size <= limits.restingSessionsMax) return;
      if (voting.isResting && !rooms().isOpen(board)) forget(board);
    }
  }

  function forget(board: BoardId): void {
    live.get(board)?.voting.stop();
    live.get(board)?.push.stop();
    live.delete(board);
    votings.delete(board);
  }

  return {
    open(board) {
      const known = votings.get(board);
      if (known) return known;
      const starting = start(board);
      votings.set(board, starting);
      starting.then(makeRoom, () => votings.delete(board));
      return starting;
    },
    async readAgain(board) {
      await (await votings.get(board))?.readAgain();
    },
    forget,
    stop() {
      clearInterval(beat);
      for (const board of live.keys()) forget(board);
    },
  };
}
