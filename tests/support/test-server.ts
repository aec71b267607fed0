// A server inside the test's own process, on a free port, with the store that the test wants. For kill -9 and start-up
// there is server-process.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Config } from '@commonboard/server/config.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { serve, type ServeSettings } from '@commonboard/server/serve.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly dataDir: string;
  /** Lines of the log so far. */
  readonly logged: string[];
  stop(): Promise<void>;
}

export async function startTestServer(
  settings: Partial<Omit<ServeSettings, 'config'>> & { config?: Partial<Config> } = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
  const logged: string[] = [];
  const { config, ...rest } = settings;
  const running = await serve({
    store: new MemoryBoardStore(),
    log: createLog((line) => logged.push(line)),
    storageRetryMs: 20,
    ...rest,
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      publicUrl: null,
      tldrawLicenseKey: null,
      trustProxyHops: 0,
      dataBytesMax: null,
      metricsToken: null,
      createKey: null,
      keepDays: null,
      backupDir: null,
      backupEveryHours: 1,
      backupsKept: 48,
      clientDir: join(dataDir, 'client'),
      ...config,
    },
  });
  return {
    origin: `http://127.0.0.1:${running.port}`,
    dataDir,
    logged,
    async stop() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One HTTP call with a JSON body and a bearer token, where given. */
export async function call(
  origin: string,
  method: string,
  path: string,
  { token, json, headers }: { token?: string; json?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

export async function makeBoard(origin: string, request: Record<string, unknown> = {}): Promise<CreatedBoard> {
  const { status, body } = await call(origin, 'POST', '/api/boards', { json: request });
  if (status !== 201) throw new Error(`No board was made: ${status} ${JSON.stringify(body)}`);
  return body as CreatedBoard;
}

export async function joinAs(
  origin: string,
  board: CreatedBoard,
  role: Role = 'edit',
  more: Record<string, unknown> = {},
): Promise<Joined> {
  const json = { key: board.keys[role], ...more };
  const { status, body } = await call(origin, 'POST', `/api/boards/${board.id}/join`, { json });
  if (status !== 200) throw new Error(`Nobody could join: ${status} ${JSON.stringify(body)}`);
  return body as Joined;
}
