// Where all look: zone by zone with keys and by touch; reactions and words at the pointer, and a calm board without them.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { AgendaTab } from '../support/pages/agenda-tab.ts';
import { firstStep, runningSession } from '../support/session-board.ts';

const presenting = t('session.present');

test('[R116] who leads presents zone by zone, by button, by page keys and by arrows; all see the light move', async ({
  server,
  visit,
}) => {
  const { lea, ada } = await runningSession({ server, visit });
  await lea.menu(presenting);
  const bar = lea.board.page.getByRole('region', { name: presenting });
  const at = bar.getByRole('status');
  await expect(at).toHaveText(/^1 of \d+: /);
  const light = ada.board.canvas.locator('[data-light]');
  const first = (await light.getAttribute('data-light')) ?? '';
  expect(first).toMatch(/^shape:/);
  await bar.getByRole('button', { name: t('session.present.next') }).click();
  await expect(at).toHaveText(/^2 of /);
  await expect(light).not.toHaveAttribute('data-light', first);
  // What a clicker sends, wherever the focus is.
  await lea.board.canvas.focus();
  await lea.board.page.keyboard.press('PageUp');
  await expect(at).toHaveText(/^1 of /);
  await bar.getByRole('button', { name: t('session.present.next') }).focus();
  await lea.board.page.keyboard.press('ArrowRight');
  await expect(at).toHaveText(/^2 of /);
  await expect(ada.board.page.getByRole('region', { name: presenting })).toHaveCount(0);
  await expectAccessible(lea.board.page);
  await bar.getByRole('button', { name: t('session.present.end') }).click();
  await expect(light).toHaveCount(0);
});

test('[R121] a reaction is seen by all and said in one line; words stand at the pointer; off is off', async ({
  server,
  visit,
}) => {
  const { lea, ada } = await runningSession({ server, visit: () => visit({ reducedMotion: 'reduce' }) });
  const more = ada.banner.getByRole('button', { name: t('session.more') });
  await more.press('Enter');
  await ada.choose(t('session.reaction.idea'));
  for (const one of [lea, ada]) {
    const shown = one.board.page.locator('[data-reaction="idea"]');
    await expect(shown).toContainText('Ada');
    expect(await shown.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
  }
  const said = lea.board.page.getByRole('status', { name: t('session.signals') });
  await expect(said).toHaveText(t('session.signals.count', { kind: t('session.reaction.idea'), count: 1 }));
  await expect(lea.board.page.locator('[data-reaction]')).toHaveCount(0, { timeout: 15_000 });
  const { x, y } = await ada.board.middle();
  await ada.board.page.mouse.move(x, y);
  await ada.board.page.keyboard.press('/');
  await expect(ada.board.canvas.locator('input.tl-cursor-chat')).toBeFocused();
  await ada.board.page.keyboard.type('Over here');
  await expect(lea.board.canvas.locator('.tl-collaborators').getByText('Over here')).toBeVisible();
  await expect(said).toHaveText(t('session.signals.chat', { name: 'Ada', chat: 'Over here' }));
  // Switched off, neither is offered.
  for (const part of [t('session.calm.reactions'), t('session.calm.chat')]) await lea.menu(part);
  await expect(more).toHaveCount(0);
  await ada.board.page.keyboard.press('Escape');
  await ada.board.page.keyboard.press('/');
  await expect(ada.board.canvas.locator('input.tl-cursor-chat')).toHaveCount(0);
});

test('[R139] pretend people write and move for who rehearses; nobody else sees them, and nothing of it stays', async ({
  server,
  visit,
}) => {
  const { lea, ada, jo } = await runningSession({ server, visit });
  await lea.otherWay(t('session.finish'));
  await expect(ada.banner).toHaveCount(0, { timeout: 30_000 });
  const { panel } = await new AgendaTab(lea.board).open();
  await panel.getByRole('button', { name: t('session.rehearse') }).click();
  const crowd = lea.board.canvas.locator('[data-pretend]');
  await expect(crowd.getByText(t('session.pretend.name.1'))).toBeVisible();
  await expect(crowd.getByText(t('session.pretend.line.1'))).toBeVisible({ timeout: 30_000 });
  await expect(ada.banner.getByText(firstStep)).toBeVisible();
  await expect(ada.board.page.locator('[data-pretend]')).toHaveCount(0);
  await expect(jo.row).toBeVisible();
  await panel.getByRole('button', { name: t('session.reset') }).click();
  await expect(crowd).toHaveCount(0);
  for (const one of [lea, ada])
    await expect(one.board.canvas.locator('.tl-shape').getByText(t('session.pretend.line.1'))).toHaveCount(0);
});

test('the sound at the end of a step is off until somebody wants it, on that device only', async ({
  server,
  visit,
}) => {
  const { lea, jo } = await runningSession({ server, visit });
  const openMenu = async (one: typeof lea) => {
    await one.row.getByRole('button', { name: t('session.menu') }).click();
    return one.board.page.getByRole('menuitem', { name: t('session.sound') });
  };
  const off = await openMenu(lea);
  await expect(off.getByLabel(t('session.off'))).toBeAttached();
  await off.press('Enter');
  await expect((await openMenu(lea)).getByLabel(t('session.on'))).toBeAttached();
  await expect((await openMenu(jo)).getByLabel(t('session.off'))).toBeAttached();
});
