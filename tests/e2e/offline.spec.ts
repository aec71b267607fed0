// What a device keeps of a board: it opens without the server, outlives the page, merges, and goes when it must.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import { joinByApi, newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { copiesIn, rowsIn, spoilCopy } from '../support/kept-copies.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

/** The provider waits up to eight seconds between tries. */
const comingBackMs = 40_000;

function keptHere(board: BoardPage) {
  return board.bar.getByRole('button', { name: /^Offline, \d+ kept here$/ });
}

/** Another page of the same person on the same device. */
async function openAgain(context: BrowserContext, address: string): Promise<BoardPage> {
  const page = await context.newPage();
  await page.goto(address);
  return new BoardPage(page);
}

/** Joined, with a board that is saved and lies on this device. */
async function savedBoard(page: Page, link: string, name = 'Ana'): Promise<BoardPage> {
  const board = await BoardPage.join(page, link, name);
  await board.writeNote(`By ${name} before`);
  await expect(board.saveState('saved')).toBeVisible();
  return board;
}

test.describe('when the server is away', () => {
  test.use({ settings: {} });

  test('what was done before the tab was closed arrives when the board is next open, with nobody typing it again', async ({
    server,
    visit,
  }) => {
    const board = await newBoard(server, tocTemplate);
    const first = await visit();
    expectComplaints(first, /WebSocket connection to 'ws:.*failed/);
    const ana = await savedBoard(first, board.links.edit);
    await server.kill9();
    await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('In the dark');
    await ana.writeNote('And another');
    await expect(keptHere(ana)).toBeVisible();
    await first.close();

    await server.restart();
    const again = await openAgain(first.context(), `${server.origin}/b/${board.id}`);
    await again.opened();
    await expect(again.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect(await notesOf(server, board)).toEqual(
      expect.arrayContaining(['By Ana before', 'In the dark', 'And another']),
    );
    await again.zoomToFit();
    await expect(again.words('In the dark')).toBeVisible();
  });

  test('a person goes home and back into the board, works on, and joins when the server answers', async ({
    server,
    visit,
  }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    expectComplaints(page, /WebSocket connection to 'ws:.*failed/, /ERR_CONNECTION_REFUSED/);
    const ana = await savedBoard(page, board.links.edit);
    await server.kill9();
    await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('Before going home');
    await expect(keptHere(ana)).toBeVisible();
    await ana.bar.getByRole('link', { name: t('board.home') }).click();
    await new HomePage(page).openBoard(board.title);

    await ana.opened();
    await expect(ana.saveState('offline')).toBeVisible();
    await ana.zoomToFit();
    await expect(ana.words('Before going home')).toBeVisible();
    await ana.writeNote('After coming back');
    await expect(keptHere(ana)).toBeVisible();
    await expect(ana.saveState('saved')).toHaveCount(0);

    await server.restart();
    await expect(ana.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect(await notesOf(server, board)).toEqual(expect.arrayContaining(['Before going home', 'After coming back']));
    await expect(ana.people(1)).toBeVisible();
  });

  test('two tabs of one person, both with work of their own: all of it arrives, and neither sees the other past the server', async ({
    server,
    visit,
  }) => {
    const board = await newBoard(server);
    const page = await visit();
    expectComplaints(page, /WebSocket connection to 'ws:.*failed/);
    const one = await savedBoard(page, board.links.edit);
    const two = await (await openAgain(page.context(), `${server.origin}/b/${board.id}`)).opened();
    await expect(two.saveState('saved')).toBeVisible();
    await server.kill9();
    for (const tab of [one, two]) await expect(tab.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await one.page.bringToFront();
    await one.writeNote('From tab one');
    await expect(keptHere(one)).toBeVisible();
    await two.page.bringToFront();
    await two.writeNote('From tab two');
    await expect(keptHere(two)).toBeVisible();
    await two.zoomToFit();
    await expect(two.words('From tab one')).toHaveCount(0);
    await two.page.close();
    await one.page.close();

    await server.restart();
    const again = await (await openAgain(page.context(), `${server.origin}/b/${board.id}`)).opened();
    await expect(again.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect((await notesOf(server, board)).toSorted()).toEqual(['By Ana before', 'From tab one', 'From tab two']);
  });
});

test.describe('while the socket is held back', () => {
  /** Until `let go`, the page's sockets to the server open and hear nothing. */
  async function holdSockets(page: Page): Promise<() => void> {
    let go = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.routeWebSocket(/\/sync\//, async (socket) => {
      await gone;
      socket.connectToServer();
    });
    return go;
  }

  test('the board opens from the copy, and yesterday’s unsent work is not called saved before the server has it', async ({
    server,
    visit,
  }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    await savedBoard(page, board.links.edit);
    await page.routeWebSocket(/\/sync\//, (socket) => void socket.close({ code: 1013 }));
    await page.reload();
    const ana = await new BoardPage(page).opened();
    await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('From yesterday');
    await expect(keptHere(ana)).toBeVisible();
    await page.close();

    const today = await page.context().newPage();
    const letGo = await holdSockets(today);
    await today.goto(`${server.origin}/b/${board.id}`);
    const again = await new BoardPage(today).opened();
    await again.zoomToFit();
    await expect(again.words('From yesterday')).toBeVisible();
    await expect(keptHere(again)).toBeVisible();
    await expect(again.saveState('saved')).toHaveCount(0);
    expect(await notesOf(server, board)).not.toContain('From yesterday');
    letGo();
    await expect(again.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect(await notesOf(server, board)).toContain('From yesterday');
  });

  test('a board that this device never had is not invented', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    const letGo = await holdSockets(page);
    await page.goto(board.links.edit);
    const way = new PlainPage(page);
    await way.name.fill('Ana');
    await way.join.click();
    await expect(page.getByText(t('canvas.loading'))).toBeVisible();
    const ana = new BoardPage(page);
    await expect(ana.bar.getByRole('button', { name: t('board.save.connecting') })).toBeVisible();
    letGo();
    await ana.opened();
    await expect(ana.saveState('saved')).toBeVisible();
  });
});

test.describe('a page older than the board', () => {
  test('keeps its unsent work over the reload, and the newer page sends it', async ({ server, visit }) => {
    const board = await newBoard(server);
    const page = await visit();
    await savedBoard(page, board.links.edit);
    let isOld = false;
    let isUp = false;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      if (isUp) socket.connectToServer();
      else void socket.close({ code: isOld ? 4426 : 1013 });
    });
    await page.reload();
    const ana = await new BoardPage(page).opened();
    await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('Under the old page');
    await expect(keptHere(ana)).toBeVisible();
    isOld = true;
    const way = new PlainPage(page);
    await expect(way.title(t('join.too-old.title'))).toBeVisible({ timeout: comingBackMs });
    await expect(page.getByText(t('join.too-old.kept'))).toBeVisible();
    const reload = page.getByRole('button', { name: t('join.too-old.do') });

    // The server's new page is not there yet: the same is said again, once, and nothing is lost.
    await reload.click();
    await expect(way.title(t('join.too-old.title'))).toBeVisible({ timeout: comingBackMs });
    await expect(page.getByText(t('join.too-old.kept'))).toBeVisible();
    expect(await notesOf(server, board)).toEqual(['By Ana before']);

    isUp = true;
    await reload.click();
    await ana.opened();
    await expect(ana.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect((await notesOf(server, board)).toSorted()).toEqual(['By Ana before', 'Under the old page']);
  });
});

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

test('a device that was away and did nothing brings nothing back; what it did merges', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  await ana.writeNote('To be changed');
  await expect(ana.saveState('saved')).toBeVisible();
  await page.goto(server.origin);

  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
  await ben.zoomToFit();
  await ben.words('By Ana before').click();
  await ben.page.keyboard.press('Delete');
  await ben.openNote('To be changed', 'End');
  await ben.page.keyboard.type(', and changed');
  await ben.leaveNote();
  await expect(ben.saveState('saved')).toBeVisible();

  await new HomePage(page).openBoard(board.title);
  await ana.opened();
  await ana.zoomToFit();
  await expect(ana.words('To be changed, and changed')).toBeVisible();
  await ana.writeNote('By Ana after');
  await expect(ana.saveState('saved')).toBeVisible();
  expect((await notesOf(server, board)).toSorted()).toEqual(['By Ana after', 'To be changed, and changed']);
  await expect(ben.words('By Ana before')).toHaveCount(0);
});

test('visits do not pile up client ids in the document', async ({ server, visit }) => {
  const visits = 5;
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  for (let number = 1; number <= visits; number++) {
    await page.reload();
    await ana.opened();
    await ana.writeNote(`Visit ${number}`);
    await expect(ana.saveState('saved')).toBeVisible();
  }
  await page.close();
  const { token } = await joinByApi(server, board, 'view');
  const program = plainProvider(server.origin, board.id, token);
  try {
    await expect.poll(() => program.synced).toBe(true);
    const notes = await notesOf(server, board);
    expect(notes).toHaveLength(visits + 1);
    // One is the server's, who seeded the board, and one may be lost to a page that was left in haste.
    expect(program.doc.store.clients.size).toBeLessThanOrEqual(3);
  } finally {
    program.destroy();
  }
});

test('who leaves with work that is not saved is asked first', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  await savedBoard(page, board.links.edit);
  await page.routeWebSocket(/\/sync\//, (socket) => void socket.close({ code: 1013 }));
  await page.reload();
  const ana = await new BoardPage(page).opened();
  await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
  await ana.writeNote('Not saved');
  await expect(keptHere(ana)).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await expect(ana.words('Not saved')).toBeVisible();
});

test('a copy that cannot be read is passed over: the board comes from the server', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  await spoilCopy(page);
  await page.reload();
  await ana.opened();
  await expect(ana.saveState('saved')).toBeVisible();
  await expect(ana.words('By Ana before')).toBeVisible();
  await ana.writeNote('After it');
  await expect(ana.saveState('saved')).toBeVisible();
  expect((await notesOf(server, board)).toSorted()).toEqual(['After it', 'By Ana before']);
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
    await page.routeWebSocket(/\/sync\//, (socket) => void socket.close({ code }));
    await page.reload();
    const ana = await new BoardPage(page).opened();
    await expect(ana.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('Nowhere else');
    await expect(keptHere(ana)).toBeVisible();
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
});
