// How many notes a private round takes of each person, and how many go in: what the gate keeps, and what changes. Bad input first.
import { expect, it } from 'vitest';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Answer } from '../support/access-board.ts';
import { PrivateBoard, writeNote } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until } from '../support/sync-client.ts';

const on = syncBoard();
const reasonIn = ({ body }: Answer) => (body as { reason?: string }).reason;

async function privateBoard(): Promise<PrivateBoard> {
  const board = await PrivateBoard.of(on.server.origin);
  on.board = board.access.board;
  return board;
}

async function draftOf(board: PrivateBoard, person: Joined): Promise<SyncClient> {
  const client = board.draft(person);
  on.clients.push(client);
  return client.ready();
}

it('[R144] a hand-made message does not bring more notes than the round takes, also of who leads', async () => {
  const board = await privateBoard();
  const ada = await board.access.joinAs('edit');
  await board.open({ notesMax: 2 });
  for (const person of [ada, board.access.leader]) {
    const draft = await draftOf(board, person);
    for (const text of ['one', 'two', 'three']) writeNote(draft.doc, text);
    await until(() => expect(draft.refusals).toMatchObject([{ code: 'too-many-notes' }]));
    const again = await draftOf(board, person);
    await until(() => expect(recordMaps(again.doc).size).toBe(2));
    expect(reasonIn(await board.write(person.token, 'four'))).toBe('too-many');
  }
  await board.command({ type: 'limit-round', round: (await board.round()).id, notesMax: 3, best: null });
  expect((await board.write(ada.token, 'three')).status).toBe(201);
});

it('[R140] [R148] limits do not go below what somebody has written or chosen, and nothing of it is lost', async () => {
  const board = await privateBoard();
  const ada = await board.access.joinAs('edit', { name: 'Ada' });
  await board.open({ best: 3 });
  const { id } = await board.round();
  const limit = (notesMax: number, best: number | null) =>
    board.command({ type: 'limit-round', round: id, notesMax, best });
  // Over a socket and over HTTP: what is in memory only counts too.
  const draft = await draftOf(board, ada);
  const written = ['a1', 'a2', 'a3', 'a4'].map((text) => writeNote(draft.doc, text));
  await until(() => expect(draft.settled).toBe(draft.sent));
  for (const note of written.slice(2)) await board.access.ask('PUT', `/drafts/${note}`, { isBest: true }, ada.token);
  const refused = await limit(3, 2);
  expect(reasonIn(refused)).toBe('written-more');
  expect(JSON.stringify(refused.body)).not.toMatch(/Ada|\ba[1-4]\b/);
  expect(reasonIn(await limit(5, 1))).toBe('written-more');
  expect((await limit(4, 2)).status).toBe(200);
  await board.command({ type: 'reveal-round', round: id });
  for (const wish of [limit(3, 2), limit(4, 1)]) expect(reasonIn(await wish)).toBe('written-more');
  await board.isRevealed();
  expect((await board.words()).toSorted()).toEqual(['a3', 'a4']);
});

it('[R140] whether it is anonymous never changes, its limits may', async () => {
  const board = await privateBoard();
  await board.open({ isAnonymous: false });
  const { id } = await board.round();
  await board.command({ type: 'limit-round', round: id, notesMax: 7, best: 2, isAnonymous: true });
  expect(await board.round()).toMatchObject({ isAnonymous: false, notesMax: 7, best: 2 });
});
