// What a running server is made of, for those who mount its routes.
import type { Grants } from './access/grants.ts';
import type { LiveBoards } from './access/live-boards.ts';
import type { GuessLimits } from './access/try-limits.ts';
import type { AssetFiles } from './assets/asset-files.ts';
import type { Config } from './config.ts';
import type { Exporter } from './export/exporter.ts';
import type { Versions } from './history/versions.ts';
import type { RateLimit } from './http/rate-limit.ts';
import type { DivergenceCount } from './ops/divergence-count.ts';
import type { Log } from './ops/log.ts';
import type { BoardStore } from './storage/board-store.ts';
import type { StoreHealth } from './storage/health.ts';
import type { Rooms } from './sync/rooms.ts';

export interface ServerParts {
  config: Config;
  store: BoardStore;
  health: StoreHealth;
  boards: LiveBoards;
  grants: Grants;
  rooms: Rooms;
  divergences: DivergenceCount;
  assets: AssetFiles;
  versions: Versions;
  joinLimit: RateLimit;
  createLimit: RateLimit;
  guesses: GuessLimits;
  /** For each participant. */
  exportLimit: RateLimit;
  exporter: Exporter;
  log: Log;
  now: () => number;
  /** Milliseconds that only grow. */
  ticks: () => number;
}
