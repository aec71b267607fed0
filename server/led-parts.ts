// What facilitators lead on a running server: sessions, votes, and how the one follows the other, here and on other servers.
import type { LiveBoards } from './access/live-boards.ts';
import type { AllDrafts } from './drafts/all-drafts.ts';
import type { Log } from './ops/log.ts';
import type { Bus } from './scale-out/bus.ts';
import type { Exporter } from './export/exporter.ts';
import type { BoardGroups } from './groups/open-groups.ts';
import { createHarvests, type Harvests } from './harvest/harvests.ts';
import { type LedSessions, openSessions } from './session/open-sessions.ts';
import { createSessionNews, type SessionNewsChannel } from './session/session-news.ts';
import type { BoardStore } from './storage/board-store.ts';
import type { Rooms } from './sync/rooms.ts';
import type { Visits } from './sync/visits.ts';
import { createStepVotes, type StepVotes } from './voting/step-votes.ts';
import { createVotings, type Votings } from './voting/votings.ts';

export interface LedParts {
  sessions: LedSessions;
  votings: Votings;
  stepVotes: StepVotes;
  harvests: Harvests;
  sessionNews: SessionNewsChannel;
}

interface Leading {
  store: BoardStore;
  boards: LiveBoards;
  bus: Bus;
  /** Who is here without a socket. */
  visits: Visits;
  exporter: Exporter;
  /** They are made later. */
  rooms: () => Rooms;
  drafts: () => Pick<AllDrafts, 'reveal' | 'sessionChanged'>;
  groups: () => Pick<BoardGroups, 'begin' | 'stepped'>;
  log: Log;
  now: () => number;
  /** Milliseconds that only grow. */
  ticks: () => number;
}

export function openLedParts({ bus, boards, ticks, drafts, groups, visits, exporter, ...common }: Leading): LedParts {
  const { log } = common;
  const sessions = openSessions({
    ...common,
    boards,
    visits,
    ticks,
    revealing: (board, round) => drafts().reveal(board, round),
    grouping: (board, set) => groups().begin(board, set),
    stepped(board) {
      stepVotes.follow(board);
      groups().stepped(board);
    },
    arrived: (board) => stepVotes.arrived(board),
    stored(board) {
      sessionNews.tell('session', board);
      drafts().sessionChanged(board);
    },
  });
  const votings = createVotings({ ...common, sessions, visits, stored: (board) => sessionNews.tell('votes', board) });
  const harvests = createHarvests({ ...common, exporter, stored: (board) => sessionNews.tell('harvest', board) });
  const sessionNews = createSessionNews({
    bus,
    log,
    readAgain: (kind, board) => ({ session: sessions, votes: votings, harvest: harvests })[kind].readAgain(board),
  });
  const stepVotes = createStepVotes({ ...common, sessions, votings, boards });
  return { sessions, votings, stepVotes, sessionNews, harvests };
}
