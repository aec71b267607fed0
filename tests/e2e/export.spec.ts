// Pictures of a board, a zone and a selection: as large as promised, whole, and needing nothing from anywhere.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, recordsOf, shapesOf, tocTemplate, zonesOf } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { isTransparent, readPng } from '../support/png.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';

/** Nothing in it is loaded: what is named is inside, or lies in the file itself. */
const loadedFromElsewhere = /(?:href|src)="(?!data:|#)[^"]*"|url\((?!["']?(?:data:|#))[^)]*\)|@import/;

test.describe('of a board made from a template', () => {
  test('a zone at 4x without background has exactly its size, and is clear at its corners', async ({
    server,
    visit,
  }) => {
    const board = await newBoard(server, tocTemplate);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    const zone = zonesOf(await shapesOf(server, board)).find(({ props }) => props.title === 'Assumptions');
    const { w, h } = zone!.props;
    const dialog = await ana.export();
    const { name, bytes } = await dialog.download({
      what: t('export.scope.zone', { title: 'Assumptions' }),
      format: 'PNG',
      times: 4,
      background: false,
    });
    expect(name).toBe('Theory of change, backwards - Assumptions.png');
    const picture = readPng(bytes);
    expect([picture.width, picture.height]).toEqual([w * 4, h * 4]);
    // Clear wherever nobody wrote: at its corners, which are round, and in the middle.
    const clear = [0, 0, 0, 0] as const;
    expect(picture.corners().every(isTransparent)).toBe(true);
    expect(isTransparent(picture.pixel(picture.width / 2, picture.height / 2))).toBe(true);
    expect(picture.inkShare({ x: 0.05, y: 0.7, w: 0.9, h: 0.2 }, clear)).toBe(0);
    // Drawn where somebody did: the line around it, its title, and all over the note that the template put there.
    expect(picture.inkShare({ x: picture.width / 2, y: 0, w: 100, h: 4 }, clear)).toBeGreaterThan(0.5);
    expect(picture.inkShare({ x: 28 * 4, y: 22 * 4, w: 200 * 4, h: 44 * 4 }, clear)).toBeGreaterThan(0.05);
    expect(picture.inkShare({ x: 40 * 4, y: 130 * 4, w: 180 * 4, h: 180 * 4 }, clear)).toBe(1);
    expect(picture.pixel(50 * 4, 140 * 4)[3]).toBe(255);
  });

  test('the background is there or not, as asked', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const ana = await BoardPage.join(await visit(), board.links.view, 'Ana');
    const dialog = await ana.export();
    const without = readPng((await dialog.download({ times: 1, background: false })).bytes);
    expect(without.corners().every(isTransparent)).toBe(true);
    const withIt = readPng((await dialog.download({ times: 1, background: true })).bytes);
    expect(withIt.corners().every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect([withIt.width, withIt.height]).toEqual([without.width, without.height]);
  });

  test('an SVG has its letters inside and refers to nothing outside', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    await ana.writeNote('Letters of our own');
    const dialog = await ana.export();
    const { name, bytes } = await dialog.download({ format: 'SVG' });
    expect(name).toBe('Theory of change, backwards.svg');
    const svg = bytes.toString();
    expect(svg).toContain('Letters of our own');
    expect(svg).toContain('Long-term outcomes');
    expect(svg).toMatch(/@font-face[^}]*url\(["']?data:font\/woff2;base64,/);
    expect(svg).not.toMatch(loadedFromElsewhere);
    // It draws by itself, in a page that may load nothing.
    const alone = await visit();
    await alone.setContent(svg.slice(svg.indexOf('<svg')));
    await expect(alone.locator('svg').first()).toBeVisible();
  });

  test('a selection is exported alone', async ({ server, visit }) => {
    // In no zone: there a note stays a note.
    const board = await newBoard(server);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    await ana.writeNote('Only this');
    await ana.words('Only this').click();
    const dialog = await ana.export();
    const { name, bytes } = await dialog.download({ what: t('export.scope.selection', { count: 1 }), times: 2 });
    expect(name).toContain(t('export.name.selection'));
    const picture = readPng(bytes);
    // A note of 200 with ground of 32 around it, twice as large.
    expect([picture.width, picture.height]).toEqual([528, 528]);
    expect(picture.inkShare({ x: 0.2, y: 0.2, w: 0.6, h: 0.6 })).toBeGreaterThan(0.95);
  });

  test('what is chosen is seen before it is downloaded', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    const dialog = await ana.export();
    await expect(dialog.preview).toBeVisible();
    const zones = zonesOf(await shapesOf(server, board));
    const { w, h } = boundsOf(zones);
    // With ground of 32 around it, twice as large.
    await expect(dialog.says).toHaveText(t('export.size', { width: 2 * (w + 64), height: 2 * (h + 64) }));
    const before = await dialog.preview.getAttribute('src');
    await dialog.choose({ what: t('export.scope.zone', { title: 'Impact' }), times: 1 });
    const impact = zones.find(({ props }) => props.title === 'Impact')?.props;
    await expect(dialog.says).toHaveText(t('export.size', { width: impact?.w ?? 0, height: impact?.h ?? 0 }));
    await expect(dialog.preview).not.toHaveAttribute('src', before ?? '');
  });
});

/** Of zones that lie on the page. */
function boundsOf(zones: readonly ZoneShape[]): { w: number; h: number } {
  const right = Math.max(...zones.map(({ x, props }) => x + props.w));
  const bottom = Math.max(...zones.map(({ y, props }) => y + props.h));
  return { w: right - Math.min(...zones.map(({ x }) => x)), h: bottom - Math.min(...zones.map(({ y }) => y)) };
}

test('an empty board says that there is nothing to export', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const dialog = await ana.export();
  await expect(dialog.says).toHaveText(t('export.nothing'));
  await expect(dialog.save).toBeDisabled();
});

test('a picture too large for a browser says so; a smaller one or an SVG is offered', async ({ server, visit }) => {
  const board = await newBoard(server);
  const { token } = await joinByApi(server, board, 'edit');
  const provider = plainProvider(server.origin, board.id, token);
  await expect.poll(() => provider.synced).toBe(true);
  const records = await recordsOf(server, board);
  for (const x of [0, 9_000]) {
    const note = newNoteRecord(records, { text: `At ${x}` });
    putRecord(provider.doc, { ...note!, x, y: 0 } as never);
  }
  await expect.poll(async () => (await shapesOf(server, board)).length).toBe(2);
  provider.destroy();

  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const dialog = await ana.export();
  await dialog.choose({ times: 4 });
  await expect(dialog.says).toHaveText(t('export.too-large', { width: 37_056, height: 1_056 }));
  await expect(dialog.save).toBeDisabled();
  await dialog.choose({ times: 1 });
  await expect(dialog.save).toBeEnabled();
  await dialog.choose({ times: 4, format: 'SVG' });
  await expect(dialog.save).toBeEnabled();
});
