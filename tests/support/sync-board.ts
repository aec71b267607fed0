// What tests of the sync protocol stand on: a real server whose store the test controls, one board, and clients of it.
import { afterEach, beforeEach } from 'vitest';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { controlledStore, type StoreControls } from './failing-store.ts';
import { SyncClient, type SyncClientOptions } from './sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from './test-server.ts';

/** Anew for each test. */
export interface SyncBoard {
  server: TestServer;
  controls: StoreControls;
  board: CreatedBoard;
  /** Resolves when the socket is open. */
  connect: (role?: Role, options?: SyncClientOptions) => Promise<SyncClient>;
  /** Resolves when the board has arrived. */
  ready: (role?: Role, options?: SyncClientOptions) => Promise<SyncClient>;
  withToken: (token: string, options?: SyncClientOptions) => SyncClient;
  /** Stopped at the test's end, as those made here are. */
  clients: SyncClient[];
}

/** Call at the top of a test file. */
export function syncBoard(settings: Parameters<typeof startTestServer>[0] = {}): SyncBoard {
  const clients: SyncClient[] = [];
  const withToken = (token: string, options: SyncClientOptions = {}): SyncClient => {
    const client = new SyncClient(on.server.origin, on.board.id, token, options);
    clients.push(client);
    return client;
  };
  const connect = async (role: Role = 'edit', options: SyncClientOptions = {}): Promise<SyncClient> => {
    const { token } = await joinAs(on.server.origin, on.board, role);
    const client = withToken(token, options);
    await client.opened;
    return client;
  };
  const on = {
    connect,
    ready: async (role?: Role, options?: SyncClientOptions) => (await connect(role, options)).ready(),
    withToken,
    clients,
  } as SyncBoard;

  beforeEach(async () => {
    on.controls = controlledStore(new MemoryBoardStore());
    on.server = await startTestServer({ store: on.controls.store, ...settings });
    on.board = await makeBoard(on.server.origin);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await on.server.stop();
  });
  return on;
}
