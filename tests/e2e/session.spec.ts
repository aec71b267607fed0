// A session in real browsers: two facilitators, a participant, somebody who comes late, and one whose clock is wrong by a day.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { joinByApi, newBoard, notesOf } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { AgendaTab } from '../support/pages/agenda-tab.ts';
import { BoardPage, middleOf } from '../support/pages/board-page.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import { firstStep, runningSession, secondStep } from '../support/session-board.ts';

test('[R113] two facilitators press Next at once, and everybody is in the second step', async ({ server, visit }) => {
  const { lea, jo, ada } = await runningSession({ server, visit });
  await expect(ada.banner.getByText('Read. What would we do, and why?')).toBeVisible();
  await expect(ada.row).toHaveCount(0);
  for (const one of [lea, jo]) await expect(one.next(secondStep)).toBeEnabled();
  // The slower of the two is refused.
  for (const { board } of [lea, jo]) expectComplaints(board.page, /status of 409/);
  await sentTogether([lea, jo].map(({ board }) => board.page));
  await Promise.all([lea, jo].map((one) => one.next(secondStep).dispatchEvent('click')));
  for (const one of [lea, jo, ada]) {
    await expect(one.banner.getByText(secondStep)).toBeVisible();
    await expect(one.banner.getByText(t('session.step-of', { at: 2, all: 8 }))).toBeVisible();
    await expect(one.timer).toBeVisible();
  }
  await expect(ada.board.page).toHaveTitle(new RegExp(`^[34]:\\d\\d · ${secondStep} – `));
  await expect(lea.next('Reactions')).toBeVisible();
  await expect(jo.next('Reactions')).toBeVisible();
});

test('[R115] who comes late sees the time that is left, also with a clock that is wrong by a day', async ({
  server,
  visit,
}) => {
  const { board, lea, ada } = await runningSession({ server, visit });
  await lea.row.getByRole('button', { name: t('session.timer.one-more') }).click();
  const page = await visit();
  await page.addInitScript(() => {
    const day = 24 * 3_600_000;
    const now = Date.now.bind(Date);
    Date.now = () => now() - day;
    Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin - day });
  });
  const late = new SessionParts(await BoardPage.join(page, board.links.edit, 'Late'));
  await expect(late.banner.getByText(firstStep)).toBeVisible();
  await expect
    .poll(async () => Math.abs((await late.left()) - (await ada.left())), { timeout: 10_000 })
    .toBeLessThanOrEqual(2);
  expect(await late.left()).toBeGreaterThan(3 * 60);
  await lea.row.getByRole('button', { name: t('session.timer.pause') }).click();
  await expect(late.timer.getByText(t('session.timer.paused'))).toHaveCount(1);
  await late.board.page.reload();
  await late.board.opened();
  await expect(late.timer.getByText(t('session.timer.paused'))).toHaveCount(1);
});

test('[R114] what is for good counts down before all; the other facilitator stops it', async ({ server, visit }) => {
  const { lea, jo, ada } = await runningSession({ server, visit });
  await lea.otherWay(t('session.finish'));
  const said = t('session.soon.finish', { name: 'Lea' });
  for (const one of [lea, jo, ada]) await expect(one.countdown.getByText(said)).toBeVisible();
  await expect(ada.countdown.getByRole('button')).toHaveCount(0);
  await jo.countdown.getByRole('button', { name: t('session.stop') }).click();
  for (const one of [lea, jo, ada]) await expect(one.countdown).toHaveCount(0);
  await expect(ada.banner.getByText(firstStep)).toBeVisible();
  await lea.otherWay(t('session.finish'));
  for (const one of [lea, jo, ada]) await expect(one.banner).toHaveCount(0, { timeout: 20_000 });
});

test('[R116] in a step of one’s own the page says so before the server has to', async ({ server, visit }) => {
  const { board, lea, ada } = await runningSession({ server, visit });
  await lea.board.writeNote('of Lea');
  await ada.board.writeNote('of Ada');
  await expect(ada.board.words('of Lea')).toBeVisible();
  await ada.board.words('of Lea').click();
  await ada.board.page.keyboard.press('Delete');
  await expect(ada.board.said(t('session.refused-here.own'))).toBeVisible();
  await ada.board.words('of Ada').click();
  await ada.board.page.keyboard.press('Delete');
  await expect.poll(() => notesOf(server, board)).toContain('of Lea');
  await expect.poll(() => notesOf(server, board)).not.toContain('of Ada');
  await expect(lea.board.words('of Ada')).toHaveCount(0);
  // Frozen: she looks only, and writes again when all is free.
  await lea.menu(t('session.rights.frozen'));
  await expect(ada.banner.getByText(t('session.may.frozen'))).toBeVisible();
  await expect(ada.board.toolbar.getByTestId('tools.note')).toHaveCount(0);
  await lea.menu(t('session.rights.free'));
  await expect(ada.board.toolbar.getByTestId('tools.note')).toBeVisible();
  await ada.board.writeNote('once more');
  await expect.poll(() => notesOf(server, board)).toContain('once more');
});

test('participants see few tools and all of them when they want; facilitators see all', async ({ server, visit }) => {
  const { lea, ada } = await runningSession({ server, visit });
  const tools = ada.board.toolbar.getByTestId(/^tools\./).filter({ visible: true });
  await expect(ada.board.toolbar.getByTestId('tools.note')).toBeVisible();
  expect(await tools.count()).toBeLessThanOrEqual(5);
  await ada.board.toolbar.getByTestId('tools.more-tools').click();
  await expect(ada.board.toolbar.getByTestId('tools.draw')).toBeVisible();
  await expect(lea.board.toolbar.getByTestId('tools.draw')).toBeVisible();
});

test('everybody is brought to where a facilitator looks, and back', async ({ server, visit }) => {
  const { lea, ada } = await runningSession({ server, visit });
  const guide = ada.board.words('Guide');
  const before = await middleOf(guide);
  await lea.board.pan({ x: 0, y: 300 });
  await lea.row.getByRole('button', { name: t('session.bring') }).click();
  await expect(ada.board.said(t('session.brought', { name: 'Lea' }))).toBeVisible();
  await ada.board.messages.getByRole('button', { name: t('session.brought.return') }).click();
  await expect
    .poll(async () => {
      const { x, y } = await middleOf(guide);
      return Math.hypot(x - before.x, y - before.y);
    })
    .toBeLessThan(4);
});

test('[R116] a hand that is raised is seen by who leads, and gets the word', async ({ server, visit }) => {
  const { lea, ada } = await runningSession({ server, visit });
  await ada.hand.click();
  await expect(ada.banner.getByRole('button', { name: t('session.hand.lower') })).toBeVisible();
  await lea.row.getByRole('button', { name: t('session.hands', { count: 1 }) }).click();
  await lea.choose('Ada');
  await expect(ada.hand).toBeVisible();
  await lea.menu(t('session.ready.ask'));
  await ada.banner.getByRole('button', { name: t('session.ready.say') }).click();
  await expect(lea.row.getByText(t('session.ready.count', { ready: 1, count: 1 }))).toBeVisible();
});

test('a facilitator leads by keyboard, through an agenda made by hand', async ({ server, visit }) => {
  const board = await newBoard(server);
  const lea = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const { panel } = await new AgendaTab(lea).open();
  for (const title of ['Arrive', 'Talk']) {
    await panel.getByRole('button', { name: t('session.step.add') }).press('Enter');
    const dialog = lea.page.getByRole('dialog');
    await dialog.getByLabel(t('session.step.title')).fill(title);
    await dialog.getByLabel(t('session.step.question')).fill(`${title}?`);
    await dialog.getByRole('button', { name: t('session.step.save') }).press('Enter');
    await expect(panel.getByRole('button', { name: new RegExp(`^${title}`) })).toBeVisible();
  }
  await panel.getByRole('button', { name: t('session.start') }).press('Enter');
  const session = new SessionParts(lea);
  await expect(session.banner.getByText('Arrive?')).toBeVisible();
  await expect(session.next('Talk')).toBeEnabled();
  await session.next('Talk').press('Enter');
  await expect(session.banner.getByText('Talk?')).toBeVisible();
  await session.row.getByRole('button', { name: t('session.other-ways') }).press('Enter');
  await lea.page.keyboard.press('Enter');
  await expect(session.banner.getByText('Arrive?')).toBeVisible();
  // While it runs: a step is skipped, and Next says so.
  await panel.getByRole('button', { name: t('session.step.menu', { step: 'Talk' }) }).press('Enter');
  await session.choose(t('session.step.skip'));
  await expect(session.row.getByRole('button', { name: t('session.finish') })).toBeVisible();
});

test('axe finds nothing serious while a session runs', async ({ server, visit }) => {
  const { lea, ada } = await runningSession({ server, visit });
  await ada.hand.click();
  await lea.menu(t('session.ready.ask'));
  await new AgendaTab(lea.board).open();
  await lea.otherWay(t('session.finish'));
  await expect(ada.countdown).toBeVisible();
  await Promise.all([expectAccessible(lea.board.page), expectAccessible(ada.board.page)]);
});

test('[R119] who removes many things is named to who leads, and one click brings all of it back', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const { token } = await joinByApi(server, board, 'edit');
  const texts = Array.from({ length: 12 }, (_, i) => `note ${i}`);
  for (const text of texts) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const path = `${server.origin}/api/boards/${board.id}/notes`;
    await fetch(path, { method: 'POST', headers, body: JSON.stringify({ text }) });
  }
  const lea = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const ada = await BoardPage.join(await visit(), board.links.edit, 'Ada');
  await expect(ada.words('note 11')).toBeVisible();
  await ada.canvas.click({ position: { x: 5, y: 300 } });
  await ada.page.keyboard.press('Control+a');
  await ada.page.keyboard.press('Delete');
  await expect(lea.said(t('session.removed', { name: 'Ada', count: 12 }))).toBeVisible();
  await expect.poll(() => notesOf(server, board)).toEqual([]);
  await lea.messages.getByRole('button', { name: t('session.removed.back') }).click();
  await expect.poll(async () => (await notesOf(server, board)).toSorted()).toEqual(texts.toSorted());
  // What was asked for is done: nobody is asked again.
  await expect(lea.messages.getByRole('button', { name: t('session.removed.back') })).toHaveCount(0);
  await expect(ada.words('note 11')).toBeVisible();
});

/** Nobody's command leaves before all have given one: the news of the first would change what the others press. */
async function sentTogether(pages: readonly Page[]): Promise<void> {
  const all = Promise.withResolvers<void>();
  let waiting = pages.length;
  for (const page of pages)
    await page.route(/\/session$/, async (route) => {
      if (route.request().method() === 'POST' && --waiting === 0) all.resolve();
      if (route.request().method() === 'POST') await all.promise;
      await route.continue();
    });
}
