// When a device's copy of a board must not count or must go, and what happens where none can be kept.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import { boardMeta } from '@commonboard/shared/board/layout/layout.ts';
import * as Y from 'yjs';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { deleteBoard, joinByApi, newBoard, notesOf } from '../support/browser-boards.ts';
import { copiesIn, rowsIn, addRow } from '../support/kept-copies.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { comingBackMs, reloadedWithUnsent, savedBoard } from '../support/saved-board.ts';

test('what the server refuses does not come back from the copy', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  let refuses = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const up = socket.connectToServer();
    socket.onMessage((message) => {
      const isUpdate =
        typeof message !== 'string' && message[0] === messageTypes.sync && message[1] === syncTypes.update;
      if (!refuses || !isUpdate) return up.send(message);
      refuses = false;
      socket.send(Buffer.from(encodeRefusal({ frame: 2, code: 'not-allowed', message: 'Not this.' })));
    });
  });
  const ana = await savedBoard(page, board.links.edit);
  refuses = true;
  await page.keyboard.press('n');
  await expect(ana.said(/Not this\./)).toBeVisible();
  for (const again of [false, true]) {
    if (again) await page.reload();
    await ana.opened();
    await expect(ana.saveState('saved')).toBeVisible();
    await ana.zoomToFit();
    await expect(ana.words('By Ana before')).toBeVisible();
    await expect(ana.canvas.locator('.tl-shape')).toHaveCount(1);
  }
  expect(await notesOf(server, board)).toEqual(['By Ana before']);
});

test('a copy that cannot be read is passed over: the board comes from the server', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  await addRow(page, new Uint8Array([1, 1, 255, 255, 255, 7, 9]));
  await page.reload();
  await ana.opened();
  await expect(ana.saveState('saved')).toBeVisible();
  await expect(ana.words('By Ana before')).toBeVisible();
  await ana.writeNote('After it');
  await expect(ana.saveState('saved')).toBeVisible();
  expect((await notesOf(server, board)).toSorted()).toEqual(['After it', 'By Ana before']);
});

test('a copy that a newer page has kept is not touched by an older one, which says reload, and no more', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const page = await visit();
  await savedBoard(page, board.links.edit);
  await page.goto(server.origin);
  const newer = new Y.Doc();
  // Of two that write a key without knowing of each other, the higher id wins.
  newer.clientID = 0xffff_ffff;
  boardMeta(newer).set('layout', 99);
  await addRow(page, Y.encodeStateAsUpdate(newer));
  const rows = await rowsIn(page);
  const way = new PlainPage(page);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`${server.origin}/b/${board.id}`);
  for (const again of [false, true]) {
    if (again) await page.getByRole('button', { name: t('join.too-old.do') }).click();
    await expect(way.title(t('join.too-old.title'))).toBeVisible();
  }
  expect(await rowsIn(page)).toBe(rows);
  expect(sockets).toEqual([]);
});

test.describe('where the browser keeps nothing', () => {
  for (const [what, spoil] of [
    [
      'because it is forbidden',
      () => {
        const refuse = (): never => {
          throw new DOMException('Forbidden.', 'SecurityError');
        };
        Object.defineProperty(window, 'indexedDB', { get: refuse });
      },
    ],
    [
      'because each write fails',
      () => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('Full.', 'QuotaExceededError');
        };
      },
    ],
    [
      'because it never answers',
      () => {
        indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
      },
    ],
  ] as const) {
    test(`${what}, the board works, and says that changes stay in this page`, async ({ server, visit }) => {
      const board = await newBoard(server);
      const page = await visit();
      await page.addInitScript(spoil);
      let isDown = false;
      await page.routeWebSocket(/\/sync\//, (socket) => {
        if (isDown) return void socket.close({ code: 1013 });
        const up = socket.connectToServer();
        socket.onMessage((message) => (isDown ? void socket.close({ code: 1013 }) : up.send(message)));
      });
      const ana = await savedBoard(page, board.links.edit);
      isDown = true;
      await ana.writeNote('Only here');
      await expect(ana.bar.getByRole('button', { name: /^Offline, \d+ unsent$/ })).toBeVisible({
        timeout: comingBackMs,
      });
      isDown = false;
      await expect(ana.saveState('saved')).toBeVisible({ timeout: comingBackMs });
      expect(await notesOf(server, board)).toContain('Only here');
    });
  }
});

test.describe('the copy goes', () => {
  test('when the board is forgotten on this device', async ({ server, visit }) => {
    const board = await newBoard(server);
    const page = await visit();
    await savedBoard(page, board.links.edit);
    await expect.poll(() => rowsIn(page)).toBeGreaterThan(0);
    await page.goto(server.origin);
    expect(await copiesIn(page)).toHaveLength(1);
    const home = new HomePage(page);
    await home.choose(board.title, 'forget');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('home.forget.do') })
      .click();
    await expect.poll(() => copiesIn(page)).toEqual([]);
  });

  test('also while another tab has the board open, and that tab goes on without it', async ({ server, visit }) => {
    const board = await newBoard(server);
    const page = await visit();
    const ana = await savedBoard(page, board.links.edit);
    const other = await page.context().newPage();
    await other.goto(server.origin);
    await new HomePage(other).choose(board.title, 'forget');
    await other
      .getByRole('dialog')
      .getByRole('button', { name: t('home.forget.do') })
      .click();
    await expect.poll(() => copiesIn(other)).toEqual([]);
    await page.bringToFront();
    await ana.writeNote('Still here');
    await expect(ana.saveState('saved')).toBeVisible();
    expect(await notesOf(server, board)).toContain('Still here');
    expect(await copiesIn(page)).toEqual([]);
  });

  test('when the board is deleted, and when its link counts no more', async ({ server, visit }) => {
    for (const code of [4404, 4403]) {
      const board = await newBoard(server);
      const page = await visit();
      await savedBoard(page, board.links.edit);
      await page.routeWebSocket(/\/sync\//, (socket) => void socket.close({ code }));
      await page.reload();
      const title = code === 4404 ? t('join.deleted.title') : t('join.refused.title');
      await expect(new PlainPage(page).title(title)).toBeVisible();
      await expect.poll(() => copiesIn(page)).toEqual([]);
    }
  });

  test('but not with work in it that is nowhere else: that is offered first', async ({ server, visit }) => {
    const board = await newBoard(server);
    const page = await visit();
    await savedBoard(page, board.links.edit);
    let code = 1013;
    await reloadedWithUnsent(page, 'Nowhere else', (socket) => void socket.close({ code }));
    code = 4404;
    await expect(new PlainPage(page).title(t('join.deleted.title'))).toBeVisible({ timeout: comingBackMs });
    await expect(page.getByText(t('join.kept'))).toBeVisible();
    expect(await copiesIn(page)).toHaveLength(1);
    await page
      .getByRole('button', { name: t('common.home') })
      .first()
      .click();
    await new HomePage(page).choose(board.title, 'forget');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('home.forget.do') })
      .click();
    await expect.poll(() => copiesIn(page)).toEqual([]);
  });

  test('nor when the server knows the board no more at the next visit', async ({ server, visit }) => {
    const board = await newBoard(server);
    const page = await visit();
    expectComplaints(page, /status of 404/);
    await savedBoard(page, board.links.edit);
    await reloadedWithUnsent(page, 'Nowhere else');
    const { token } = await joinByApi(server, board, 'facilitate');
    await deleteBoard(server, board, token);
    await page.close();

    const later = await page.context().newPage();
    await later.goto(`${server.origin}/b/${board.id}`);
    await expect(new PlainPage(later).gone).toBeVisible();
    await expect(later.getByText(t('join.gone.kept'))).toBeVisible();
    const [download] = await Promise.all([
      later.waitForEvent('download'),
      later.getByRole('button', { name: t('licence.download.text') }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('Nowhere else');
    await later.getByRole('button', { name: t('join.gone.forget') }).click();
    await expect.poll(() => copiesIn(later)).toEqual([]);
  });
});
