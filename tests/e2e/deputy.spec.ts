// Who stands in for a facilitator who has dropped: offered after a minute, by clocks that the test sets forward.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { ResultsTab } from '../support/pages/results-tab.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import { repositoryRoot } from '../support/repository.ts';
import { makeBoard, startTestServer } from '../support/test-server.ts';

const clientDir = join(repositoryRoot, 'client/dist');
/** A page waits a little longer than the server. */
const pageSlackMs = 5_000;
/** Less than makes a socket look dead. */
const stepMs = 10_000;

test('[R117] [R209] when the facilitator has been away for a minute, the deputy is offered to take over and goes on', async ({
  visit,
}) => {
  let skippedMs = 0;
  const server = await startTestServer({ config: { clientDir }, ticks: () => performance.now() + skippedMs });
  try {
    const created = await makeBoard(server.origin, { template: 'decide-and-commit' });
    const [leaPage, adaPage] = [await visit(), await visit()];
    await adaPage.clock.install();
    const lea = new SessionParts(await BoardPage.join(leaPage, created.links.facilitate, 'Lea'));
    const ada = new SessionParts(await BoardPage.join(adaPage, created.links.edit, 'Ada'));
    await lea.start();
    await lea.board.writeNote('To be harvested');
    await lea.row.getByRole('button', { name: t('session.deputy') }).click();
    await expectAccessible(leaPage);
    await lea.choose('Ada');
    await leaPage.close();
    const offer = adaPage.getByRole('button', { name: t('session.deputy.take') });
    await expect(ada.board.people(1)).toBeVisible();
    await expect(offer).toHaveCount(0);
    await adaPage.clock.fastForward(limits.leaderlessMs + pageSlackMs);
    // Before the server's own minute is over it says no.
    expectComplaints(adaPage, /403 \(Forbidden\)/);
    await expect(async () => {
      skippedMs += stepMs;
      await offer.click({ timeout: 1_000 });
      await expect(ada.row).toBeVisible({ timeout: 1_500 });
    }).toPass({ timeout: 90_000 });
    expect(skippedMs).toBeGreaterThan(limits.leaderlessMs / 2);
    await expect(adaPage.getByText(t('session.deputy.takes-over', { name: 'Ada' }))).toBeVisible();
    await expectAccessible(adaPage);

    // [R209] What is for who leads is there at once, and goes when a facilitator is back.
    const results = await ResultsTab.open(ada.board);
    await results.offer(t('harvest.open')).click();
    const harvest = adaPage.getByRole('dialog', { name: t('harvest.title'), exact: true });
    await expect(harvest.getByRole('button', { name: t('harvest.publish') })).toBeVisible();
    const back = await leaPage.context().newPage();
    await back.goto(created.links.facilitate);
    await expect(harvest).toHaveCount(0, { timeout: 60_000 });
    await expect(results.offer(t('harvest.open'))).toHaveCount(0);
    await expect(adaPage.getByText(t('harvest.not-leading'))).toBeVisible();
    // They would complain of the server that stops.
    for (const page of [back, adaPage]) await page.close();
  } finally {
    await server.stop();
  }
});
