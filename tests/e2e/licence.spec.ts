// Where tldraw needs a licence key and has none that fits: words, the content of the board, and no request to anybody else.
import { expect } from '@playwright/test';
import { dayText } from '@commonboard/client/ui/messages/dates.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, shapesOf, tocTemplate } from '../support/browser-boards.ts';
import { downloadBy } from '../support/browser-files.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { startTlsProxy } from '../support/tls-proxy.ts';

/** In the form of tldraw's keys; only tldraw can sign one. */
function key(hosts: string[], flags: number, expiry: string): string {
  const data = Buffer.from(JSON.stringify(['test', hosts, flags, expiry])).toString('base64');
  return `tldraw-test/${data}.${Buffer.from('no signature').toString('base64')}`;
}

const annual = 1;
const host = 'board.test';

for (const [what, licence, words] of [
  ['no key', undefined, t('licence.missing')],
  [
    'a key for another host',
    key(['other.example'], annual, '2099-01-01'),
    t('licence.wrong-host', { hosts: 'other.example', host }),
  ],
  [
    'a key that has ended',
    key([host], annual, '2019-03-31'),
    t('licence.expired', { date: dayText(new Date('2019-03-31')) }),
  ],
  ['a key that tldraw did not sign', key([host], annual, '2099-01-01'), t('licence.unreadable')],
  ['something that is no key', 'not-a-key-at-all', t('licence.unreadable')],
] as const) {
  test.describe(`over https with ${what}`, () => {
    test.use({ settings: { TLDRAW_LICENSE_KEY: licence, TRUST_PROXY: '1' } });

    test('there are words instead of a canvas, and the content to read and take along', async ({ server, visit }) => {
      const proxy = await startTlsProxy(host);
      try {
        proxy.forwardTo(server.origin);
        const board = await newBoard(server, tocTemplate);
        const page = await visit({ ignoreHTTPSErrors: true });
        await page.goto(`${proxy.origin}/b/${board.id}#${board.keys.edit}`);
        const way = new PlainPage(page);
        await way.name.fill('Ana');
        await way.join.click();

        await expect(way.title(t('licence.title'))).toBeVisible();
        await expect(page.getByText(words)).toBeVisible();
        await expect(page.getByText(t('licence.safe'))).toBeVisible();
        await expect(page.getByText(t('licence.how.ask', { host }))).toBeVisible();
        await expect(page.getByRole('application')).toHaveCount(0);
        await expect(page.locator('canvas')).toHaveCount(0);

        const outline = page.getByRole('region', { name: board.title });
        await expect(outline.getByRole('heading', { name: 'Long-term outcomes' })).toBeVisible();
        await expect(outline.getByText('What must be true just before that?', { exact: true })).toBeVisible();
        await expect(outline.getByText('One change per note. Say who changes, and how')).toBeVisible();

        const text = await downloadBy(page, () =>
          outline.getByRole('button', { name: t('licence.download.text') }).click(),
        );
        expect(text.name).toBe('Theory of change, backwards.md');
        expect(text.bytes.toString()).toContain('Long-term outcomes');
        expect(text.bytes.toString()).toContain('One change per note. Say who changes, and how');
        const data = await downloadBy(page, () =>
          outline.getByRole('button', { name: t('licence.download.data') }).click(),
        );
        expect(data.name).toBe('Theory of change, backwards.json');
        const { records } = JSON.parse(data.bytes.toString()) as { records: { typeName: string }[] };
        expect(records.filter(({ typeName }) => typeName === 'shape')).toHaveLength(
          (await shapesOf(server, board)).length,
        );
      } finally {
        await proxy.close();
      }
    });
  });
}

test('over plain http no key is needed: the canvas is there', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit.replace('127.0.0.1', host), 'Ana');
  await expect(ana.words('Long-term outcomes')).toBeVisible();
});
