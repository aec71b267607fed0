// What a running server is made of, for those who mount its routes.
import type { AccessNews } from './access/access-news.ts';
import type { CodeTries } from './access/code-tries.ts';
import type { Grants } from './access/grants.ts';
import type { LiveBoards } from './access/live-boards.ts';
import type { AssetFiles } from './assets/asset-files.ts';
import type { Outlines } from './boards/outlines.ts';
import type { Config } from './config.ts';
import type { AllDrafts } from './drafts/all-drafts.ts';
import type { Exporter } from './export/exporter.ts';
import type { Harvests } from './harvest/harvests.ts';
import type { BoardGroups } from './groups/open-groups.ts';
import type { Versions } from './history/versions.ts';
import type { Paces } from './http/paces.ts';
import type { DivergenceCount } from './ops/divergence-count.ts';
import type { Log } from './ops/log.ts';
import type { BoardStore } from './storage/board-store.ts';
import type { SessionNewsChannel } from './session/session-news.ts';
import type { LedSessions } from './session/open-sessions.ts';
import type { StoreHealth } from './storage/health.ts';
import type { Rooms } from './sync/rooms.ts';
import type { Visits } from './sync/visits.ts';
import type { StepVotes } from './voting/step-votes.ts';
import type { Votings } from './voting/votings.ts';

export interface ServerParts extends Paces {
  config: Config;
  store: BoardStore;
  health: StoreHealth;
  boards: LiveBoards;
  accessNews: AccessNews;
  grants: Grants;
  rooms: Rooms;
  divergences: DivergenceCount;
  assets: AssetFiles;
  versions: Versions;
  codeTries: CodeTries;
  sessions: LedSessions;
  votings: Votings;
  drafts: AllDrafts;
  harvests: Harvests;
  groups: BoardGroups;
  outlines: Outlines;
  visits: Visits;
  stepVotes: StepVotes;
  sessionNews: SessionNewsChannel;
  exporter: Exporter;
  log: Log;
  now: () => number;
  /** Milliseconds that only grow. */
  ticks: () => number;
}
