// What a device keeps of a board: it opens without the server, outlives the page, and merges.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { comingBackMs, reloadedWithUnsent, savedBoard } from '../support/saved-board.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

/** Another page of the same person on the same device. */
async function openAgain(context: BrowserContext, address: string): Promise<BoardPage> {
  const page = await context.newPage();
  await page.goto(address);
  return new BoardPage(page);
}

/** A network that keeps what is sent, both ways, from `hold` until `letGo`. */
async function holdableMessages(page: Page): Promise<{ hold: () => void; letGo: () => void }> {
  let held: (() => void)[] | null = null;
  const pass = (send: () => void): void => (held ? void held.push(send) : send());
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const up = socket.connectToServer();
    socket.onMessage((message) => pass(() => up.send(message)));
    up.onMessage((message) => pass(() => socket.send(message)));
  });
  return {
    hold: () => (held = []),
    letGo: () => {
      const late = held ?? [];
      held = null;
      for (const send of late) send();
    },
  };
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
    await expect(ana.keptHere).toBeVisible();
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
    await expect(ana.keptHere).toBeVisible();
    await ana.bar.getByRole('link', { name: t('board.home') }).click();
    await new HomePage(page).openBoard(board.title);

    await ana.opened();
    await expect(ana.saveState('offline')).toBeVisible();
    await ana.zoomToFit();
    await expect(ana.words('Before going home')).toBeVisible();
    await ana.writeNote('After coming back');
    await expect(ana.keptHere).toBeVisible();
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
    await expect(one.keptHere).toBeVisible();
    await two.page.bringToFront();
    await two.writeNote('From tab two');
    await expect(two.keptHere).toBeVisible();
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
    await reloadedWithUnsent(page, 'From yesterday');
    await page.close();

    const today = await page.context().newPage();
    const letGo = await holdSockets(today);
    await today.goto(`${server.origin}/b/${board.id}`);
    const again = await new BoardPage(today).opened();
    await again.zoomToFit();
    await expect(again.words('From yesterday')).toBeVisible();
    await expect(again.keptHere).toBeVisible();
    await expect(again.saveState('saved')).toHaveCount(0);
    expect(await notesOf(server, board)).not.toContain('From yesterday');
    letGo();
    await expect(again.saveState('saved')).toBeVisible({ timeout: comingBackMs });
    expect(await notesOf(server, board)).toContain('From yesterday');
  });

  test('a board that this device never had is not invented', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    expectComplaints(page, /Failed to load resource/);
    // The first load over HTTP would bring the board without the socket.
    await page.route('**/api/boards/*/state', (route) => route.abort());
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
    const ana = await reloadedWithUnsent(page, 'Under the old page', (socket) => {
      if (isUp) socket.connectToServer();
      else void socket.close({ code: isOld ? 4426 : 1013 });
    });
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

test('a page that comes back after it was left goes on beside the one that took up its client id', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const page = await visit();
  const left = await savedBoard(page, board.links.edit);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const next = await page.context().newPage();
  const { hold, letGo } = await holdableMessages(next);
  await next.goto(`${server.origin}/b/${board.id}`);
  const other = await new BoardPage(next).opened();
  await expect(other.saveState('saved')).toBeVisible();
  // Both write before either has heard of the other: under one id, the same clocks would be used twice.
  hold();
  await other.writeNote('By the other');
  await page.bringToFront();
  await left.writeNote('By the one that came back');
  await expect(left.saveState('saved')).toBeVisible();
  letGo();
  await expect(other.saveState('saved')).toBeVisible({ timeout: comingBackMs });
  const wanted = ['By Ana before', 'By the one that came back', 'By the other'];
  await expect.poll(async () => (await notesOf(server, board)).toSorted()).toEqual(wanted);
  for (const tab of [left, other]) {
    await tab.page.bringToFront();
    await tab.zoomToFit();
    for (const text of wanted) await expect(tab.words(text)).toBeVisible();
  }
});

test('a board opens from the copy while the server takes its time to let the person in', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/join$/, async (route) => {
    await gone;
    await route.continue();
  });
  await page.reload();
  await ana.opened();
  await expect(ana.words('By Ana before')).toBeVisible();
  await ana.writeNote('Meanwhile');
  await expect(ana.keptHere).toBeVisible();
  letGo();
  await expect(ana.saveState('saved')).toBeVisible({ timeout: comingBackMs });
  expect(await notesOf(server, board)).toContain('Meanwhile');
});

test('who leaves with work that is not saved is asked first', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  await savedBoard(page, board.links.edit);
  const ana = await reloadedWithUnsent(page, 'Not saved');
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await expect(ana.words('Not saved')).toBeVisible();
});
