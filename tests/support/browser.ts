// What browser tests stand on: a server, and visitors, each in a browser profile of their own. Whatever a test is about, at
// its end no request has left the origin and no console has complained.
import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { expectCleanConsole, expectOnlyOwnOrigin, watch } from './page-watch.ts';
import { startServer, type ServerProcess, type Settings } from './server-process.ts';

interface Options {
  /**
   * Environment of a server of the test's own: `test.use({ settings: { TLDRAW_LICENSE_KEY: '...' } })`, or `{}` for a test
   * that stops its server. Without it the tests of a worker share one server, each on boards of its own.
   */
  settings: Settings | null;
}

interface Fixtures {
  server: ServerProcess;
  /** Opens an empty page of a new person on a new device. */
  visit: (options?: BrowserContextOptions) => Promise<Page>;
}

interface WorkerFixtures {
  sharedServer: ServerProcess;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  settings: [null, { option: true }],

  sharedServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured parameter where a fixture stands on nothing
    async ({}, provide) => {
      const server = await startServer();
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  server: async ({ settings, sharedServer }, provide, testInfo) => {
    const server = settings === null ? sharedServer : await startServer(settings);
    const before = server.output().length;
    await provide(server);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('server.log', { body: server.output().slice(before), contentType: 'text/plain' });
    }
    if (server !== sharedServer) await server.stop();
  },

  // Depends on the server, so that pages are closed before it stops: they would complain of a lost connection.
  visit: async ({ browser, server }, provide, testInfo) => {
    void server;
    const pages: Page[] = [];
    await provide(async (options) => {
      const context = await browser.newContext(options);
      watch(context);
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    // A test that has failed already must show its own reason.
    const passed = testInfo.status === testInfo.expectedStatus;
    try {
      for (const page of passed ? pages : []) {
        expectOnlyOwnOrigin(page);
        expectCleanConsole(page);
      }
    } finally {
      for (const page of pages) await page.context().close();
    }
  },
});

/** The address at which loopback is no secure context, as on a laptop that serves a room. */
export function insecureOrigin(server: ServerProcess): string {
  return server.origin.replace('127.0.0.1', 'board.test');
}
