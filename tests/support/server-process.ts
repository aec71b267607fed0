// A real server in a process of its own, on a free port and a folder of data that is thrown away afterwards.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, repositoryRoot, serveArguments } from './repository.ts';

export interface ServerProcess {
  /** `http://127.0.0.1:<port>`, the same after every restart. */
  readonly origin: string;
  readonly dataDir: string;
  /** Of the process that runs now. */
  pid(): number;
  /** All that the server has printed so far, over all its lives. */
  output(): string;
  /** Ends the process at once, as a power cut would. The folder stays. */
  kill9(): Promise<void>;
  /** Starts it again on the same port and folder; a process still running is stopped first. */
  restart(env?: Settings): Promise<void>;
  /** Stops the process and removes its folder. Safe to call twice. */
  stop(): Promise<void>;
}

/** Environment of the server beyond PORT, HOST and DATA_DIR; `undefined` takes a setting away. */
export type Settings = Record<string, string | undefined>;

interface Life {
  child: ChildProcess;
  ended: Promise<unknown>;
}

const startMs = 30_000;
const stopMs = 10_000;
const announced = /Commonboard is running at https?:\/\/[^\s/]*?:(\d+)/;

// A test that crashes must not leave servers behind.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(settings: Settings = {}): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  let current = settings;
  let port = '0';

  const launch = async (): Promise<Life> => {
    const life = spawnServer({ ...current, PORT: port, HOST: '127.0.0.1', DATA_DIR: dataDir }, print);
    port = await announcedPort(life);
    return life;
  };

  const clean = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  let life = await launch().catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    pid: () => life.child.pid ?? 0,
    output: () => printed,
    kill9: () => end(life, 'SIGKILL'),
    async restart(env = {}) {
      await end(life, 'SIGTERM');
      current = { ...current, ...env };
      life = await launch();
    },
    async stop() {
      await end(life, 'SIGTERM');
      await clean();
    },
  };
}

function spawnServer(settings: Settings, print: (text: string) => void): Life {
  const child = spawn(pinnedNode, serveArguments, {
    cwd: repositoryRoot,
    env: serverEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.stdout?.setEncoding('utf8').on('data', print);
  child.stderr?.setEncoding('utf8').on('data', print);
  const ended = once(child, 'close').finally(() => running.delete(child));
  return { child, ended };
}

// What the person at the desk has set must not reach the server under test.
function serverEnvironment(settings: Settings): Record<string, string> {
  const environment: Record<string, string> = { PATH: process.env.PATH ?? '', TZ: 'UTC', NODE_ENV: 'production' };
  for (const [name, value] of Object.entries(settings)) if (value !== undefined) environment[name] = value;
  return environment;
}

/** Resolves with the port that the server prints; rejects with its words when it ends or stays silent. */
function announcedPort({ child }: Life): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`The server ${why}. It said:\n${seen}`));
    };
    const deadline = setTimeout(() => fail(`printed no address within ${startMs / 1000} s`), startMs);
    const read = (text: string): void => {
      seen += text;
      const port = announced.exec(seen)?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      child.stdout?.off('data', read);
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (text: string) => {
      seen += text;
    });
    child.once('close', (code, signal) => {
      clearTimeout(deadline);
      fail(`ended (${signal ?? code}) before it was up`);
    });
  });
}

async function end({ child, ended }: Life, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const deadline = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await ended;
  clearTimeout(deadline);
}
