// Files on their way into and out of a page: downloads read, and what people drop or paste.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export interface Downloaded {
  name: string;
  bytes: Buffer;
}

export interface SentFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Does something and gives the file that the browser then saves. */
export async function downloadBy(page: Page, action: () => Promise<void>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), action()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Drops a file in the middle of an element, as from the desktop. */
export async function dropFile(target: Locator, file: SentFile): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const dataTransfer = await transferOf(target.page(), file);
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer, ...at });
}

/** Pastes a file that another program has put on the clipboard. */
export async function pasteFile(target: Locator, file: SentFile): Promise<void> {
  const transfer = await transferOf(target.page(), file);
  await target.evaluate((element, clipboardData) => {
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
}

/** Pastes a piece of a page, as another page in the browser has put it on the clipboard. */
export async function pasteHtml(target: Locator, html: string, text: string): Promise<void> {
  await target.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', data.html);
      clipboardData.setData('text/plain', data.text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}

/** Copies text as another program would, and presses the keys for paste. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

function transferOf(page: Page, { name, mimeType, buffer }: SentFile) {
  return page.evaluateHandle(
    ({ base64, fileName, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName, { type }));
      return transfer;
    },
    { base64: buffer.toString('base64'), fileName: name, type: mimeType },
  );
}
