// The way in: what opens a board, what does not, and where the secret goes.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, tocTemplate } from '../support/browser-boards.ts';
import { expectComplaints, requestedAddresses } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

const secret = 'AAAAAAAAAAAAAAAAAAAAAA';

test.describe('no board opens with', () => {
  for (const [what, path] of [
    ['an unknown board', `/b/AAAAAAAAAAAAAAAA#${secret}`],
    ['a malformed id', `/b/not-an-id#${secret}`],
    ['an id that is far too long', `/b/${'A'.repeat(3_000)}#${secret}`],
    ['an id that wants to lead elsewhere', `/b/..%2F..%2Fetc#${secret}`],
  ] as const) {
    test(what, async ({ server, visit }) => {
      const page = await visit();
      expectComplaints(page, /status of 404/);
      await page.goto(server.origin + path);
      const way = new PlainPage(page);
      await expect(way.gone).toBeVisible();
      await expect(page.getByText(t('join.gone.text'))).toBeVisible();
      await expect(way.linkField).toBeVisible();
      expect(page.url()).not.toContain('#');
    });
  }

  for (const [what, key] of [
    ['a wrong key', secret],
    ['a key that was cut off', 'AAAAAAAA'],
    ['a key that is far too long', 'A'.repeat(5_000)],
  ] as const) {
    test(what, async ({ server, visit }) => {
      const board = await newBoard(server, tocTemplate);
      const page = await visit();
      expectComplaints(page, /status of 40[04]/);
      await page.goto(`${server.origin}/b/${board.id}#${key}`);
      await expect(new PlainPage(page).gone).toBeVisible();
      await expect(page.getByText(board.title)).toHaveCount(0);
    });
  }

  test('another board: its key is wrong here, and the server answers both alike', async ({ server }) => {
    const [one, two] = [await newBoard(server), await newBoard(server)];
    const ask = async (id: string, key: string) => {
      const response = await fetch(`${server.origin}/api/boards/${id}/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, name: 'Ana' }),
      });
      return { status: response.status, body: await response.text() };
    };
    const wrong = await ask(one.id, two.keys.edit);
    expect(wrong.status).toBe(404);
    expect(await ask('AAAAAAAAAAAAAAAA', two.keys.edit)).toEqual(wrong);
  });
});

test('an address that is no board has its own page, with a way home', async ({ server, visit }) => {
  const page = await visit();
  expectComplaints(page, /status of 404/);
  const response = await page.goto(`${server.origin}/nowhere`);
  expect(response?.status()).toBe(404);
  await expect(new PlainPage(page).title(t('nothing.title'))).toBeVisible();
  await page.getByRole('button', { name: t('common.home') }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
});

test('the bare address asks for the link, and opens with it', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await page.goto(`${server.origin}/b/${board.id}`);
  const way = new PlainPage(page);
  await expect(way.needsLink).toBeVisible();
  await way.openLink.click();
  await expect(way.wrong).toHaveText(t('home.link.empty'));
  await way.linkField.fill(board.links.edit);
  await way.openLink.click();
  await expect(way.title(board.title)).toBeVisible();
  await expect(way.name).toBeFocused();
});

test('the secret leaves the address bar at once and is in no address asked for', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.waitFor();
  expect(page.url()).toBe(`${server.origin}/b/${board.id}`);
  await way.name.fill('Ana');
  await way.join.click();
  await new BoardPage(page).opened();
  await page.reload();
  await new BoardPage(page).opened();
  expect(page.url()).toBe(`${server.origin}/b/${board.id}`);
  const asked = requestedAddresses(page);
  expect(asked.some((address) => address.startsWith('ws'))).toBe(true);
  const sent = asked.map((address) => address.split('#')[0] ?? '');
  for (const key of Object.values(board.keys)) expect(sent.filter((address) => address.includes(key))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test.describe('a name', () => {
  for (const [what, name, sentence] of [
    ['that is empty', '', t('join.name.empty')],
    ['of spaces', '   ', t('join.name.empty')],
    ['of 10,000 letters', 'A'.repeat(10_000), t('join.name.long', { max: 40 })],
    ['of invisible letters', '\u200B\u202E\u2066', t('join.name.unreadable')],
  ] as const) {
    test(`${what} gets a sentence`, async ({ server, visit }) => {
      const board = await newBoard(server);
      const page = await visit();
      await page.goto(board.links.edit);
      const way = new PlainPage(page);
      await way.name.fill(name);
      await way.join.click();
      await expect(way.wrong).toHaveText(sentence);
      await way.name.fill('Ana');
      await expect(way.wrong).toHaveCount(0);
      await way.join.click();
      await new BoardPage(page).opened();
    });
  }

  test('with control characters is cleaned', async ({ server, visit }) => {
    const board = await newBoard(server);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'A\u0007n\u202Ea');
    await ana.openPeople();
    await expect(ana.page.getByRole('menu').getByText('Ana', { exact: true })).toBeVisible();
  });

  test('is checked by the server too', async ({ server }) => {
    const board = await newBoard(server);
    for (const name of ['', 'A'.repeat(10_000), '\u0000\u0007']) {
      await expect(joinByApi(server, board, 'edit', name)).rejects.toThrow(/answered 400.*bad-name/s);
    }
    expect((await joinByApi(server, board, 'edit', '\u0007A\u202Ena ')).name).toBe('Ana');
  });
});
