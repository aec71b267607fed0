// Ninety minutes online in fast time: two who lead, three who take part - one without the canvas, one by keyboard only - and one
// who comes late; and what each of them sees at each step.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { notesOf } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { CardTools } from '../support/pages/card-tools.ts';
import { PeopleDialog } from '../support/pages/people-dialog.ts';
import { PlainBoard } from '../support/pages/plain-board.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { GroupParts } from '../support/pages/group-parts.ts';
import { PrivatePage } from '../support/pages/private-page.ts';
import { PrivateRoundParts } from '../support/pages/private-round.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import { VotesTab } from '../support/pages/votes-tab.ts';
import { type MomentTitle, plannedMinutes, prepareSession, questionOf } from '../support/whole-session.ts';

const wholeMs = 600_000;
const tabsMax = 150;
const longMs = 30_000;
/** Of each person, in a step that says no other number. */
const notesMost = 10;

/** Somebody on the canvas, with all parts of the page that a session brings. */
class Person {
  readonly board: BoardPage;
  readonly session: SessionParts;
  readonly round: PrivateRoundParts;
  readonly votes: VotesTab;

  constructor(board: BoardPage) {
    this.board = board;
    this.session = new SessionParts(board);
    this.round = new PrivateRoundParts(board);
    this.votes = new VotesTab(board);
  }

  get page(): Page {
    return this.board.page;
  }

  async isIn(title: MomentTitle): Promise<void> {
    await expect(this.session.banner.getByText(title, { exact: true })).toBeVisible();
    await expect(this.session.banner.getByText(questionOf(title))).toBeVisible();
  }

  async goOnTo(title: MomentTitle): Promise<void> {
    const next = this.session.next(title);
    await expect(next).toHaveAttribute('aria-disabled', 'false');
    await next.click();
  }

  /** By keyboard. */
  async press(control: Locator): Promise<void> {
    for (let pressed = 0; pressed < tabsMax; pressed++) {
      if ((await control.count()) === 1 && (await control.evaluate((element) => element === document.activeElement))) {
        await this.page.keyboard.press('Enter');
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not lead to ${String(control)}.`);
  }
}

test('[R110] [R137] [R140] a whole session, from arriving to the harvest', async ({ server, visit }) => {
  test.setTimeout(wholeMs);
  expect(plannedMinutes).toBe(90);
  const { board, steered } = await prepareSession(server);
  const join = async (link: string, name: string) => new Person(await BoardPage.join(await visit(), link, name));

  const lea = await join(board.links.facilitate, 'Lea');
  const { participants } = await steered.ask<{ participants: { id: string; leading?: string }[] }>(
    'GET',
    '/participants',
  );
  const asked = participants.find(({ leading }) => leading === 'asked');
  await steered.ask('POST', `/participants/${asked?.id}`, { action: 'confirm-facilitator' });
  await expect(lea.board.bar).toHaveAttribute('data-role', 'facilitate');
  const kim = await join(board.links.facilitate, 'Kim');
  await expect(kim.page.getByText(t('access.asked'))).toBeVisible();
  await lea.board.openPeople();
  await lea.page.getByRole('menuitem', { name: t('people.manage') }).click();
  const people = new PeopleDialog(lea.page);
  await people.button(t('people.confirm.one', { name: 'Kim' })).click();
  await people.close();
  await expect(kim.board.bar).toHaveAttribute('data-role', 'facilitate');

  const ada = await join(board.links.edit, 'Ada');
  const ben = await joinByKeyboard(await visit(), board.links.edit, 'Ben');
  const cleo = await PlainBoard.join(await visit(), board.links.edit, 'Cleo');
  const onCanvas = [lea, kim, ada, ben];
  const allAreIn = async (title: MomentTitle) => {
    for (const one of onCanvas) await one.isIn(title);
    await expect(cleo.now.getByRole('heading', { name: title })).toBeVisible();
    await expect(cleo.now.getByText(questionOf(title))).toBeVisible();
  };

  // Arrive.
  await lea.session.start();
  await allAreIn('Arrive');
  for (const one of [ada, ben]) await expect(one.session.row).toHaveCount(0);

  // Check-in: who wants to speak.
  await kim.goOnTo('Check-in');
  await allAreIn('Check-in');
  await ben.press(ben.session.hand);
  await cleo.now.getByRole('button', { name: t('session.hand.raise') }).click();
  await lea.session.row.getByRole('button', { name: t('session.hands', { count: 2 }) }).click();
  await lea.session.choose('Ben');
  await expect(ben.session.hand).toBeVisible();
  await expect(cleo.now.getByRole('button', { name: t('session.hand.lower') })).toBeVisible();

  // Our question: everybody is brought to where Lea looks.
  await lea.goOnTo('Our question');
  await allAreIn('Our question');
  await lea.session.row.getByRole('button', { name: t('session.bring') }).click();
  for (const one of [ada, ben]) await expect(one.board.said(t('session.brought', { name: 'Lea' }))).toBeVisible();

  // Write: in private; Ada reloads in the middle.
  await lea.goOnTo('Write');
  await allAreIn('Write');
  for (const one of [ada, ben]) await expect(one.round.bar.getByText(t('drafts.bar.anonymous'))).toBeVisible();
  await ada.round.write('kestrel', 1, notesMost);
  // The step says where: a note by one key lies there, and is what the place holds.
  await expect(ada.board.canvas.locator('[data-shape-type="card"]').filter({ hasText: 'kestrel' })).toContainText(
    'Proposal',
  );
  await ada.page.reload();
  await ada.board.opened();
  await ada.isIn('Write');
  await ada.round.write('plover', 2, notesMost);
  await ben.round.write('heron', 1, notesMost);
  const writing = new PrivatePage(cleo.page);
  await expect(writing.part.getByText(t('drafts.bar.anonymous'))).toBeVisible();
  await cleo.write('robin');
  await writing.isKept('robin');
  for (const one of onCanvas) await expect(one.round.count).toHaveText(one.round.tally(3, 4));
  for (const one of [lea, kim, ben]) await expect(one.board.words('kestrel')).toHaveCount(0);
  await expect(ada.board.words('heron')).toHaveCount(0);
  await expect(cleo.page.getByText('kestrel')).toHaveCount(0);
  for (const text of ['kestrel', 'robin']) expect(await notesOf(server, board)).not.toContain(text);

  // Lea drops. Kim goes on, and what all wrote appears on all screens.
  await lea.page.context().setOffline(true);
  await kim.goOnTo('All appear');
  for (const one of [kim, ada, ben]) await expect(one.session.countdown).toBeVisible();
  await lea.page.context().setOffline(false);
  const words = ['kestrel', 'plover', 'heron', 'robin'] as const;
  await allAreIn('All appear');
  for (const text of words) {
    for (const one of onCanvas) await expect(one.board.words(text)).toBeVisible();
    await expect(cleo.read.getByText(text)).toBeVisible();
  }
  await lea.goOnTo('Read');
  await allAreIn('Read');

  // Dan comes late, into the step that all are in.
  const dan = await join(board.links.edit, 'Dan');
  onCanvas.push(dan);
  await allAreIn('Read');
  await expect(dan.board.words('kestrel')).toBeVisible();
  const welcome = dan.page.getByRole('region', {
    name: t('session.late-card', { at: 6, all: 14, step: 'Read' }),
  });
  await expect(welcome).toContainText('Our question · Write · All appear');
  await welcome.getByRole('button', { name: t('session.late-card.close') }).click();
  await expect(welcome).toHaveCount(0);
  for (const one of [ada, ben])
    await expect(one.page.getByRole('button', { name: t('session.late-card.close') })).toHaveCount(0);

  await kim.goOnTo('Sort');
  await allAreIn('Sort');
  await expect(ada.session.banner.getByText(t('session.may.move'))).toBeVisible();

  // Choose: with the mouse, by keyboard, without the canvas.
  await lea.goOnTo('Choose');
  await allAreIn('Choose');
  for (const one of [ada, dan]) await one.votes.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  for (const one of [ada, dan]) {
    await one.votes.dots('kestrel', 2);
    await one.votes.cast.click();
    await expect(one.votes.panel.getByText(t('voting.is-cast'))).toBeVisible();
  }
  await ben.press(ben.votes.notice.getByRole('button', { name: t('voting.notice.do') }));
  await ben.press(ben.votes.panel.getByRole('button', { name: t('voting.more-dots', { item: 'heron' }) }));
  await ben.press(ben.votes.cast);
  await expect(ben.votes.panel.getByText(t('voting.is-cast'))).toBeVisible();
  await cleo.votes.getByRole('button', { name: t('voting.more-dots', { item: 'plover' }) }).click();
  await cleo.votes.getByRole('button', { name: t('voting.cast') }).click();
  await expect(cleo.votes.getByText(t('voting.progress', { voted: 4, people: 4 }))).toBeVisible();
  await expect(ada.votes.result()).toHaveCount(0);

  // The order: closed with the step, before the eyes of all.
  await kim.goOnTo('The order');
  for (const one of [lea, ada, ben]) await expect(one.session.countdown).toBeVisible();
  await allAreIn('The order');
  for (const one of [ada, ben, dan]) await expect(one.votes.result().first()).toContainText('kestrel');
  await expect(cleo.votes.getByText(t('voting.result.dots', { count: 4, voters: 2 }))).toBeVisible();

  // Work it out, in two groups: each is told its own, the one without the canvas too, and what they made comes back.
  await lea.goOnTo('Work it out');
  await allAreIn('Work it out');
  const [leading, ...members] = [lea, ada, ben, dan, cleo].map(({ page }) => new GroupParts(page));
  await lea.session.menu(t('session.groups'));
  await leading!.make({ how: 'random', count: 2, zone: 'Proposals' });
  for (const one of members) await expect(one.bar.getByText(/^You are in group [12]/)).toBeVisible({ timeout: longMs });
  await expect(cleo.read.getByRole('heading', { name: /^Group [12]$/ }).first()).toBeVisible({ timeout: longMs });
  await cleo.write('Two keys');
  await cleo.isSaved('Two keys');
  await leading!.button(t('groups.lead.warn')).click();
  for (const one of members) await expect(one.bar.getByText(t('groups.warned'))).toBeVisible({ timeout: longMs });
  await leading!.openAll();
  await leading!.all.getByRole('button', { name: t('groups.bring') }).click();
  const bringing = lea.page.getByRole('dialog', { name: t('groups.bring') });
  await bringing.getByRole('radio', { name: t('groups.bring.remove') }).check();
  await bringing.getByRole('button', { name: t('groups.bring') }).click();
  for (const one of members) await expect(one.bar).toHaveCount(0, { timeout: longMs });
  await expect(cleo.read.getByRole('heading', { name: /^Group [12]$/ })).toHaveCount(0, { timeout: longMs });
  await expect(cleo.read.getByText('Two keys')).toBeVisible();

  // Decide: one objects and says why; the card of the decision has how it was decided and when to look again.
  await lea.goOnTo('Decide');
  await allAreIn('Decide');
  await ada.votes.panel.getByLabel('kestrel', { exact: true }).selectOption({ label: t('voting.objection.0') });
  await ada.votes.cast.click();
  await ben.press(ben.votes.panel.getByLabel('kestrel', { exact: true }));
  await ben.page.keyboard.press('Escape');
  await ben.page.keyboard.press('ArrowDown');
  await ben.press(ben.votes.cast);
  await cleo.votes.getByLabel('heron', { exact: true }).selectOption({ label: t('voting.objection.1') });
  await cleo.votes.getByLabel(t('voting.reason', { item: 'heron' })).fill('Nobody is there to lock up');
  await cleo.votes.getByRole('button', { name: t('voting.cast') }).click();
  for (const one of [ada, ben]) await expect(one.votes.panel.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(cleo.votes.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(dan.votes.panel.getByText('Nobody is there to lock up')).toHaveCount(0);
  await kim.goOnTo('Commit');
  await expect(ada.session.countdown).toBeVisible();
  await allAreIn('Commit');
  for (const one of [ada, ben, dan])
    await expect(one.votes.panel.getByText('Nobody is there to lock up')).toBeVisible();
  await lea.votes.open();
  await lea.votes.panel
    .getByRole('button', { name: t('voting.decision') })
    .first()
    .click();
  const decision = (one: Person) =>
    one.board.canvas.locator('[data-shape-type="card"]').filter({ hasText: questionOf('Decide') });
  await expect(decision(lea)).toHaveCount(1);
  await expect(decision(lea)).toContainText('Decision');
  await expect.poll(() => notesOf(server, board)).toContain(questionOf('Decide'));

  // Commit: who, what and by when, on a card and without the canvas.
  await ada.board.bar.getByRole('button', { name: t('cards.panel.close') }).click();
  await ada.board.zoomToFit();
  await ada.board.writeNote('Ask the caretaker');
  const tools = new CardTools(ada.board);
  await tools.select('Ask the caretaker');
  await tools.openDetails();
  await tools.field('owner').fill('Ada');
  await tools.field('due').fill('2027-01-15');
  await expect(tools.shape('card', 'Ask the caretaker')).toContainText('Ada');
  await cleo.zone.selectOption({ label: 'Commitments' });
  await cleo.write('Bring the keys');
  await cleo.isSaved('Bring the keys');
  await expect(cleo.read.getByText('Ask the caretaker')).toBeVisible();
  await expect(dan.board.words('Bring the keys')).toBeVisible();

  // Check-out, in one word each, by keyboard too.
  await lea.goOnTo('Check-out');
  await allAreIn('Check-out');
  await ben.press(ben.board.bar.getByRole('button', { name: t('cards.panel.close') }));
  await ben.board.canvas.focus();
  await ben.board.writeNote('Hope');
  await expect(cleo.read.getByText('Hope')).toBeVisible();
  await expect(dan.board.words('Hope')).toBeVisible();

  // Harvest: published with one question before it, and there for whoever comes back, each with what is their own.
  await kim.goOnTo('Harvest');
  await allAreIn('Harvest');
  await kim.page.getByRole('button', { name: t('harvest.open'), exact: true }).click();
  const harvest = kim.page.getByRole('dialog', { name: t('harvest.title'), exact: true });
  await harvest.getByRole('button', { name: t('harvest.publish') }).click();
  await kim.page
    .getByRole('dialog', { name: t('harvest.confirm.title') })
    .getByRole('button', { name: t('harvest.publish') })
    .click();
  await expect(harvest.getByRole('link', { name: t('harvest.file.facilitator.zip') })).toBeVisible({
    timeout: 2 * longMs,
  });
  await cleo.page.getByRole('button', { name: t('harvest.see') }).click();
  const promises = (page: Page) => page.getByRole('region', { name: t('after.commitments') });
  await expect(promises(cleo.page)).toContainText('Bring the keys');
  await expect(promises(cleo.page)).toContainText('Ask the caretaker');
  // Nobody has agreed to be named.
  await expect(promises(cleo.page)).not.toContainText('Ada');
  await expect(cleo.page.getByRole('region', { name: t('after.own') })).toContainText('Bring the keys');
});

/** Not once with the mouse, from the address on. */
async function joinByKeyboard(page: Page, link: string, name: string): Promise<Person> {
  await page.goto(link);
  await expect(new PlainPage(page).name).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  return new Person(await new BoardPage(page).opened());
}
