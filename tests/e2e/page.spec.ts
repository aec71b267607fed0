// The page without canvas, in networks that let no socket through: join, write, change, vote, raise a hand - also by keyboard only.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { fieldLabel } from '@commonboard/client/cards/field-text.ts';
import { zonesOf } from '@commonboard/client/page/own-notes.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { FieldName } from '@commonboard/shared/domain/fields.ts';
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { notesOf } from '../support/browser-boards.ts';
import { expectComplaints, requestedAddresses } from '../support/page-watch.ts';
import { PlainBoard, plainLink } from '../support/pages/plain-board.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { repositoryRoot } from '../support/repository.ts';
import { SteeredBoard } from '../support/steered-board.ts';
import { startTlsProxy } from '../support/tls-proxy.ts';

const template = 'decide-and-commit';
const bytesMax = 100_000;

const cardsIn = (node: OutlineNode): OutlineNode[] => [...(node.card ? [node] : []), ...node.children.flatMap(cardsIn)];

/** No socket is let through, as behind some proxies. */
async function withoutSockets(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'WebSocket', {
      value: function blocked() {
        throw new Error('Sockets are blocked.');
      },
    });
  });
  return page;
}

test('[R160] all script and style of the page is small, and nothing of the canvas is in it', async ({
  server,
  visit,
}) => {
  const folder = join(repositoryRoot, 'client/dist/assets/page');
  const files = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const sizes = texts.map((text) => gzipSync(text, { level: 6 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bytesMax);
  // What only the canvas, the document and the socket's library bring.
  for (const foreign of ['tl-container', 'tlschema', 'YXmlFragment', 'y-websocket', 'new WebSocket'])
    expect(texts.some((text) => text.includes(foreign))).toBe(false);
  const steered = await SteeredBoard.of(server);
  const page = await visit();
  await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  const asked = requestedAddresses(page).map((address) => new URL(address).pathname);
  const scripts = asked.filter((path) => /\.(js|css)$/.test(path));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((path) => !path.startsWith('/assets/page/'))).toEqual([]);
  expect(requestedAddresses(page).filter((address) => address.startsWith('ws'))).toEqual([]);
});

test('[R160] [R163] by keyboard only: join, read the question, write, change, remove, raise a hand, come back', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server, template);
  await steered.steer('start', { isRehearsal: false });
  const page = await withoutSockets(await visit());
  const { keyboard } = page;
  await page.goto(plainLink(steered.board.links.edit));
  await expect(new PlainPage(page).name).toBeFocused();
  expect(page.url()).not.toContain('#');
  await keyboard.type('Ada');
  await keyboard.press('Enter');
  const ada = await new PlainBoard(page).opened();
  await expect(ada.now.getByRole('heading', { name: 'The proposals' })).toBeVisible();
  await expect(ada.now.getByRole('timer')).toBeVisible();
  await expect(page).toHaveTitle(/The proposals/);
  await expect(ada.save).toHaveAttribute('data-save', 'saved');

  await ada.tabTo(ada.text);
  await keyboard.type('A garden for all');
  await ada.tabTo(ada.add);
  await keyboard.press('Enter');
  // The next note can be written at once.
  await expect(ada.text).toBeFocused();
  await expect(ada.text).toHaveValue('');
  await ada.isSaved('A garden for all');
  await expect.poll(() => notesOf(server, steered.board)).toContain('A garden for all');
  await expect(ada.read.getByText('A garden for all')).toBeVisible();

  await ada.tabTo(ada.own.getByRole('button', { name: t('page.own.change-what', { note: 'A garden for all' }) }));
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('page.own.words') })).toBeFocused();
  await keyboard.press('End');
  await keyboard.type('!');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await ada.isSaved('A garden for all!');
  await expect.poll(() => notesOf(server, steered.board)).toContain('A garden for all!');
  await expect(
    ada.own.getByRole('button', { name: t('page.own.change-what', { note: 'A garden for all!' }) }),
  ).toBeFocused();

  await ada.tabTo(ada.now.getByRole('button', { name: t('session.hand.raise') }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect.poll(async () => (await steered.session()).hands.map(({ name }) => name)).toEqual(['Ada']);
  await expect(ada.now.getByRole('button', { name: t('session.hand.lower') })).toBeFocused();

  await page.reload();
  await ada.opened();
  await expect(ada.now.getByRole('button', { name: t('session.hand.lower') })).toBeVisible();
  await ada.tabTo(ada.own.getByRole('button', { name: t('page.own.remove-what', { note: 'A garden for all!' }) }));
  await keyboard.press('Enter');
  await expect(ada.note('A garden')).toHaveCount(0);
  await expect.poll(() => notesOf(server, steered.board)).not.toContain('A garden for all!');
  // Who was at something that went away is not thrown to the page's top.
  await expect(ada.own.getByRole('heading', { name: t('page.own') })).toBeFocused();
  expect((await steered.people()).filter(({ name }) => name.startsWith('Ada'))).toHaveLength(1);
});

test('[R160] the same person with and without the canvas, from one to the other', async ({ server, visit }) => {
  const steered = await SteeredBoard.of(server);
  const page = await visit();
  await page.goto(steered.board.links.edit);
  await page.getByRole('button', { name: t('page.open') }).click();
  await page.waitForURL(/\/p\//);
  await new PlainPage(page).name.fill('Ada');
  await new PlainPage(page).join.click();
  const ada = await new PlainBoard(page).opened();
  expect(page.url()).not.toContain('#');
  await ada.write('A garden');
  await ada.isSaved('A garden');
  await page.getByRole('button', { name: t('page.canvas') }).click();
  await page.waitForURL(/\/b\//);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-save', 'saved', { timeout: 45_000 });
  expect(page.url()).not.toContain('#');
  await page.getByTestId('save-state').click();
  await page.getByRole('button', { name: t('page.open') }).click();
  await page.waitForURL(/\/p\//);
  await ada.opened();
  await ada.isSaved('A garden');
  expect((await steered.people()).map(({ name }) => name).sort()).toEqual(['Ada', 'Lea']);
});

test('by a short code, and to a board that is not there', async ({ server, visit }) => {
  const steered = await SteeredBoard.of(server);
  const { shortCode } = await steered.ask<{ shortCode: { code: string } }>('POST', '/code', {});
  const page = await withoutSockets(await visit());
  await page.goto(`${server.origin}/p`);
  await page.getByRole('textbox', { name: t('code.label') }).fill(shortCode.code);
  const way = new PlainPage(page);
  await way.name.fill('Ada');
  await expectAccessible(page);
  await way.join.click();
  const ada = await new PlainBoard(page).opened();
  expect(new URL(page.url()).pathname).toBe(`/p/${steered.board.id}`);
  await ada.write('A garden');
  await ada.isSaved('A garden');
  expectComplaints(page, /status of 404/);
  for (const path of ['/p/AAAAAAAAAAAAAAAA#AAAAAAAAAAAAAAAAAAAAAA', '/p/nonsense#AAAAAAAAAAAAAAAAAAAAAA']) {
    await page.goto(server.origin + path);
    await expect(way.gone).toBeVisible();
    expect(page.url()).not.toContain('#');
  }
  await page.goto(`${server.origin}/p/BBBBBBBBBBBBBBBB`);
  await expect(way.needsLink).toBeVisible();
  await expectAccessible(page);
});

test('[R166] what is written without a network is kept, outlives the page and is sent once', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server);
  const page = await visit();
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const ada = await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  await page.context().setOffline(true);
  await ada.write('A garden');
  await expect(ada.note('A garden').getByText(t('page.own.state.kept'))).toBeVisible();
  await expect(ada.save).toHaveAttribute('data-save', 'offline-kept');
  expect(await notesOf(server, steered.board)).toEqual([]);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`${server.origin}/p/${steered.board.id}`);
  const again = await new PlainBoard(next).opened();
  await again.isSaved('A garden');
  // The answer to this one is lost: it is sent again with the same id, and is one note.
  let lost = 0;
  await next.route('**/notes', async (route) => {
    await route.fetch();
    lost++;
    if (lost < 3) await route.abort();
    else await route.continue();
  });
  await again.write('A market');
  await again.isSaved('A market');
  expect(lost).toBe(3);
  expect((await notesOf(server, steered.board)).sort()).toEqual(['A garden', 'A market']);
});

test('[R132] [R136] a vote within its budget; who is in it when it closes stays where they are', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server);
  const options = [await steered.note('A garden'), await steered.note('A market')];
  const page = await withoutSockets(await visit());
  const ada = await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  await steered.openVote('Which first?', options);
  await expect(ada.votes).toBeVisible();
  await expect(ada.said).toHaveText(t('page.said.vote', { question: 'Which first?' }));
  const more = ada.votes.getByRole('button', { name: t('voting.more-dots', { item: 'A garden' }) });
  await more.focus();
  // Two at most on one of them.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
  await expect(ada.votes.getByText(t('voting.dots-left', { count: 1 }))).toBeVisible();
  await expect(more).toBeFocused();
  await ada.tabTo(ada.votes.getByRole('button', { name: t('voting.cast') }));
  await page.keyboard.press('Enter');
  await expect(ada.votes.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(ada.votes.getByText(t('voting.progress', { voted: 1, people: 1 }))).toBeVisible();
  await more.focus();
  const cancelling = page.getByText(t('voting.soon.cancel', { name: 'Lea' }));
  await steered.changeVote('remove');
  await expect(cancelling).toBeVisible();
  await steered.changeVote('hold');
  await expect(cancelling).toHaveCount(0);
  await expect(more).toBeFocused();
  await steered.changeVote('close');
  await expect(page.getByText(t('voting.soon.close', { name: 'Lea' }))).toBeVisible();
  const results = page.getByRole('region', { name: t('page.votes') });
  await expect(results.getByText(t('voting.result.dots', { count: 2, voters: 1 }))).toBeVisible({ timeout: 30_000 });
  await expect(ada.said).toHaveText(t('page.said.closed', { question: 'Which first?' }));
  await expect(results.getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(page);
});

test('[R163] a note goes where it is said; cards are read under their zones, with what is said of them', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server, 'shared-goal-canvas', true);
  const ada = await PlainBoard.join(await withoutSockets(await visit()), steered.board.links.edit, 'Ada');
  const { pages } = await steered.outline();
  const zones = zonesOf(pages);
  const zone = zones.at(-1)!;
  for (const { title } of zones)
    await expect(ada.read.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await ada.zone.selectOption({ value: zone.id });
  await ada.write('By the river');
  await ada.isSaved('By the river');
  await expect.poll(() => notesOf(server, steered.board)).toContain('By the river');
  const cards = pages.flatMap(cardsIn).filter(({ card }) => Object.keys(card?.fields ?? {}).length > 0);
  expect(cards.length).toBeGreaterThan(0);
  for (const { title, card } of cards) {
    const item = ada.read
      .getByRole('listitem')
      .filter({ has: ada.page.getByText(title, { exact: true }) })
      .last();
    for (const name of Object.keys(card!.fields))
      await expect(item).toContainText(`${fieldLabel(name as FieldName)}: `);
  }
});

test.describe('over https, where the canvas has no key', () => {
  test.use({ settings: { TLDRAW_LICENSE_KEY: undefined, TRUST_PROXY: '1' } });

  test('the page without canvas opens instead, as the same person', async ({ server, visit }) => {
    const proxy = await startTlsProxy('board.test');
    try {
      proxy.forwardTo(server.origin);
      const steered = await SteeredBoard.of(server, template);
      const page = await withoutSockets(await visit({ ignoreHTTPSErrors: true }));
      await page.goto(`${proxy.origin}/b/${steered.board.id}#${steered.board.keys.edit}`);
      const way = new PlainPage(page);
      await way.name.fill('Ada');
      await way.join.click();
      await expect(way.title(t('licence.title'))).toBeVisible();
      await page.getByRole('button', { name: t('page.open') }).click();
      await page.waitForURL(/\/p\//);
      const ada = await new PlainBoard(page).opened();
      await ada.write('A garden');
      await ada.isSaved('A garden');
      expect(requestedAddresses(page).filter((address) => address.startsWith('ws'))).toEqual([]);
    } finally {
      await proxy.close();
    }
  });
});

test('[R116] a hand goes up and down, and who is asked says ready', async ({ server, visit }) => {
  const steered = await SteeredBoard.of(server, template);
  await steered.steer('start', { isRehearsal: false });
  const ada = await PlainBoard.join(await withoutSockets(await visit()), steered.board.links.edit, 'Ada');
  const press = (name: string) => ada.now.getByRole('button', { name }).press('Enter');
  await press(t('session.hand.raise'));
  await expect.poll(async () => (await steered.session()).hands.length).toBe(1);
  await press(t('session.hand.lower'));
  await expect.poll(async () => (await steered.session()).hands.length).toBe(0);
  await steered.steer('ask-ready', { isAsked: true });
  await press(t('session.ready.say'));
  await expect.poll(async () => (await steered.session()).ready?.who.length).toBe(1);
  await steered.steer('finish', { phase: (await steered.session()).phase });
  await expect(ada.now.getByText(t('session.soon.finish', { name: 'Lea' }))).toBeVisible();
  await expect(ada.said).toHaveText(t('page.said.ended'), { timeout: 30_000 });
  await expect(ada.now.getByText(t('page.now.over'))).toBeVisible();
});

test('[R161] steps, time, a pause and others’ notes come by themselves, and nobody who types is disturbed', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server, template);
  await steered.steer('start', { isRehearsal: false });
  const page = await withoutSockets(await visit());
  await page.addInitScript(() => {
    const day = 24 * 3_600_000;
    const now = Date.now.bind(Date);
    Date.now = () => now() - day;
    Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin - day });
  });
  const ada = await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  const { timer } = await steered.session();
  await expect(ada.now.getByRole('timer')).toHaveText(new RegExp(`${timer!.durationMs / 60_000 - 1}:\\d\\d|:00`));
  await ada.text.pressSequentially('Half a ');
  await steered.next();
  await expect(ada.now.getByRole('heading', { name: 'Questions' })).toBeVisible();
  await expect(ada.said).toContainText('Questions');
  await steered.note('Somebody else’s');
  await expect(ada.read.getByText('Somebody else’s')).toBeVisible();
  await expect(ada.text).toBeFocused();
  await page.keyboard.type('thought');
  await expect(ada.text).toHaveValue('Half a thought');
  // In a private round there is another field, for what nobody else sees; what was typed for the board waits.
  await steered.steer('open-round', { isAnonymous: true, notesMax: 5, best: null, zone: null });
  await expect(ada.now.getByText(t('page.may.private'))).toBeVisible();
  await expect(page.getByRole('region', { name: t('page.private'), exact: true })).toBeVisible();
  await expect(ada.text).toHaveValue('');
  const [round] = (await steered.session()).rounds;
  await steered.steer('cancel-round', { round: round!.id });
  await steered.steer('set-rights', { rights: 'frozen' });
  await expect(ada.now.getByText(t('session.may.frozen'))).toBeVisible();
  await expect(ada.text).toHaveValue('Half a thought');
  await ada.add.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: t('session.refused-here.frozen') })).toBeVisible();
  await expectAccessible(page);
  await steered.steer('set-rights', { rights: 'own' });
  await steered.ask('PATCH', '/access', { paused: true });
  await expect(ada.now.getByText(t('page.may.paused'))).toBeVisible();
  await expect(ada.said).toHaveText(t('page.said.paused'));
  await steered.ask('PATCH', '/access', { paused: false });
  await expect(ada.now.getByText(t('page.may.write'))).toBeVisible();
  await ada.add.click();
  await ada.isSaved('Half a thought');
});

test('who may only look reads, and who is sent away hears it and comes back as the same person', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server, 'stakeholder-grid');
  const eve = await PlainBoard.join(await visit(), steered.board.links.view, 'Eve');
  await expect(eve.save).toHaveAttribute('data-save', 'view-only');
  await expect(eve.text).toHaveCount(0);
  await expect(eve.now.getByText(t('page.may.look'))).toBeVisible();
  await expectAccessible(eve.page);
  const page = await visit();
  expectComplaints(page, /status of 40[13]/);
  const ada = await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  const [person] = (await steered.people()).filter(({ name }) => name === 'Ada');
  await steered.ask('POST', `/participants/${person!.id}`, { action: 'kick' });
  await expect(new PlainPage(page).title(t('join.sent-away.title'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('join.sent-away.do') }).click();
  await ada.opened();
  expect((await steered.people()).filter(({ name }) => name === 'Ada')).toHaveLength(1);
  await steered.ask('POST', `/participants/${person!.id}`, { action: 'ban' });
  await expect(new PlainPage(page).title(t('join.banned.title'))).toBeVisible();
});
