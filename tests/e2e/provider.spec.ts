// An outside program with y-websocket's provider, beside a browser, on the same board.
import { expect } from '@playwright/test';
import type { WebsocketProvider } from 'y-websocket';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { test as base } from '../support/browser.ts';
import { joinByApi, newBoard, notesOf, recordsOf } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { BoardPage } from '../support/pages/board-page.ts';

interface Fixtures {
  connect: (board: CreatedBoard, role: Role) => Promise<WebsocketProvider>;
}

const test = base.extend<Fixtures>({
  connect: async ({ server }, provide) => {
    const opened: WebsocketProvider[] = [];
    await provide(async (board, role) => {
      const { token } = await joinByApi(server, board, role, 'Program');
      const provider = plainProvider(server.origin, board.id, token);
      opened.push(provider);
      await expect.poll(() => provider.synced).toBe(true);
      return provider;
    });
    for (const provider of opened) provider.destroy();
  },
});

function notesIn({ doc }: WebsocketProvider): string[] {
  return readBoardRecords(doc).records.flatMap((record) =>
    record.typeName === 'shape' && record.type === 'note' ? [plainFromRichText(record.props.richText)] : [],
  );
}

function addNote({ doc }: WebsocketProvider, text: string): void {
  const note = newNoteRecord(readBoardRecords(doc).records, { text });
  if (!note) throw new Error('The board has no page.');
  putRecord(doc, note);
}

test('with an edit token it converges with the browsers, both ways', async ({ server, visit, connect }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const program = await connect(board, 'edit');
  addNote(program, 'From the program');
  await ana.zoomToFit();
  await expect(ana.words('From the program')).toBeVisible();
  await ana.writeNote('From the browser');
  await expect.poll(() => notesIn(program)).toEqual(expect.arrayContaining(['From the browser', 'From the program']));

  // Letters typed into the program's note by a person arrive in its document, letter by letter.
  await ana.openNote('From the program', 'End');
  await ana.page.keyboard.type(', and by hand');
  await expect.poll(() => notesIn(program)).toContain('From the program, and by hand');
  await ana.leaveNote();
  expect(readBoardRecords(program.doc).hidden).toBe(0);
});

test('with an edit token it is seen among the people, under the name that the server knows', async ({
  server,
  visit,
  connect,
}) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const program = await connect(board, 'edit');
  program.awareness.setLocalState({ user: { name: 'Somebody else' } });
  await ana.openPeople();
  await expect(ana.listed('Program')).toBeVisible();
  await expect(ana.listed('Somebody else')).toHaveCount(0);
});

test('with a view token it sees everything and changes nothing', async ({ server, visit, connect }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const looking = await connect(board, 'view');
  await ana.writeNote('To be seen');
  await expect.poll(() => notesIn(looking)).toEqual(['To be seen']);
  await expect(ana.saveState('saved')).toBeVisible();

  const before = await recordsOf(server, board);
  const closed = new Promise<number>((resolve) => {
    looking.on('closed', ({ code }: { code: number }) => resolve(code));
  });
  addNote(looking, 'Not allowed');
  expect(await closed).toBe(closeCodes.notAllowed);
  // What comes after it has gone through the same room.
  await ana.writeNote('After it');
  await expect(ana.saveState('saved')).toBeVisible();
  expect((await notesOf(server, board)).toSorted()).toEqual(['After it', 'To be seen']);
  expect((await recordsOf(server, board)).filter(({ id }) => before.some((old) => old.id === id))).toEqual(before);
  await ana.zoomToFit();
  await expect(ana.words('Not allowed')).toHaveCount(0);
});
