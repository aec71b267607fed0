// Builds the parts and puts them on a port. Every start returns its stop.
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import type { WebSocketServer } from 'ws';
import { createAccessNews } from './access/access-news.ts';
import { createCodeTries } from './access/code-tries.ts';
import { createGrants } from './access/grants.ts';

import { createLiveBoards } from './access/live-boards.ts';
import { closeGuessedCode } from './access/short-code.ts';
import { createApp } from './app.ts';
import { createAssetFiles } from './assets/asset-files.ts';
import { deleteBoard } from './boards/delete.ts';
import { createAllDrafts } from './drafts/all-drafts.ts';
import { openGroups } from './groups/open-groups.ts';
import { createOutlines } from './boards/outlines.ts';
import type { Config } from './config.ts';
import { createExporter } from './export/exporter.ts';
import { keepAtTheEnd } from './history/at-the-end.ts';
import { startHistoryBeat, usualHistoryBeatMs } from './history/beat.ts';
import { createVersions } from './history/versions.ts';
import { createPaces } from './http/paces.ts';
import type { RateLimitSettings } from './http/rate-limit.ts';
import { createDivergenceCount } from './ops/divergence-count.ts';
import type { Log } from './ops/log.ts';
import type { Bus } from './scale-out/bus.ts';
import { createLocalBus } from './scale-out/local.ts';
import { openLedParts } from './led-parts.ts';
import type { ServerParts } from './server-parts.ts';
import type { BoardStore } from './storage/board-store.ts';
import { watchHealth } from './storage/health.ts';
import { createFoldThread, type FoldThread } from './sync/log/fold-thread.ts';
import { createRooms } from './sync/rooms.ts';
import type { Pulse } from './sync/socket/session.ts';
import { createSocketServer } from './sync/socket/upgrade.ts';
import { createVisits } from './sync/visits.ts';
import type { FindSteering } from './sync/steering.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

export interface ServeSettings {
  config: Config;
  store: BoardStore;
  log: Log;
  bus?: Bus;
  now?: () => number;
  /** Milliseconds that only grow: for waiting times, which a clock that is set anew must not change. */
  ticks?: () => number;
  roomIdleMs?: number;
  pulse?: Pulse;
  storageRetryMs?: number;
  joinLimit?: RateLimitSettings;
  entryLimit?: RateLimitSettings;
  historyBeatMs?: number;
  wrongCodesMax?: number;
  /** In place of the session's. */
  steering?: FindSteering;
}

export interface RunningServer {
  port: number;
  /** False where there is no such board. */
  deleteBoard(board: BoardId): Promise<boolean>;
  /** Sends everybody away to come back, stores what is left, closes the store. */
  stop(): Promise<{ unsaved: number }>;
}

/** Longer than proxies keep a connection that rests - Caddy two minutes -, so that none asks on one which is just being closed. */
const keepAliveTimeout = 130_000;
const stopWaitMsMax = 7_000;
const lastWordsMs = 1_000;
/** All of it together stays below the ten seconds that process managers wait. */
const lastVersionsMs = 2_000;

/** Rejects when the port cannot be had. */
export async function serve(settings: ServeSettings): Promise<RunningServer> {
  const { parts, stopHistory, folding } = makeParts(settings);
  const server = serverOf(createApp(parts));
  const sockets = openSockets(server);
  const port = await listen(server, parts.config);
  return {
    port,
    async deleteBoard(board) {
      if (!(await parts.boards.find(board))) return false;
      await deleteBoard(parts, board);
      return true;
    },
    async stop() {
      const result = await stopServing(parts, stopHistory, server, sockets);
      await folding.stop();
      await parts.store.close();
      return result;
    },
  };
}

/** What runs without a port. */
function makeParts(settings: ServeSettings): {
  parts: ServerParts;
  stopHistory: () => Promise<void>;
  folding: FoldThread;
} {
  const { config, log, now = Date.now, ticks = () => performance.now() } = settings;
  const { historyBeatMs: everyMs = usualHistoryBeatMs } = settings;
  const { store, health } = watchHealth(settings.store);
  const bus = settings.bus ?? createLocalBus();
  const boards = createLiveBoards(store, now);
  const grants = createGrants(store, boards);
  const divergences = createDivergenceCount();
  const folding = createFoldThread();
  const { fold } = folding;
  const versions = createVersions({ store, fold, log, now });
  const waits = {
    roomIdleMs: settings.roomIdleMs ?? limits.roomIdleMs,
    storageRetryMs: settings.storageRetryMs ?? limits.storageRetryMs,
  };
  const shared = { store, boards, bus, rooms: () => rooms, log };
  const visits = createVisits(ticks);
  const exporter = createExporter();
  const later = { drafts: () => drafts, groups: () => groups };
  const led = openLedParts({ ...shared, ...later, exporter, visits, now, ticks });
  const rooms = createRooms(
    {
      mayLack: untilAfter(limits.broughtByOthersMs, ticks),
      store,
      fold,
      left: (board) => versions.left(board),
      steering: settings.steering ?? ((board) => led.sessions.open(board)),
      divergences,
      bus,
      log,
      now: ticks,
      ...waits,
    },
    settings.pulse,
  );
  const drafts = createAllDrafts({
    ...shared,
    ...waits,
    sessions: led.sessions,
    divergences,
    fold,
    now: ticks,
    pulse: settings.pulse,
  });
  const groups = openGroups({ boards, sessions: led.sessions, rooms, visits, versions, log, ticks });
  const stopHistory = startHistoryBeat({ versions, store, inUse: () => rooms.all(), log, now, everyMs });
  const changed = (board: BoardId): void => [rooms, drafts].forEach((one) => one.accessChanged(board));
  const accessNews = createAccessNews({ bus, boards, log, changed });
  const codeTries = createCodeTries({
    now: ticks,
    wrongMax: settings.wrongCodesMax ?? limits.shortCodeWrongMax,
    onGuessed: (board, hash) => void closeGuessedCode({ store, boards, rooms, accessNews }, log, board, hash),
  });
  const assets = createAssetFiles(config.dataDir);
  const parts: ServerParts = {
    config,
    store,
    health,
    boards,
    accessNews,
    grants,
    rooms,
    divergences,
    assets,
    versions,
    ...createPaces(ticks, settings.joinLimit, settings.entryLimit),
    codeTries,
    ...led,
    drafts,
    groups,
    outlines: createOutlines(ticks),
    visits,
    exporter,
    log,
    now,
    ticks,
  };
  return { parts, stopHistory, folding };
}

/** Everybody is sent away to come back, and all is stored. */
async function stopServing(
  {
    accessNews,
    sessions,
    groups,
    votings,
    stepVotes,
    sessionNews,
    harvests,
    rooms,
    drafts,
    exporter,
    versions,
  }: ServerParts,
  stopHistory: () => Promise<void>,
  server: Server,
  sockets: ReadonlySet<Socket>,
): Promise<{ unsaved: number }> {
  for (const one of [accessNews, sessionNews, sessions, groups, stepVotes, votings, harvests]) one.stop();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const inUse = Array.from(rooms.all(), ({ board }) => board);
  const leaving = [drafts.stop(stopWaitMsMax), exporter.stop(), stopHistory()];
  const [result] = await Promise.all([rooms.stop(stopWaitMsMax), ...leaving]);
  // Answers and close frames get a moment to arrive; who does not take them is cut off.
  server.closeIdleConnections();
  const cutOff = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, lastWordsMs);
  await Promise.all([closed, keepAtTheEnd(versions, inUse, lastVersionsMs)]);
  clearTimeout(cutOff);
  return result;
}

function serverOf(app: Hono): Server {
  return createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: socketServerFor(createSocketServer()) },
    serverOptions: { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout },
  }) as Server;
}

/** Those that are open at any moment. */
function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** True for so long from now on. */
function untilAfter(ms: number, ticks: () => number): () => boolean {
  const startedAt = ticks();
  return () => ticks() - startedAt < ms;
}

/** ws types its options as optional; ours has `noServer` set. */
function socketServerFor(server: WebSocketServer): WebSocketServerLike {
  return server as WebSocketServer & WebSocketServerLike;
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
