// Records everything that a browser context asks for and complains of, so that a test can say: nothing left the origin,
// and the console is clean. Requests that were blocked count too: a page must not even try.
import { expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test';

interface Watched {
  /** Oldest first. */
  addresses: string[];
  complaints: string[];
  expected: RegExp[];
}

// Chromium's advice to whoever wrote a library's code on how it could be faster; it says nothing of what the page did.
const advice = /^warning: Canvas2D: Multiple readback operations/;

const watched = new WeakMap<BrowserContext, Watched>();

/** Call it before the first page is opened. */
export function watch(context: BrowserContext): void {
  const record: Watched = { addresses: [], complaints: [], expected: [] };
  watched.set(context, record);
  context.on('request', (request) => record.addresses.push(request.url()));
  context.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    const complaint = describe(message);
    if (!advice.test(complaint)) record.complaints.push(complaint);
  });
  context.on('weberror', (error) => record.complaints.push(String(error.error())));
  context.on('page', (page) => {
    page.on('websocket', (socket) => record.addresses.push(socket.url()));
    page.on('crash', () => record.complaints.push('The page crashed.'));
  });
}

/** No request of this page and those beside it, made or only tried, went elsewhere than where the first one went. */
export function expectOnlyOwnOrigin(page: Page): void {
  const { addresses } = recordOf(page.context());
  const own = originOf(addresses[0] ?? page.url());
  expect(
    addresses.filter((address) => !isHere(address) && originOf(address) !== own),
    `requests that left ${own}`,
  ).toEqual([]);
}

/** No error, no warning, nothing thrown - except what the test has announced with `expectComplaints`. */
export function expectCleanConsole(page: Page): void {
  const { complaints, expected } = recordOf(page.context());
  expect(
    complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
    'complaints in the console',
  ).toEqual([]);
}

/** The browser itself reports a refused request or a cut connection as an error; a test that causes one says so here. */
export function expectComplaints(page: Page, ...patterns: RegExp[]): void {
  recordOf(page.context()).expected.push(...patterns);
}

/** Every address asked for so far, oldest first. */
export function requestedAddresses(page: Page): readonly string[] {
  return recordOf(page.context()).addresses;
}

/** Made in the page itself, without any request. */
function isHere(address: string): boolean {
  return /^(data|blob|about):/.test(address);
}

/** A socket belongs to the origin of the page: `ws://` counts as `http://`. */
function originOf(address: string): string {
  return new URL(address.replace(/^ws/, 'http')).origin;
}

function describe(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.type()}: ${message.text()} (${url}:${lineNumber})`;
}

function recordOf(context: BrowserContext): Watched {
  const record = watched.get(context);
  if (!record) throw new Error('This page is not watched: open it with the visit fixture.');
  return record;
}
