// Which nginx the tests put in front of a server: the system's, or - in CI, as root - a new one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mayInstall } from './browser.ts';

/** Null where there is none and none may be installed. */
export function findNginx(environment: NodeJS.ProcessEnv = process.env): string | null {
  const present = (): string | null =>
    [...(environment.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
      .map((folder) => join(folder, 'nginx'))
      .find((path) => existsSync(path)) ?? null;
  const found = present();
  if (found !== null || !mayInstall(environment)) return found;
  spawnSync('sh', ['-c', 'apt-get install -y nginx-light || (apt-get update && apt-get install -y nginx-light)'], {
    stdio: 'ignore',
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 3 * 60_000,
  });
  return present();
}
