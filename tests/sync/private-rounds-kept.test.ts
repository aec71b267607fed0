// Private rounds: what is shown before the others still counts, what comes twice is there once, and what nobody can reach is erased.
import { describe, expect, it } from 'vitest';
import { shownCount } from '@commonboard/shared/drafts/draft-notes.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { PrivateBoard, wordsOn, writeNote } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();

const reasonIn = ({ body }: Answer) => (body as { reason?: string }).reason;

async function privateBoard(): Promise<{ board: PrivateBoard; ada: Joined }> {
  const board = await PrivateBoard.of(on.server.origin);
  return { board, ada: await board.access.joinAs('edit', { name: 'Ada' }) };
}

async function draftOf(board: PrivateBoard, person: Joined): Promise<SyncClient> {
  const client = board.draft(person);
  on.clients.push(client);
  return client.ready();
}

/** On a server of its own, with what was stored. */
async function afterRestart({ access: { board, leader } }: PrivateBoard): Promise<PrivateBoard> {
  await on.server.stop();
  on.server = await startTestServer({ store: on.controls.store });
  return new PrivateBoard(new AccessBoard(on.server.origin, board, leader));
}

async function show(board: PrivateBoard, { participantId, token }: Joined): Promise<number> {
  const path = `/private-rounds/${(await board.round()).id}/show`;
  return (await board.access.ask('POST', path, { participant: participantId }, token)).status;
}

describe('one’s own, shown before the others', () => {
  it('[R158] leaves the socket open, and no device brings it a second time', async () => {
    const { board, ada } = await privateBoard();
    await board.open({ isAnonymous: false });
    const [laptop, phone] = [await draftOf(board, ada), await draftOf(board, ada)];
    for (const text of ['kestrel', 'heron']) writeNote(laptop.doc, text);
    await until(() => expect(laptop.settled).toBe(laptop.sent));
    await until(() => expect(wordsOn(phone.doc)).toHaveLength(2));
    // A telephone without a network comes back with what it had.
    phone.stop();
    expect(await show(board, ada)).toBe(204);
    await until(() => expect(wordsOn(laptop.doc)).toEqual([]));
    expect(laptop.closed).toBeNull();
    writeNote(laptop.doc, 'plover');
    await until(() => expect(laptop.settled).toBe(laptop.sent));
    const again = new SyncClient(on.server.origin, board.access.board.id, ada.token, {
      doc: phone.doc,
      path: `/sync/${board.access.board.id}/draft`,
    });
    on.clients.push(again);
    await again.ready();
    await until(() => expect(wordsOn(phone.doc)).toEqual(['plover']));
    await board.reveal();
    expect((await board.words()).toSorted()).toEqual(['heron', 'kestrel', 'plover']);
  });

  it('[R158] counts for the limit of each person and for the best of them, also after a restart', async () => {
    const { board, ada } = await privateBoard();
    await board.open({ isAnonymous: false, notesMax: 3, best: 2 });
    for (const text of ['one', 'two', 'three']) await board.write(ada.token, text);
    expect(await show(board, ada)).toBe(204);
    expect(await board.words()).toEqual(['one', 'two']);
    expect(await board.drafts(ada.token)).toMatchObject({ own: [{ text: 'three' }], shown: 2, people: 1, notes: 1 });
    // Nothing of the best is left to show.
    expect(await show(board, ada)).toBe(204);
    const next = await afterRestart(board);
    expect(reasonIn(await next.write(ada.token, 'four'))).toBe('too-many');
    const draft = await draftOf(next, ada);
    writeNote(draft.doc, 'four');
    await until(() => expect(draft.refusals).toMatchObject([{ code: 'too-many-notes' }]));
    await next.reveal();
    expect(await next.words()).toEqual(['one', 'two']);
    expect(await on.controls.store.listDrafts(board.access.board.id)).toEqual([]);
  });

  it('[R158] is gone from the drafts only when it is on the board for good', async () => {
    const { board, ada } = await privateBoard();
    await board.open({ isAnonymous: false });
    const draft = await draftOf(board, ada);
    writeNote(draft.doc, 'kestrel');
    await until(() => expect(draft.settled).toBe(draft.sent));
    const { promise, resolve: stores } = Promise.withResolvers<void>();
    on.controls.appendsWaitFor = promise;
    const shown = show(board, ada);
    await until(() => expect(wordsOn(draft.doc)).toEqual([]));
    const { id } = board.access.board;
    const stored = await on.controls.store.findDraft(id, {
      round: (await board.round()).id,
      participant: ada.participantId,
    });
    expect(Buffer.from(stored!).toString('latin1')).toContain('kestrel');
    stores();
    on.controls.appendsWaitFor = null;
    expect(await shown).toBe(204);
    await until(() => expect(shownCount(draft.doc)).toBe(1));
    const after = await on.controls.store.listDrafts(id);
    expect(Buffer.from(after[0]!.state).toString('latin1')).not.toContain('kestrel');
  });
});

describe('what comes twice', () => {
  it('[R157] is one draft, also after a restart, and does not come back when it was thrown away', async () => {
    const { board, ada } = await privateBoard();
    await board.open();
    const note = { id: 'shape:AAAAAAAAAAAAAAAAAAAAA', text: 'kestrel' };
    const write = (to: PrivateBoard) => to.access.ask('POST', '/drafts', note, ada.token);
    for (const answer of await Promise.all([write(board), write(board)]))
      expect(answer).toMatchObject({ status: 201, body: { ...note, isThere: true } });
    expect((await board.access.ask('POST', '/drafts', { ...note, id: 'x' }, ada.token)).status).toBe(400);
    const next = await afterRestart(board);
    expect((await write(next)).status).toBe(201);
    expect((await next.drafts(ada.token)).own).toMatchObject([note]);
    expect((await next.access.ask('DELETE', `/drafts/${note.id}`, undefined, ada.token)).status).toBe(204);
    expect((await write(await afterRestart(next))).body).toMatchObject({ isThere: false });
    await (await afterRestart(next)).reveal();
    expect(await (await afterRestart(next)).words()).toEqual([]);
  });

  it.each([true, false])(
    '[R157] late is one note, before and after it was put in (anonymous: %s)',
    async (isAnonymous) => {
      const { board, ada } = await privateBoard();
      await board.open({ isAnonymous });
      await board.reveal();
      const path = `/private-rounds/${(await board.round()).id}/late`;
      const notes = [1, 2].map((n) => ({ id: `shape:${String(n).repeat(20)}`, text: `kestrel ${n}` }));
      const handIn = () => board.access.ask('POST', path, { notes }, ada.token);
      for (const { status } of [await handIn(), await handIn()]) expect(status).toBe(204);
      await board.access.ask('POST', `${path}/put-in`, {});
      expect((await handIn()).status).toBe(204);
      await board.access.ask('POST', `${path}/put-in`, {});
      expect((await board.words()).toSorted()).toEqual(['kestrel 1', 'kestrel 2']);
    },
  );
});

describe('what nobody can reach any more', () => {
  it('[R141] drafts of a cancelled round go with the round when the session forgets it, the newer ones stay', async () => {
    const { board, ada } = await privateBoard();
    const rows = async () => (await on.controls.store.listDrafts(board.access.board.id)).map(({ round }) => round);
    const cancelled: string[] = [];
    for (const text of ['kestrel', 'heron']) {
      await board.open();
      await board.write(ada.token, text);
      const { id } = await board.round();
      cancelled.push(id);
      await board.command({ type: 'cancel-round', round: id });
    }
    expect(await rows()).toEqual(cancelled.toSorted());
    // As many as it takes until the next one makes the first go.
    await on.server.stop();
    const { store } = on.controls;
    const stored = await store.findSession(board.access.board.id);
    const state = JSON.parse(stored!.state) as { rounds: { id: string }[] };
    const more = Array.from({ length: limits.privateRoundsMax - 2 }, (_, i) => ({
      ...state.rounds[0],
      id: `r${10 + i}`,
    }));
    const revision = 100;
    const rounds = [...state.rounds, ...more];
    await store.putSession(board.access.board.id, { revision, state: JSON.stringify({ ...state, revision, rounds }) });
    const next = await afterRestart(board);
    expect((await next.drafts(ada.token)).kept).toHaveLength(2);
    expect((await next.open()).status).toBe(200);
    await until(async () => expect(await rows()).toEqual([cancelled[1]]));
    expect((await next.drafts(ada.token)).kept.map(({ text }) => text)).toEqual(['heron']);
  });
});
