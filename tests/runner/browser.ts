// Which Chromium the tests drive: the one that is named, Playwright's own, the system's, or - in CI, as root - a new one.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pinnedNode, repositoryRoot } from '../support/repository.ts';

const playwrightCommand = join(repositoryRoot, 'tests/node_modules/@playwright/test/cli.js');
const installCommand = 'cd tests && npx playwright install --with-deps chromium';

// The first has no windows at all, which makes a page start in half the time; Playwright's own is one like it.
const commandNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Path of a Chromium that runs; null, after saying what to do, where there is none. */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (runs(named)) return named;
    console.error(`CHROMIUM_PATH is set to ${named}, but no browser starts there.`);
    return null;
  }
  const present = presentBrowser(environment);
  if (present !== null) return present;
  if (!mayInstall(environment)) {
    console.error(
      `The browser tests need Chromium, and none was found. Install it with this command:\n\n  ${installCommand}\n`,
    );
    return null;
  }
  return installBrowser(environment);
}

function presentBrowser(environment: NodeJS.ProcessEnv): string | null {
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => commandNames.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...wellKnownPaths].find(runs) ?? null;
}

// A file is not enough: some systems put a stand-in there that only asks to install the real one.
function runs(path: string): boolean {
  if (path === '' || !existsSync(path)) return false;
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

// Somebody's own machine is theirs to change; a machine for CI that is thrown away is ours.
export function mayInstall(environment: NodeJS.ProcessEnv): boolean {
  return environment.CI === 'true' && process.platform === 'linux' && process.getuid?.() === 0;
}

function installBrowser(environment: NodeJS.ProcessEnv): string | null {
  const ways: readonly (readonly [command: string, ...args: string[]])[] = [
    [pinnedNode, playwrightCommand, 'install', '--with-deps', 'chromium'],
    ['sh', '-c', 'apt-get update && (apt-get install -y chromium-headless-shell || apt-get install -y chromium)'],
  ];
  for (const [command, ...args] of ways) {
    console.log(`No Chromium found; running: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 6 * 60_000,
    });
    // What counts is not how the command ended, but whether there is a browser now.
    const installed = presentBrowser(environment);
    if (installed !== null) return installed;
  }
  console.error(`Chromium could not be installed. The command to try by hand:\n\n  ${installCommand}\n`);
  return null;
}
