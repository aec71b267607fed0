// The main job: a board from a template, its link shared, filled together, and taken home as a picture by both.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { tocBackwardMap } from '@commonboard/shared/templates/toc-backward-map.ts';
import { test } from '../support/browser.ts';
import { newBoard, noteBox, shapesOf, tocTemplate, zonesOf, type PageBox } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { readPng, type Picture } from '../support/png.ts';
import { anaAndBen } from '../support/two-people.ts';

const templateTitle = 'Theory of change, backwards';
const templateShapes = templateRecords(tocBackwardMap, 'en').filter((record) => record.typeName === 'shape');
/** Empty ground around a board's picture, in page units. */
const padding = 32;

/** A person who does one thing after another; what they did is counted, not what they looked at. */
function counted(page: Page) {
  let count = 0;
  return {
    count: () => count,
    press: (key: string) => (count++, page.keyboard.press(key)),
    type: (text: string) => (count++, page.keyboard.type(text)),
  };
}

async function exportWholeBoard(board: BoardPage): Promise<Picture> {
  const dialog = await board.export();
  const { name, bytes } = await dialog.download({ what: t('export.scope.board'), format: 'PNG', times: 1 });
  expect(name).toBe(`${templateTitle}.png`);
  await expect(dialog.says).toHaveText(t('export.saved', { file: name }));
  await dialog.close();
  return readPng(bytes);
}

function inPicture({ x, y, w, h }: PageBox): PageBox {
  return { x: x + padding, y: y + padding, w, h };
}

test('two people fill a board made from a template and both export all of it', async ({ server, visit }) => {
  const anasPage = await visit();
  const home = new HomePage(anasPage);
  await home.open(server.origin);
  await home.use(templateTitle);
  const anasWay = new PlainPage(anasPage);
  await anasWay.name.fill('Ana');
  await anasWay.join.click();
  const ana = await new BoardPage(anasPage).opened();
  await expect(ana.title(templateTitle)).toBeVisible();
  await ana.writeNote('Rivers one can swim in');
  const share = await ana.share();
  const link = await share.link('edit');
  await share.close();

  const bensPage = await visit();
  await bensPage.goto(link);
  const ben = new BoardPage(bensPage);
  const acting = counted(bensPage);
  await expect(new PlainPage(bensPage).name).toBeFocused();
  await acting.type('Ben');
  await acting.press('Enter');
  await ben.opened();
  await acting.press('n');
  await expect(ben.writing).toBeFocused();
  expect(acting.count()).toBeLessThanOrEqual(3);
  await bensPage.keyboard.type('Farmers leave a strip unploughed');
  await ben.leaveNote();

  for (const board of [ana, ben]) {
    await board.zoomToFit();
    await expect(board.people(2)).toBeVisible();
    await expect(board.words('Rivers one can swim in')).toBeVisible();
    await expect(board.words('Farmers leave a strip unploughed')).toBeVisible();
    await expect(board.saveState('saved')).toBeVisible();
  }

  const boardId = new URL(link).pathname.split('/').at(-1) ?? '';
  expect(boardId).toHaveLength(16);
  for (const picture of [await exportWholeBoard(ana), await exportWholeBoard(ben)]) {
    const zones = zonesOf(templateShapes);
    const [left, top] = [Math.min(...zones.map(({ x }) => x)), Math.min(...zones.map(({ y }) => y))];
    const right = Math.max(...zones.map(({ x, props }) => x + props.w));
    const bottom = Math.max(...zones.map(({ y, props }) => y + props.h));
    expect([picture.width, picture.height]).toEqual([right - left + padding * 2, bottom - top + padding * 2]);
    for (const { x, y, props } of zones) {
      const title = { x: x - left + 20, y: y - top + 15, w: 160, h: 60 };
      expect(picture.inkShare(inPicture(title)), props.title).toBeGreaterThan(0.03);
    }
  }
});

test('the notes of both are in the picture, where they lie on the board', async ({ server, visit }) => {
  // In no zone: there a note stays a note, and nothing but a note is coloured all over.
  const { board, ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('By Ana');
  await expect(ben.words('By Ana')).toBeVisible();
  await ben.writeNote('By Ben');
  await expect(ana.words('By Ben')).toBeVisible();
  await expect(ben.saveState('saved')).toBeVisible();
  const shapes = await shapesOf(server, board);
  const boxes = ['By Ana', 'By Ben'].map((text) => noteBox(shapes, text));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const dialog = await ana.export();
  const { bytes } = await dialog.download({ what: t('export.scope.board'), format: 'PNG', times: 1 });
  const picture = readPng(bytes);
  for (const box of boxes)
    expect(
      picture.inkShare(inPicture({ ...box, x: box.x - left, y: box.y - top })),
      JSON.stringify(box),
    ).toBeGreaterThan(0.9);
});

test('the first note lies inside the zone in the middle of the view', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.writeNote('First');
  await expect(ana.saveState('saved')).toBeVisible();
  const shapes = await shapesOf(server, board);
  const note = noteBox(shapes, 'First');
  const holding = zonesOf(shapes).filter(
    ({ x, y, props: { w, h } }) => note.x >= x && note.y >= y && note.x + note.w <= x + w && note.y + note.h <= y + h,
  );
  expect(holding.map(({ props }) => props.title)).toEqual(['Intermediate outcomes']);
});

test('what is typed at once into a new note stays in its order', async ({ server, visit }) => {
  const { ana } = await anaAndBen({ server, visit }, tocTemplate);
  for (const text of [
    'Straight on, without waiting for the note to arrive',
    'And the next one, as fast as keys can go',
  ]) {
    await ana.page.keyboard.press('n');
    await expect(ana.writing).toBeFocused();
    await ana.page.keyboard.type(text);
    await expect(ana.writing).toHaveText(text);
    await ana.leaveNote();
  }
});

test("each sees the other's cursor with the name, where it is", async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit }, tocTemplate);
  for (const [one, other, name] of [
    [ana, ben, 'Ana'],
    [ben, ana, 'Ben'],
  ] as const) {
    // Both see the same part of the board, so the cursor is at the same place on both screens.
    for (const at of [
      { x: 420, y: 310 },
      { x: 700, y: 520 },
    ]) {
      await one.page.mouse.move(at.x, at.y, { steps: 3 });
      await expect
        .poll(async () => {
          const box = await other.cursor(name).boundingBox();
          // The name stands a little below and beside the arrow's point.
          return box && Math.hypot(box.x - at.x, box.y - at.y) < 40;
        })
        .toBe(true);
    }
  }
  await ana.openPeople();
  await expect(ana.person('Ben')).toBeVisible();
});
