// Sessions of a running server: rooms ask them, and they tell rooms; a board begins with the agenda of its template.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import { agendaOf } from '@commonboard/shared/session/template-agenda.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { templateOf } from '../boards/board-template.ts';
import type { BoardStore } from '../storage/board-store.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Visits } from '../sync/visits.ts';
import { watchLeaders } from './leader-watch.ts';
import { createSessions, type Sessions, type SessionsDeps } from './sessions.ts';

export interface LedSessions extends Sessions {
  /** Whether a deputy may take over. */
  isLeaderless(board: BoardId): boolean;
}

interface Opening extends Pick<
  SessionsDeps,
  'log' | 'now' | 'revealing' | 'grouping' | 'stepped' | 'arrived' | 'stored'
> {
  store: BoardStore;
  boards: LiveBoards;
  /** Who is here without a socket. */
  visits: Visits;
  /** They are made later. */
  rooms: () => Rooms;
  /** Milliseconds that only grow. */
  ticks: () => number;
}

export function openSessions(opening: Opening): LedSessions {
  const { store, boards, rooms, visits, log, now, ticks, revealing, grouping, stepped, arrived, stored } = opening;
  const sessions = createSessions({
    store,
    log,
    now,
    revealing,
    grouping,
    changed: (board) => rooms().sessionChanged(board),
    stepped,
    arrived,
    stored,
    isInUse: (board) => rooms().isOpen(board),
    agendaOf: (board) => agendaOfBoard(store, boards, board),
  });
  const leaders = watchLeaders({
    inUse: () => Array.from(rooms().all(), ({ board }) => board),
    isLeaderHere: (board) => rooms().isLed(board) || visits.isLed(board),
    isLed: (board) => sessions.leaderIsHere(board),
    ticks,
  });
  return {
    ...sessions,
    isLeaderless: (board) => leaders.isLeaderless(board),
    stop() {
      leaders.stop();
      sessions.stop();
    },
  };
}

async function agendaOfBoard(store: BoardStore, boards: LiveBoards, board: BoardId): Promise<Phase[]> {
  const live = await boards.find(board);
  const template = live && (await templateOf(store, live.row));
  return template ? agendaOf(template) : [];
}
