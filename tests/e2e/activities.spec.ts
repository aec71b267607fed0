// An activity in real browsers: a facilitator puts 1-2-4-All into the agenda and goes through it, and each person sees their group.
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ideaFor } from '@commonboard/shared/activities/scoring-state.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { joinByApi, newBoard } from '../support/browser-boards.ts';
import { AgendaTab } from '../support/pages/agenda-tab.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { GroupParts } from '../support/pages/group-parts.ts';
import { PlainBoard } from '../support/pages/plain-board.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import type { ServerProcess } from '../support/server-process.ts';

const longMs = 40_000;

test('[R175] [R177] 1-2-4-All, from writing alone to all: pairs and fours are formed and at an end by themselves', async ({
  server,
  visit,
}) => {
  const made = await newBoard(server);
  const join = async (link: string, name: string) => BoardPage.join(await visit(), link, name);
  const lea = await join(made.links.facilitate, 'Lea');
  const ada = await join(made.links.edit, 'Ada');
  const ben = await join(made.links.edit, 'Ben');
  const session = new SessionParts(lea);
  const agenda = await new AgendaTab(lea).open();
  const dialog = await agenda.activity();
  await dialog.getByRole('textbox', { name: t('session.step.question') }).fill('What next?');
  await expectAccessible(lea.page);
  await dialog.getByRole('button', { name: t('session.activity.do') }).press('Enter');
  await expect(agenda.panel.getByText(t('session.step.groups'))).toHaveCount(2);
  await agenda.start();
  await expect(ada.page.getByText(t('drafts.bar.named'))).toBeVisible();
  await ada.writeNote('kestrel');
  await session.next('In pairs').click();
  for (const { page } of [ada, ben]) await expect(inGroup(page)).toBeVisible({ timeout: longMs });
  await expect(ben.words('kestrel')).toBeVisible({ timeout: longMs });
  await expect(lea.canvas.getByText('In pairs · 1', { exact: true })).toBeVisible();
  await new GroupParts(ada.page).button(t('groups.go')).click();
  await session.next('In fours').click();
  await expect(lea.canvas.getByText('In fours · 1', { exact: true })).toBeVisible({ timeout: longMs });
  await expect(lea.canvas.getByText('In pairs · 1', { exact: true })).toHaveCount(0);
  await expect(inGroup(ben.page)).toBeVisible({ timeout: longMs });
  await session.next('All').click();
  for (const { page } of [lea, ada, ben]) await expect(new GroupParts(page).bar).toHaveCount(0, { timeout: longMs });
  await expect(ada.words('kestrel')).toHaveCount(1);
});

test('[R178] a round: each speaks in turn, one of them without a canvas, and passes or goes on', async ({
  server,
  visit,
}) => {
  const { lea, ada, plain, agenda } = await threePeople(server, visit);
  const dialog = await agenda.activity('round');
  await dialog.getByRole('button', { name: t('session.activity.do') }).click();
  await agenda.start();
  const line = (page: Page) => page.getByRole('region', { name: t('session.turns'), exact: true });
  await expect(line(lea.page).getByText(/^(Ada|Ben) speaks\.$/)).toBeVisible({ timeout: longMs });
  const isAda = await line(lea.page)
    .getByText(t('session.turns.now', { name: 'Ada' }))
    .isVisible();
  const [first, second] = isAda ? [ada.page, plain] : [plain, ada.page];
  await line(first)
    .getByRole('button', { name: t('session.turns.pass') })
    .press('Enter');
  await expect(line(second).getByText(t('session.turns.me'))).toBeVisible({ timeout: longMs });
  await Promise.all([lea.page, ada.page, plain].map((page) => expectAccessible(page)));
  await line(second)
    .getByRole('button', { name: t('session.turns.done') })
    .click();
  await expect(line(first).getByText(t('session.turns.me'))).toBeVisible({ timeout: longMs });
  await line(lea.page)
    .getByRole('button', { name: t('session.turns.lead.next') })
    .click();
  for (const page of [lea.page, ada.page, plain])
    await expect(line(page).getByText(t('session.turns.over'))).toBeVisible({ timeout: longMs });
});

test('[R196] [R197] [R198] TRIZ has three zones of its own, and in a fishbowl a person without a canvas takes the free chair', async ({
  server,
  visit,
}) => {
  const { lea, ada, plain, agenda } = await threePeople(server, visit);
  const dialog = await agenda.activity('fishbowl');
  await dialog.getByRole('spinbutton', { name: t('session.activity.seats') }).fill('3');
  await expect(dialog.getByRole('list', { name: t('session.activity.steps') }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(lea.page);
  await dialog.getByRole('button', { name: t('session.activity.do') }).press('Enter');
  await expect(agenda.panel.getByText('What we heard')).toBeVisible();
  await agenda.activity('triz');
  await dialog.getByRole('button', { name: t('session.activity.do') }).click();
  for (const zone of ['The worst result', 'What resembles it today', 'What to stop'])
    await expect(lea.canvas.getByText(zone, { exact: true })).toBeVisible({ timeout: longMs });
  await agenda.start();
  const line = (page: Page) => page.getByRole('region', { name: t('session.circle'), exact: true });
  // Of two one sits.
  await expect(line(lea.page).getByText(/^In the circle: (Ada|Ben)\.$/)).toBeVisible({ timeout: longMs });
  const isAda = await line(lea.page)
    .getByText(t('session.circle.on', { names: 'Ada' }))
    .isVisible();
  const [inside, outside] = isAda ? [ada.page, plain] : [plain, ada.page];
  await line(outside)
    .getByRole('button', { name: t('session.circle.sit') })
    .press('Enter');
  const both = isAda ? 'Ada, Ben' : 'Ben, Ada';
  for (const page of [lea.page, inside])
    await expect(line(page).getByText(t('session.circle.on', { names: both }))).toBeVisible({ timeout: longMs });
  await Promise.all([lea.page, ada.page, plain].map((page) => expectAccessible(page)));
  await line(inside)
    .getByRole('button', { name: t('session.circle.leave') })
    .click();
  const left = t('session.circle.on', { names: isAda ? 'Ben' : 'Ada' });
  await expect(line(lea.page).getByText(left)).toBeVisible({ timeout: longMs });
});

test('[R204] [R205] 25/10, on the board and without a canvas: an idea written in private, five scores, the best at the end', async ({
  server,
  visit,
}) => {
  const { made, lea, ada, ben, plain, agenda } = await threePeople(server, visit);
  const session = new SessionParts(lea);
  const dialog = await agenda.activity('twenty-five-ten');
  await dialog.getByRole('button', { name: t('session.activity.do') }).press('Enter');
  await expect(lea.canvas.getByText('Ideas', { exact: true })).toBeVisible({ timeout: longMs });
  await agenda.start();
  await expect(ada.page.getByText(t('drafts.bar.named'))).toBeVisible();
  await ada.writeNote('kestrel');
  await session.next('Scoring, round 1').click();
  await expect(lea.words('kestrel')).toBeVisible({ timeout: longMs });
  const line = (page: Page) => page.getByRole('region', { name: t('session.score'), exact: true });
  for (const page of [ada.page, plain])
    await expect(line(page).getByText(t('session.score.waiting'))).toBeVisible({ timeout: longMs });
  // What comes late counts too, as long as they are too few.
  await ben.write('heron');
  const others = await Promise.all(['Cem', 'Dia', 'Eva', 'Fay'].map((name) => joinByApi(server, made, 'edit', name)));
  const headers = ({ token }: { token: string }) => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });
  const path = `${server.origin}/api/boards/${made.id}`;
  const { session: now } = (await (
    await fetch(`${path}/session`, { headers: headers(others[0] ?? { token: '' }) })
  ).json()) as SessionAnswer;
  for (const one of others)
    await fetch(`${path}/notes`, {
      method: 'POST',
      headers: headers(one),
      body: JSON.stringify({ text: 'plover', zone: now.phases[0]?.zones[0] }),
    });
  for (let round = 1; round <= 5; round++) {
    for (const page of [ada.page, plain]) {
      const ask = t('session.score.ask', { round, rounds: 5 });
      await expect(line(page).getByText(ask)).toBeVisible({ timeout: longMs });
      await expect(line(page).getByText(/kestrel|heron|plover/)).toBeVisible({ timeout: longMs });
    }
    for (const one of others) await scoreThree(path, one, round, headers(one));
    await line(ada.page).getByRole('button', { name: '5', exact: true }).press('Enter');
    await line(plain).getByRole('button', { name: '3', exact: true }).click();
    const count = t('session.score.count', { done: 6, count: 6 });
    await expect(line(plain).getByText(count)).toBeVisible({ timeout: longMs });
    await expect(line(lea.page)).toContainText(t('session.score.others'));
    if (round === 1) await Promise.all([lea.page, ada.page, plain].map((page) => expectAccessible(page)));
    await session.next(round < 5 ? `Scoring, round ${round + 1}` : 'The ten best').click();
  }
  for (const page of [lea.page, ada.page, plain]) {
    await expect(line(page).getByRole('listitem').first()).toContainText(
      t('session.score.sum', { sum: 17, most: 25 }),
      {
        timeout: longMs,
      },
    );
    await expectAccessible(page);
  }
});

/** Lea leads and has the agenda open; of those who take part Ada has the canvas, and Ben does without. */
async function threePeople(server: ServerProcess, visit: () => Promise<Page>) {
  const made = await newBoard(server);
  const lea = await BoardPage.join(await visit(), made.links.facilitate, 'Lea');
  const ada = await BoardPage.join(await visit(), made.links.edit, 'Ada');
  const plain = await visit();
  const ben = await PlainBoard.join(plain, made.links.edit, 'Ben');
  return { made, lea, ada, ben, plain, agenda: await new AgendaTab(lea).open() };
}

/** Over HTTP: the idea that this person was given in this round. */
async function scoreThree(
  path: string,
  { participantId }: Pick<Joined, 'participantId'>,
  round: number,
  headers: Record<string, string>,
): Promise<void> {
  const { session } = (await (await fetch(`${path}/session`, { headers })).json()) as SessionAnswer;
  const { scoring, revision } = session;
  const idea = scoring && ideaFor(scoring, participantId, round)?.id;
  if (!scoring || !idea) throw new Error('There is nothing to score.');
  const wish = { type: 'give-score', of: scoring.of, round, idea, score: 3 };
  const body = JSON.stringify({ commandId: randomUUID(), revision, ...wish });
  const answer = await fetch(`${path}/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(await answer.text());
}

function inGroup(page: Page) {
  const { bar } = new GroupParts(page);
  return bar.getByText(/Ada, Ben|Ben, Ada/);
}
