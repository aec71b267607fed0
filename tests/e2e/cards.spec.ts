// Cards, zones and links in a real browser: what a drop means, what two people do at once, what the keyboard reaches.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { test } from '../support/browser.ts';
import { newBoard, shapesOf, tocTemplate } from '../support/browser-boards.ts';
import { BoardPage, middleOf } from '../support/pages/board-page.ts';
import { CardTools } from '../support/pages/card-tools.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { anaAndBen } from '../support/two-people.ts';

type Board = Awaited<ReturnType<typeof newBoard>>;

type Box = Awaited<ReturnType<typeof boxOf>>;

async function boxOf(shape: Locator) {
  const box = await shape.boundingBox();
  if (!box) throw new Error('The shape is not seen.');
  return box;
}

/** The view glides to where it was sent. */
async function comesToRest(shape: Locator): Promise<void> {
  let last = '';
  await expect
    .poll(async () => {
      const now = JSON.stringify(await boxOf(shape));
      const isAtRest = now === last;
      last = now;
      return isAtRest;
    })
    .toBe(true);
}

async function cardsOf(server: ServerProcess, board: Board): Promise<CardShape[]> {
  return (await shapesOf(server, board)).filter(isCard);
}

test('a note becomes a card and a note again, for everybody, with its words; each is one undo', async ({
  server,
  visit,
}) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  const [tools, others] = [new CardTools(ana), new CardTools(ben)];
  await tools.writeCard('Teachers are supported', 'outcome');
  await expect(others.shape('card', 'Teachers are supported')).toBeVisible();
  await expect.poll(async () => (await cardsOf(server, board)).map(({ props }) => props.kind)).toEqual(['outcome']);

  await tools.toolbar.getByRole('button', { name: t('cards.to-note') }).click();
  await expect(others.shape('note', 'Teachers are supported')).toBeVisible();
  await ana.page.keyboard.press('Control+z');
  await expect(others.shape('card', 'Teachers are supported')).toBeVisible();
  await ana.page.keyboard.press('Control+z');
  await expect(others.shape('note', 'Teachers are supported')).toBeVisible();
});

test('several notes become cards at once', async ({ server, visit }) => {
  const board = await newBoard(server);
  const tools = new CardTools(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  for (const words of ['One', 'Two', 'Three']) await tools.board.writeNote(words);
  await tools.page.keyboard.press('Control+a');
  await tools.makeKind('activity');
  for (const words of ['One', 'Two', 'Three']) await expect(tools.shape('card', words)).toBeVisible();
  await tools.page.keyboard.press('Control+z');
  for (const words of ['One', 'Two', 'Three']) await expect(tools.shape('note', words)).toBeVisible();
});

test('two people edit two fields of one card at the same moment: both stay', async ({ server, visit }) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  const [tools, others] = [new CardTools(ana), new CardTools(ben)];
  await tools.writeCard('Municipality', 'stakeholder');
  await others.select('Municipality');
  await tools.openDetails();
  await others.openDetails();
  await Promise.all([
    tools.field('organisation').pressSequentially('City of Ludhiana', { delay: 20 }),
    others.field('wants').pressSequentially('Fewer complaints', { delay: 20 }),
  ]);
  await expect(tools.field('wants')).toHaveValue('Fewer complaints');
  await expect(others.field('organisation')).toHaveValue('City of Ludhiana');
  await expect
    .poll(async () => (await cardsOf(server, board)).map(({ props }) => [props.organisation, props.wants]))
    .toEqual([['City of Ludhiana', 'Fewer complaints']]);
});

test('a card is made and its fields are edited by keyboard alone', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const tools = new CardTools(ana);
  const { keyboard } = ana.page;
  await ana.writeNote('Train the heads');
  await keyboard.press('Control+a');
  await tools.makeKind('activity');
  await keyboard.press('Control+a');
  await keyboard.press('Enter');
  await expect(ana.writing.first()).toBeFocused();
  await keyboard.press('End');
  await keyboard.type(' of all schools', { delay: 25 });
  await keyboard.press('Tab');
  await expect(tools.fieldInPlace('responsible')).toBeFocused();
  await keyboard.type('Ravneet');
  await keyboard.press('Tab');
  await expect(tools.fieldInPlace('end')).toBeFocused();
  await keyboard.press('Escape');
  await expect(tools.shape('card', 'Responsible Ravneet')).toBeVisible();

  // And in the panel, all of them.
  await keyboard.press('Control+a');
  await keyboard.press('i');
  await expect(tools.panel).toBeVisible();
  await tools.panel.getByRole('tab').first().focus();
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(tools.field('tags')).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.type('schools\ntraining');
  await expect.poll(async () => (await cardsOf(server, board))[0]?.props.tags).toEqual(['schools', 'training']);
});

/** A zone of power and interest, empty, wholly in view, and a note beside it. */
async function noteBesideGrid(server: ServerProcess, visit: () => Promise<Page>, words: string) {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const tools = new CardTools(ana);
  await ana.writeNote(words);
  const { x, y } = await ana.middle();
  await ana.pan({ x: 600, y: 300 });
  await tools.drawZone({ x: x - 100, y: y - 200 }, { x: x + 400, y: y + 250 }, 'Who');
  await tools.choose(t('cards.zone.kind'), 'Stakeholder');
  await tools.choose(t('cards.zone.layout'), t('cards.layout.quadrant'));
  await tools.choose(t('cards.zone.axis.across'), 'Interest');
  await tools.choose(t('cards.zone.axis.up'), 'Power');
  await ana.page.keyboard.press('Escape');
  await ana.zoomToFit();
  await comesToRest(tools.shape('zone', 'Who'));
  const inZone = async (across: number, down: number) => {
    const { x: left, y: top, width, height } = await boxOf(tools.shape('zone', 'Who'));
    return { x: left + width * across, y: top + height * down };
  };
  const values = async () => (await cardsOf(server, board)).map(({ props }) => [props.power, props.interest]);
  return { board, ana, tools, inZone, values };
}

test('dropping in a zone with two axes writes both values; editing one moves the card; undo takes both back', async ({
  server,
  visit,
}) => {
  const { ana, tools, inZone, values } = await noteBesideGrid(server, visit, 'Parents');
  await tools.drag(ana.words('Parents'), await inZone(0.8, 0.7));
  await expect(tools.shape('card', 'Parents')).toBeVisible();
  await expect.poll(async () => (await values()).flat().every((value) => typeof value === 'number')).toBe(true);
  const [[power, interest] = []] = await values();
  expect(power).toBeLessThan(50);
  expect(interest).toBeGreaterThan(60);

  await tools.select('Parents');
  const before = await tools.shape('card', 'Parents').boundingBox();
  await tools.openDetails();
  await tools.field('power').fill('95');
  await expect
    .poll(async () => ((await tools.shape('card', 'Parents').boundingBox())?.y ?? 0) < (before?.y ?? 0) - 20)
    .toBe(true);
  expect(await values()).toEqual([[95, interest]]);

  await ana.canvas.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(values).toEqual([[power, interest]]);
  await ana.canvas.getByRole('button', { name: /^Undo/ }).click();
  await expect(tools.shape('note', 'Parents')).toBeVisible();
});

test('in a zone that is made smaller, cards stay at their values; one undo for both', async ({ server, visit }) => {
  const { ana, tools, inZone, values } = await noteBesideGrid(server, visit, 'Parents');
  await tools.drag(ana.words('Parents'), await inZone(0.5, 0.5));
  await expect(tools.shape('card', 'Parents')).toBeVisible();
  await expect.poll(async () => (await values()).flat().every((value) => typeof value === 'number')).toBe(true);
  const before = await values();
  const [zone, card] = [await boxOf(tools.shape('zone', 'Who')), await boxOf(tools.shape('card', 'Parents'))];
  await ana.page.mouse.click(zone.x, zone.y + zone.height / 3);
  await tools.dragFrom(
    { x: zone.x + zone.width, y: zone.y + zone.height },
    { x: zone.x + zone.width * 0.7, y: zone.y + zone.height * 0.7 },
  );
  const across = (box: Box) => box.x + box.width / 2 - zone.x;
  await expect.poll(async () => across(await boxOf(tools.shape('card', 'Parents'))) / across(card)).toBeLessThan(0.85);
  expect(await values()).toEqual(before);
  await ana.canvas.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await boxOf(tools.shape('zone', 'Who'))).width).toBeCloseTo(zone.width, 0);
  expect((await boxOf(tools.shape('card', 'Parents'))).x).toBeCloseTo(card.x, 0);
  expect(await values()).toEqual(before);
});

test('cards that are moved as a group take the values of the place where they land', async ({ server, visit }) => {
  const { ana, tools, inZone, values } = await noteBesideGrid(server, visit, 'Parents');
  await tools.drag(ana.words('Parents'), await inZone(0.35, 0.7));
  await expect(tools.shape('card', 'Parents')).toBeVisible();
  await tools.select('Parents');
  await ana.page.keyboard.press('Control+d');
  await expect(tools.shape('card', 'Parents')).toHaveCount(2);
  await expect.poll(async () => (await values()).flat().filter((value) => typeof value === 'number').length).toBe(4);
  const before = await values();
  await ana.page.mouse.move(5, 300);
  await ana.page.keyboard.press('Control+a');
  await ana.page.keyboard.press('Escape');
  await tools.shape('card', 'Parents').first().click();
  await tools
    .shape('card', 'Parents')
    .last()
    .click({ modifiers: ['Shift'] });
  await ana.page.keyboard.press('Control+g');
  const from = await middleOf(tools.shape('card', 'Parents').first());
  await tools.dragFrom(from, { x: from.x, y: (await inZone(0, 0.4)).y });
  await expect
    .poll(async () => (await values()).map(([power], i) => Number(power) - Number(before[i]?.[0])))
    .toEqual([expect.closeTo(50, -1.5), expect.closeTo(50, -1.5)]);
});

test('an arrow between two cards is a link with a meaning; its assumption is a card', async ({ server, visit }) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  const tools = new CardTools(ana);
  await tools.writeCard('Action', 'activity');
  await ana.page.keyboard.press('Escape');
  await tools.writeCard('Change', 'outcome');
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('a');
  await tools.drag(tools.shape('card', 'Action'), await centre(tools, 'Change'));
  await expect(tools.toolbar.getByLabel(t('cards.link.type'))).toHaveValue('causal');
  await tools.toolbar.getByRole('button', { name: t('cards.link.less') }).click();
  await tools.toolbar.getByRole('button', { name: t('cards.details') }).click();
  await tools.panel.getByLabel(t('cards.link.rationale')).fill('They say so themselves');
  await tools.panel.getByLabel(t('cards.link.assumption.new')).fill('They have time');
  await ana.page.keyboard.press('Enter');
  await expect(new CardTools(ben).shape('card', 'They have time')).toBeVisible();
  await expect
    .poll(async () => {
      const shapes = await shapesOf(server, board);
      const arrow = shapes.find(({ type }) => type === 'arrow');
      const assumption = shapes.filter(isCard).find(({ props }) => props.kind === 'assumption');
      const { linkPolarity, linkRationale } = arrow?.meta ?? {};
      return [linkPolarity, linkRationale, assumption?.props.on === arrow?.id];
    })
    .toEqual(['-', 'They say so themselves', true]);
});

test('a locked zone stays for those who take part, and opens for facilitators', async ({ server, visit }) => {
  const board = await newBoard(server);
  const lead = new CardTools(await BoardPage.join(await visit(), board.links.facilitate, 'Lead'));
  const { x, y } = await lead.board.middle();
  await lead.drawZone({ x: x - 250, y: y - 200 }, { x: x + 100, y: y + 100 }, 'Rules');
  await lead.panel.getByLabel(t('cards.zone.lock')).check();
  const ana = new CardTools(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  const title = await middleOf(ana.board.words('Rules'));
  // A zone lets the pointer through to what lies in it, and takes it at its title itself.
  await ana.page.mouse.click(title.x, title.y);
  await ana.page.keyboard.press('Delete');
  await expect(ana.board.said(t('canvas.zone.locked'))).toBeVisible();
  await expect(ana.shape('zone', 'Rules')).toBeVisible();
  // Beside the first click, so that the two are not one double click.
  await ana.page.mouse.click(title.x + 120, title.y + 30);
  await ana.page.keyboard.press('i');
  await expect(ana.panel.getByLabel(t('canvas.zone.title'))).toBeDisabled();

  await lead.panel.getByLabel(t('cards.zone.lock')).uncheck();
  await expect(ana.panel.getByLabel(t('canvas.zone.title'))).toBeEnabled();
});

test('a note written in a zone that says a kind becomes such a card, when it is written', async ({ server, visit }) => {
  const { board, ana, ben } = await anaAndBen({ server, visit }, tocTemplate);
  const [tools, others] = [new CardTools(ana), new CardTools(ben)];
  await ana.page.keyboard.press('n');
  await ana.page.keyboard.type('Heads share what they learn');
  await expect(others.shape('note', 'Heads share what they learn')).toBeVisible();
  await ana.leaveNote();
  await expect(tools.shape('card', 'Heads share what they learn')).toBeVisible();
  await expect(others.shape('card', 'Heads share what they learn')).toBeVisible();
  await expect
    .poll(async () => (await cardsOf(server, board)).map(({ props }) => [props.kind, props.level]))
    .toEqual([['outcome', 'intermediate']]);
  // The next lie beside it, as the cards that they become.
  for (const words of ['Families read at home', 'Teachers visit each other']) {
    await ana.page.keyboard.press('n');
    await ana.page.keyboard.type(words);
    await ana.leaveNote();
    await expect(others.shape('card', words)).toBeVisible();
  }
  const boxes = await Promise.all(
    (await tools.page.locator('.tl-shape[data-shape-type="card"]').all()).map((one) => one.boundingBox()),
  );
  const meet = boxes.filter((one, i) =>
    boxes.some(
      (other, j) =>
        j < i &&
        one &&
        other &&
        Math.abs(one.x - other.x) < one.width - 1 &&
        Math.abs(one.y - other.y) < one.height - 1,
    ),
  );
  expect(boxes).toHaveLength(3);
  expect(meet).toEqual([]);
});

test('several notes are tidied, grouped and made one, each one undo', async ({ server, visit }) => {
  const board = await newBoard(server);
  const tools = new CardTools(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  for (const words of ['One', 'Two', 'Three', 'Four']) await tools.board.writeNote(words);
  await tools.drag(tools.shape('note', 'Four'), { x: 300, y: 700 });
  await tools.page.keyboard.press('Escape');
  const places = async () =>
    (await shapesOf(server, board)).filter(({ type }) => type === 'note').map(({ id, x, y }) => ({ id, x, y }));
  await expect(tools.board.saveState('saved')).toBeVisible();
  const before = await places();
  const choose = async (name: string): Promise<void> => {
    await tools.page.keyboard.press('Control+a');
    await tools.toolbar.getByRole('button', { name: t('cards.arrange') }).click();
    await tools.page.getByRole('menuitem', { name }).click();
  };
  await choose(t('cards.tidy'));
  await expect.poll(async () => new Set((await places()).map(({ y }) => y)).size).toBe(2);
  await tools.page.keyboard.press('Control+z');
  await expect.poll(places).toEqual(before);

  await choose(t('cards.merge', { count: 4 }));
  await expect
    .poll(async () =>
      (await cardsOf(server, board)).map(({ props }) => [props.sources?.length, props.note?.split('\n').length]),
    )
    .toEqual([[4, 3]]);
  await expect.poll(places).toEqual([]);
  await tools.page.keyboard.press('Control+z');
  await expect.poll(async () => (await places()).length).toBe(4);

  await tools.page.keyboard.press('Escape');
  await tools.select('One');
  await tools.makeKind('goal');
  await choose(t('cards.group.kind'));
  await expect(tools.board.words('Goals')).toBeVisible();
  await expect(tools.board.words('Notes')).toBeVisible();
  await tools.page.keyboard.press('Control+z');
  await expect(tools.board.words('Goals')).toHaveCount(0);
});

async function centre(tools: CardTools, words: string) {
  const box = await tools.shape('card', words).boundingBox();
  if (!box) throw new Error(`No card says "${words}".`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
