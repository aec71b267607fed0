// The process: settings, parts, port, signals. The only place that reads the environment and ends the process.
import { networkInterfaces } from 'node:os';
import { type Config, readConfig } from './config.ts';
import type { Admin } from './ops/admin.ts';
import { listenForAdmin } from './ops/admin-socket.ts';
import { keepHouse } from './ops/housekeeping.ts';
import { createLog, errorFields } from './ops/log.ts';
import { refuseHalfRestored } from './ops/restore.ts';
import { type RunningServer, serve } from './serve.ts';
import { openSqliteStore } from './storage/sqlite.ts';

// Whoever reads the data folder can open every board in it.
process.umask(0o077);
const log = createLog();
await main();

async function main(): Promise<void> {
  const read = readConfig(process.env, process.versions.node);
  if (!read.ok) {
    fail(read.problems);
    return;
  }
  const { config } = read;
  try {
    refuseHalfRestored(config.dataDir);
    const store = await openSqliteStore(config.dataDir, config.dataBytesMax, (problem) =>
      log.error('data folder', { problem }),
    );
    const running = await serve({ config, store, log }).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    // First: whoever reads the address may stop the server at once.
    stopOnSignal(running);
    const admin: Admin = {
      listBoards: () => store.listBoards(),
      deleteBoard: (board) => running.deleteBoard(board),
      copyDatabase: (file) => store.copyTo(file),
    };
    await listenForAdmin(config.dataDir, admin, log).catch((error: unknown) =>
      log.warn('the commonboard command cannot reach this server', errorFields(error)),
    );
    keepHouse({ config, admin, log, now: Date.now });
    for (const address of addresses(config, running.port)) console.log(address);
  } catch (error) {
    fail([sentence(error, config)]);
  }
}

function stopOnSignal(running: RunningServer): void {
  let stopping = false;
  const onSignal = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    try {
      const { unsaved } = await running.stop();
      if (unsaved > 0) log.error('stopped with boards that could not be stored', { boards: unsaved });
      process.exit(unsaved > 0 ? 1 : 0);
    } catch (error) {
      log.error('not stopped cleanly', errorFields(error));
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void onSignal());
  process.on('SIGINT', () => void onSignal());
  // start.mjs has ended without passing a signal on.
  process.on('disconnect', () => void onSignal());
}

function addresses({ host, publicUrl }: Config, port: number): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const shown = host.includes(':') ? `[${host}]` : host;
  const first = `Commonboard is running at http://${everywhere ? 'localhost' : shown}:${port}`;
  if (publicUrl !== null) return [first, `For everybody: ${publicUrl}`];
  if (!everywhere) return [first];
  return [first, ...networkAddresses().map((ip) => `For others in your network: http://${ip}:${port}`)];
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addressList) =>
    (addressList ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

function sentence(error: unknown, { port, host }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is "${host}", but this machine has no such address.`;
  return error instanceof Error ? error.message : String(error);
}

function fail(sentences: readonly string[]): void {
  for (const line of sentences) console.error(line);
  process.exit(1);
}
