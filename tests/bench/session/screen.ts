// One real browser that takes part, and when it has drawn how many notes.
import { chromium } from '@playwright/test';
import { findBrowser } from '../../runner/browser.ts';
import { BoardPage } from '../../support/pages/board-page.ts';

export interface Screen {
  /** When so many notes have been drawn, in ms since 1970; after a minute with what is missing. Looks at each frame. */
  drawn(notes: number): Promise<{ at: number; missing: number }>;
  stop(): Promise<void>;
}

const drawMsMax = 60_000;

export async function openScreen(link: string): Promise<Screen> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('There is no browser.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await BoardPage.join(page, link, 'Watcher');
    return {
      drawn: (notes) =>
        page.evaluate(
          async ([wanted, msMax]) => {
            const shapes = document.getElementsByClassName('tl-shape');
            const count = (): number =>
              [...shapes].filter((shape) => shape.getAttribute('data-shape-type') === 'note').length;
            const nextFrame = (): Promise<number> => new Promise((drawn) => requestAnimationFrame(drawn));
            const deadline = performance.now() + msMax;
            let there = 0;
            while (there < wanted && performance.now() < deadline) {
              await nextFrame();
              there = count();
            }
            // The next frame begins when this one has been drawn.
            await nextFrame();
            return { at: performance.timeOrigin + performance.now(), missing: wanted - there };
          },
          [notes, drawMsMax] as const,
        ),
      stop: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
