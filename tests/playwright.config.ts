// Journeys through real pages in a real Chromium against a real server.
import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { CHROMIUM_PATH: executablePath } = process.env;

// Nothing of the browser's own may show up as a request of the page; no name but ours leads anywhere.
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP board.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export default defineConfig({
  testDir: fromRoot('tests/e2e'),
  outputDir: fromRoot('test-results/browser'),
  forbidOnly: true,
  // On a busy machine a journey may miss its moment. It gets one more try and is then named as flaky; what fails twice fails.
  retries: 1,
  // One for each core of a small machine; every test is on boards and in browser profiles of its own.
  workers: 2,
  timeout: 120_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: fromRoot('test-results/playwright.json') }]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
  },
});
