// The watch that stands over every other browser test must see what it is there to see.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectCleanConsole, expectComplaints, expectOnlyOwnOrigin, watch } from '../support/page-watch.ts';

const quiet = '<link rel="icon" href="data:,">';

/** Opens a page with this body, under this policy, in a watched context. */
async function open(browser: Browser, server: Server, body: string, policy = ''): Promise<Page> {
  server.removeAllListeners('request').on('request', (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html', ...(policy ? { 'content-security-policy': policy } : {}) });
    answer.end(`<!doctype html><html lang="en"><head>${quiet}<title>A page</title></head><body>${body}</body></html>`);
  });
  const context = await browser.newContext();
  watch(context);
  const page = await context.newPage();
  await page.goto(`http://board.test:${(server.address() as AddressInfo).port}/`);
  return page;
}

test.describe('the watch', () => {
  let server: Server;
  test.beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  test.afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('is content with a page that keeps to itself', async ({ browser }) => {
    const page = await open(browser, server, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">');
    await page.evaluate(() => fetch('/own'));
    expectOnlyOwnOrigin(page);
    expectCleanConsole(page);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
  });

  for (const [what, body, policy] of [
    ['a picture', '<img src="http://elsewhere.example/a.png" alt="">', ''],
    ['a picture that the policy blocks', '<img src="http://elsewhere.example/a.png" alt="">', "default-src 'self'"],
    ['a request', '<script>fetch("http://elsewhere.example/").catch(() => {})</script>', ''],
    ['a socket', '<script>new WebSocket("ws://elsewhere.example/")</script>', ''],
    ['a hint', '<link rel="preload" as="image" href="http://elsewhere.example/a.png">', ''],
  ] as const) {
    test(`notices ${what} from elsewhere`, async ({ browser }) => {
      const page = await open(browser, server, body, policy);
      await expect.poll(() => failure(() => expectOnlyOwnOrigin(page))).toContain('elsewhere.example');
    });
  }

  test('notices an error, a warning and a promise that nobody caught', async ({ browser }) => {
    const page = await open(
      browser,
      server,
      '<script>console.warn("one"); Promise.reject(new Error("two")); setTimeout(() => { throw new Error("three") })</script>',
    );
    for (const word of ['one', 'two', 'three']) {
      await expect.poll(() => failure(() => expectCleanConsole(page))).toContain(word);
    }
    expectComplaints(page, /one/, /two/, /three/);
    expectCleanConsole(page);
  });
});

function failure(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    return String(error);
  }
}
