// Sessions of a running server: rooms ask them, and they tell rooms; a board begins with the agenda of its template.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import { agendaOf } from '@commonboard/shared/session/template-agenda.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { templateOf } from '../boards/board-template.ts';
import type { BoardStore } from '../storage/board-store.ts';
import type { Rooms } from '../sync/rooms.ts';
import { createSessions, type Sessions, type SessionsDeps } from './sessions.ts';

interface Opening extends Pick<SessionsDeps, 'log' | 'now'> {
  store: BoardStore;
  boards: LiveBoards;
  /** They are made later. */
  rooms: () => Rooms;
}

export function openSessions({ store, boards, rooms, log, now }: Opening): Sessions {
  return createSessions({
    store,
    log,
    now,
    changed: (board) => rooms().sessionChanged(board),
    isInUse: (board) => rooms().isOpen(board),
    agendaOf: (board) => agendaOfBoard(store, boards, board),
  });
}

async function agendaOfBoard(store: BoardStore, boards: LiveBoards, board: BoardId): Promise<Phase[]> {
  const live = await boards.find(board);
  const template = live && (await templateOf(store, live.row));
  return template ? agendaOf(template) : [];
}
