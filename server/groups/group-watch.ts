// While a step needs to know who is here: who comes goes into a group, and who has been away for a while has left theirs. Rule R172.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { isGrouped } from '@commonboard/shared/groups/group-set.ts';
import { facilitates } from '../access/facilitates.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { Sessions } from '../session/sessions.ts';
import { whoIsHere } from '../session/who-is-here.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Visits } from '../sync/visits.ts';
import { ideasOnBoard } from './ideas-on-board.ts';

export interface GroupWatchDeps {
  boards: LiveBoards;
  sessions: Pick<Sessions, 'open'>;
  rooms: Rooms;
  visits: Visits;
  log: Log;
  /** Milliseconds that only grow. */
  ticks: () => number;
}

const lookEveryMs = 2_000;

export interface GroupWatch {
  /** Another step runs, or none: its groups are formed now. */
  look(board: BoardId): void;
  stop(): void;
}

export function watchGroups({ boards, sessions, rooms, visits, log, ticks }: GroupWatchDeps): GroupWatch {
  /** Of each board, who of its groups is not here, and since when. */
  const missing = new Map<BoardId, Map<ParticipantId, number>>();

  async function meet(board: BoardId): Promise<void> {
    const session = await sessions.open(board);
    const { groups, isWatched } = session;
    const live = await boards.find(board);
    if (!live || !(isGrouped(groups) || isWatched)) {
      missing.delete(board);
      return;
    }
    const here = whoIsHere(live, { rooms, visits });
    const known = new Set(here.map(({ participant }) => participant));
    const leading = new Set(live.participants.filter(facilitates).map(({ id }) => id));
    const before = missing.get(board);
    // Who facilitates and has gone into a group by hand is in none of these counts.
    const away = (isGrouped(groups) ? groups.groups : [])
      .flatMap(({ people }) => people)
      .filter(({ participant }) => !known.has(participant) && !leading.has(participant));
    const since = new Map(away.map(({ participant }) => [participant, before?.get(participant) ?? ticks()]));
    missing.set(board, since);
    const gone = [...since].filter(([, from]) => ticks() - from >= limits.groupAwayMs);
    const { wantsIdeas } = session;
    if (wantsIdeas)
      await session.ideasFound(await rooms.open(board).use((room) => ideasOnBoard(room, wantsIdeas)), here);
    await session.groupsMet(here, new Set(gone.map(([participant]) => participant)));
  }

  const timer = setInterval(() => {
    const open = new Set(Array.from(rooms.all(), ({ board }) => board));
    for (const board of missing.keys()) if (!open.has(board)) missing.delete(board);
    for (const board of open) look(board);
  }, lookEveryMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };

  function look(board: BoardId): void {
    meet(board).catch((error: unknown) =>
      log.warn('who is in which group was not looked at', { board: boardTag(board), ...errorFields(error) }),
    );
  }
}
