// Who has a link to look sees the board live and changes nothing, whatever they press, paste, drop or send.
import { expect } from '@playwright/test';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { messageTypes, subprotocols, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, recordsOf, shapesOf, tocTemplate } from '../support/browser-boards.ts';
import { dropFile, pasteText } from '../support/browser-files.ts';
import { BoardPage, middleOf } from '../support/pages/board-page.ts';
import { pngImage } from '../support/sample-images.ts';

const title = 'Theory of change, backwards';

test('a viewer sees the changes of others as they are made', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const vera = await BoardPage.join(await visit(), board.links.view, 'Vera');
  await expect(vera.saveState('view-only')).toBeVisible();
  await ana.writeNote('Seen at once');
  await expect(vera.words('Seen at once')).toBeVisible();
  await expect(ana.people(2)).toBeVisible();
  await ana.openPeople();
  await expect(ana.listed('Vera')).toBeVisible();
  await expect(ana.page.getByRole('menu')).toContainText(t('common.role.view'));
});

test('a viewer has no way to change the board', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const vera = await BoardPage.join(await visit(), board.links.view, 'Vera');
  const before = await recordsOf(server, board);
  const { page } = vera;

  // No tool that draws, no way to a first note, no field to rename with.
  await expect(vera.firstNote).toHaveCount(0);
  for (const tool of ['Note', 'Zone', 'Arrow', 'Draw', 'Text', 'Eraser', 'Media']) {
    await expect(vera.canvas.getByRole('button', { name: new RegExp(`^${tool} `) })).toHaveCount(0);
  }
  await expect(vera.title(title)).toBeVisible();
  await expect(vera.bar.getByRole('button', { name: t('board.title.edit', { title }) })).toHaveCount(0);

  // Keys, the mouse, the clipboard, a file.
  const zone = await middleOf(vera.words('Assumptions'));
  for (const key of ['n', 'd', 'r', 't', 'a', 'Shift+Z']) {
    await page.keyboard.press(key);
    await page.mouse.move(zone.x, zone.y);
    await page.mouse.down();
    await page.mouse.move(zone.x + 60, zone.y + 60, { steps: 3 });
    await page.mouse.up();
  }
  await page.mouse.dblclick(zone.x, zone.y);
  await page.keyboard.type('words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await pasteText(page, 'Pasted words');
  const file = { name: 'a.png', mimeType: 'image/png', buffer: pngImage(40, 40, [0, 90, 200]) };
  await dropFile(vera.canvas.locator('.tl-canvas'), file);
  await page.keyboard.press('Control+Z');

  // What another person does meanwhile goes through the same room, after all of it.
  await ana.writeNote('After it');
  await expect(ana.saveState('saved')).toBeVisible();
  await vera.zoomToFit();
  await expect(vera.words('After it')).toBeVisible();
  await expect(vera.images).toHaveCount(0);
  for (const one of [ana, vera]) await expect(one.words('Pasted words')).toHaveCount(0);
  const after = await recordsOf(server, board);
  expect(after.filter(({ id }) => before.some((old) => old.id === id))).toEqual(before);
  expect(after).toHaveLength(before.length + 1);
});

test('a viewer can pass on the link to look and no other, and may export', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const vera = await BoardPage.join(await visit(), board.links.view, 'Vera');
  const share = await vera.share();
  expect(await share.link('view')).toBe(board.links.view);
  await expect(share.field('edit')).toHaveCount(0);
  await expect(share.field('facilitate')).toHaveCount(0);
  await expect(share.tabs).toHaveCount(0);
  const markup = await vera.page.content();
  for (const key of [board.keys.edit, board.keys.facilitate]) expect(markup).not.toContain(key);
  await share.close();
  const dialog = await vera.export();
  expect((await dialog.download({ times: 1 })).bytes.length).toBeGreaterThan(1_000);
});

test('a participant can pass on the link to take part, and cannot rename', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const share = await ana.share();
  expect(await share.link('edit')).toBe(board.links.edit);
  await expect(share.field('facilitate')).toHaveCount(0);
  await share.close();
  await expect(ana.bar.getByRole('button', { name: t('board.title.edit', { title }) })).toHaveCount(0);
});

for (const [what, kind] of [
  ['an update', syncTypes.update],
  ['an answer to step 1', syncTypes.step2],
] as const) {
  test(`${what} sent on a raw socket with a view token changes nothing`, async ({ server }) => {
    const board = await newBoard(server, tocTemplate);
    const { token } = await joinByApi(server, board, 'view');
    const before = await shapesOf(server, board);
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${board.id}`, [
      subprotocols.full,
      subprotocols.authPrefix + token,
    ]);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const answers: number[] = [];
    let code = 0;
    socket.on('message', (data: Buffer) => answers.push(data[0] ?? -1)).on('close', (number) => (code = number));
    const doc = new Y.Doc();
    for (const { id } of before) doc.getMap('rec').set(id, 'gone');
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
    socket.send(encoding.toUint8Array(encoder));
    // Refused in words, or shown the door.
    await expect.poll(() => answers.includes(messageTypes.refusal) || code === closeCodes.notAllowed).toBe(true);
    socket.terminate();
    expect(await shapesOf(server, board)).toEqual(before);
  });
}

test('a view token is refused by every call that would change something', async ({ server }) => {
  const board = await newBoard(server, tocTemplate);
  const { token } = await joinByApi(server, board, 'view');
  const before = await recordsOf(server, board);
  for (const [method, path, body] of [
    ['PATCH', '', { title: 'Taken' }],
    ['DELETE', '', undefined],
    ['POST', '/notes', { text: 'A note' }],
    ['POST', '/duplicate', {}],
    ['POST', '/links', { key: board.keys.view }],
  ] as const) {
    const response = await fetch(`${server.origin}/api/boards/${board.id}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status, `${method} ${path}`).toBe(403);
  }
  const picture = await fetch(`${server.origin}/api/boards/${board.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
    body: new Uint8Array(pngImage(4, 4, [0, 0, 0])),
  });
  expect(picture.status).toBe(403);
  expect(await recordsOf(server, board)).toEqual(before);
});
