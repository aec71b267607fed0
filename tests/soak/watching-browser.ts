// A real browser with one person who watches the board, and what it costs it.
import { chromium, type Browser } from '@playwright/test';
import { BoardPage } from '../support/pages/board-page.ts';
import { findBrowser } from '../runner/browser.ts';

export interface WatchingBrowser {
  /** Bytes in use by the page's scripts after forced collection. */
  heapBytes(): Promise<number>;
  /** ms of processor time of all its processes since it began. */
  cpuMs(): Promise<number>;
  /** What the page has complained of. */
  complaints(): readonly string[];
  stop(): Promise<void>;
}

export async function watchBoard(link: string): Promise<WatchingBrowser> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('There is no browser.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, locale: 'en-GB' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('crash', () => complaints.push('The page crashed.'));
  const board = await BoardPage.join(page, link, 'Watcher');
  // All of it in view: what a shape costs when it is first seen is paid before the first sample.
  await board.zoomToFit();
  const session = await page.context().newCDPSession(page);
  return {
    async heapBytes() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    cpuMs: () => processorMs(browser),
    complaints: () => complaints,
    stop: () => browser.close(),
  };
}

async function processorMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((ms, { cpuTime }) => ms + cpuTime * 1_000, 0);
}
