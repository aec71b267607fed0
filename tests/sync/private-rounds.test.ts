// Private rounds over sockets and HTTP: what nobody else hears, what a reveal does, and what a hand-made message cannot do.
import { describe, expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { secretSchema } from '@commonboard/shared/protocol/ids.ts';
import { encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { PrivateBoard, wordsOn, writeNote } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();

const reasonIn = ({ body }: Answer) => (body as { reason?: string }).reason;
const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];

async function privateBoard(request: Record<string, unknown> = {}): Promise<PrivateBoard> {
  const board = await PrivateBoard.of(on.server.origin, request);
  on.board = board.access.board;
  return board;
}

async function draftOf(board: PrivateBoard, person: Joined): Promise<SyncClient> {
  const client = board.draft(person);
  on.clients.push(client);
  return client.ready();
}

describe('who may what', () => {
  it('[R142] only who leads opens, ends or cancels a round, and there is one at a time', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    expect(reasonIn(await board.open({}, ada.token))).toBe('not-leading');
    for (const bad of [{ notesMax: 0 }, { notesMax: 1_000 }, { best: -1 }, { isAnonymous: 'yes' }])
      expect(codeIn(await board.open(bad as never))).toEqual([400, 'bad-request']);
    expect((await board.open()).status).toBe(200);
    expect(reasonIn(await board.open())).toBe('round-open');
    const { id } = await board.round();
    for (const type of ['reveal-round', 'cancel-round'])
      expect(reasonIn(await board.command({ type, round: id }, ada.token))).toBe('not-leading');
    expect(reasonIn(await board.command({ type: 'limit-round', round: id, notesMax: 9, best: null }, ada.token))).toBe(
      'not-leading',
    );
    expect(reasonIn(await board.command({ type: 'reveal-round', round: 'r9999' }))).toBe('no-round');
    expect((await board.round()).stage).toBe('open');
  });

  it('[R4] [R143] there is no draft document without a round, for who looks only, and for a stranger', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    const closing = async (token: string) => {
      const client = board.draft({ token: secretSchema.parse(token) });
      on.clients.push(client);
      return (await client.end()).code;
    };
    expect(await closing(ada.token)).toBe(closeCodes.gone);
    expect(reasonIn(await board.write(ada.token, 'too early'))).toBe('no-round');
    await board.open();
    expect(await closing((await board.access.joinAs('view')).token)).toBe(closeCodes.gone);
    expect(await closing('A'.repeat(22))).toBe(closeCodes.badToken);
    expect(reasonIn(await board.write((await board.access.joinAs('view')).token, 'x'))).toBe('not-taking-part');
  });

  it('[R143] who is banned is out of their drafts too, and has nothing in the reveal', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    const draft = await draftOf(board, ada);
    writeNote(draft.doc, 'of who was banned');
    await until(() => expect(draft.settled).toBe(draft.sent));
    await board.access.act(ada.participantId, 'ban');
    expect((await draft.end()).code).toBe(closeCodes.notAllowed);
    await board.reveal();
    expect(await board.words()).toEqual([]);
  });
});

describe('while people write', () => {
  it('[R143] all devices of one person see their drafts, and a restart keeps them', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    const phone = await board.access.joinAs('edit', { resume: ada.resume });
    await board.open();
    const [laptop, mobile] = [await draftOf(board, ada), await draftOf(board, phone)];
    writeNote(laptop.doc, 'from the laptop');
    await until(() => expect(wordsOn(mobile.doc)).toEqual(['from the laptop']));
    writeNote(mobile.doc, 'from the phone');
    await until(() => expect(mobile.settled).toBe(mobile.sent));
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const { board: made, leader } = board.access;
    const next = new PrivateBoard(new AccessBoard(on.server.origin, made, leader));
    const again = await draftOf(next, ada);
    await until(() => expect(wordsOn(again.doc).toSorted()).toEqual(['from the laptop', 'from the phone']));
    expect(await next.drafts()).toMatchObject({ people: 1, notes: 2, own: [] });
    await next.reveal();
    expect((await next.words()).toSorted()).toEqual(['from the laptop', 'from the phone']);
  });

  it('[R145] [R147] everybody hears how many people and notes, and reads their own over HTTP', async () => {
    const board = await privateBoard();
    const [ada, ben] = [await board.access.joinAs('edit'), await board.access.joinAs('edit')];
    const viewer = await on.ready('view');
    await board.open();
    const { body } = await board.write(ada.token, 'kestrel');
    await board.write(ada.token, 'heron');
    await board.write(ben.token, 'plover');
    await until(() => expect(viewer.drafts.at(-1)).toMatchObject({ people: 2, notes: 3 }));
    const { id } = body as { id: string };
    await board.access.ask('PUT', `/drafts/${id}`, { text: 'a kestrel', isBest: true }, ada.token);
    expect(await board.drafts(ada.token)).toMatchObject({
      own: [{ id, text: 'a kestrel', isBest: true }, { text: 'heron' }],
    });
    expect(codeIn(await board.access.ask('PUT', `/drafts/${id}`, { text: 'mine' }, ben.token))).toEqual([
      404,
      'not-found',
    ]);
    expect((await board.access.ask('DELETE', `/drafts/${id}`, undefined, ben.token)).status).toBe(404);
    expect((await board.access.ask('DELETE', `/drafts/${id}`, undefined, ada.token)).status).toBe(204);
    expect(await board.drafts(ben.token)).toMatchObject({ people: 2, notes: 2, own: [{ text: 'plover' }] });
    expect((await board.drafts()).own).toEqual([]);
  });

  it('[R156] a note that is sent to the board by who takes part is refused meanwhile, so that nobody shows theirs by mistake', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    const add = (token?: string) => board.access.ask('POST', '/notes', { text: 'kestrel' }, token);
    expect(codeIn(await add(ada.token))).toEqual([403, 'locked']);
    expect((await add()).status).toBe(201);
    await board.command({ type: 'cancel-round', round: (await board.round()).id });
    expect((await add(ada.token)).status).toBe(201);
  });

  it('[R146] nobody hears where others are or what they select, and does again afterwards', async () => {
    const board = await privateBoard();
    const [ada, ben] = [await on.ready(), await on.ready()];
    const nowhere = { cursor: null, view: null, brush: null, laser: [], caret: null };
    const at = (x: number) => encodeHotUp(encodeHotBody({ ...nowhere, cursor: { x, y: 5 } }));
    ada.sendPeople({ id: ada.doc.clientID, clock: 1, state: { page: 'page:a', selection: ['shape:secret'] } });
    ada.sendRaw(at(1));
    await until(() => expect(ben.hot.length).toBeGreaterThan(0));
    await board.open();
    await until(() => expect(ben.hot.at(-1)?.body).toEqual(encodeHotBody(nowhere)));
    await until(() => expect(Object.keys(ben.people.get(ada.doc.clientID) ?? {})).toEqual(['user']));
    const heard = ben.hot.length;
    ada.sendRaw(at(2));
    ada.sendPeople({ id: ada.doc.clientID, clock: 50, state: { page: 'page:b', selection: ['shape:secret'] } });
    const late = await on.ready();
    await until(() => expect(late.people.has(ada.doc.clientID)).toBe(true));
    expect(Object.keys(late.people.get(ada.doc.clientID) ?? {})).toEqual(['user']);
    expect(late.hot.every(({ body }) => body.length === 1)).toBe(true);
    expect(ben.hot.slice(heard).every(({ body }) => body.length === 1)).toBe(true);
    await board.reveal();
    await until(() => expect(ben.hot.at(-1)?.body.length).toBeGreaterThan(1));
    await until(() => expect(ben.people.get(ada.doc.clientID)).toMatchObject({ page: 'page:b' }));
  });
});

describe('a reveal', () => {
  it('[R149] takes what is in memory as well, closes the drafts, and erases them', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    const everybody = await on.ready('view');
    await board.open();
    const draft = await draftOf(board, ada);
    writeNote(draft.doc, 'kestrel');
    await until(() => expect(draft.settled).toBe(draft.sent));
    await board.reveal();
    expect((await draft.end()).code).toBe(closeCodes.gone);
    await until(() => expect(wordsOn(everybody.doc)).toEqual(['kestrel']));
    expect(await on.controls.store.listDrafts(board.access.board.id)).toEqual([]);
    expect(reasonIn(await board.write(ada.token, 'too late'))).toBe('no-round');
    await until(() => expect(everybody.drafts.at(-1)).toMatchObject({ round: null, people: 0, notes: 0 }));
  });

  it('[R149] while nothing can be stored it is seen, erased when it can, and never twice', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    await board.write(ada.token, 'kestrel');
    const { id } = await board.round();
    await board.command({ type: 'reveal-round', round: id });
    const ready = await on.ready('view');
    await until(async () => expect((await board.round()).stage).not.toBe('open'));
    await board.isRevealed();
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const next = new PrivateBoard(new AccessBoard(on.server.origin, board.access.board, board.access.leader));
    expect(await next.words()).toEqual(['kestrel']);
    ready.stop();
  });

  it('[R149] a server that stopped in the middle of it goes on where it was', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    await board.write(ada.token, 'kestrel');
    await on.server.stop();
    const { store } = on.controls;
    const stored = await store.findSession(board.access.board.id);
    const state = JSON.parse(stored!.state) as { rounds: { stage: string }[] };
    state.rounds[0]!.stage = 'revealing';
    const revision = stored!.revision + 1;
    await store.putSession(board.access.board.id, { revision, state: JSON.stringify({ ...state, revision }) });
    on.server = await startTestServer({ store });
    const next = new PrivateBoard(new AccessBoard(on.server.origin, board.access.board, board.access.leader));
    await next.isRevealed();
    expect(await next.words()).toEqual(['kestrel']);
    expect(await store.listDrafts(board.access.board.id)).toEqual([]);
  });

  it('[R148] the best that each person marked go in, or the first ones', async () => {
    const board = await privateBoard();
    const [ada, ben] = [await board.access.joinAs('edit'), await board.access.joinAs('edit')];
    await board.open({ best: 2 });
    for (const text of ['a1', 'a2', 'a3']) {
      const { body } = await board.write(ada.token, text);
      const { id } = body as { id: string };
      if (text !== 'a1') await board.access.ask('PUT', `/drafts/${id}`, { isBest: true }, ada.token);
    }
    for (const text of ['b1', 'b2', 'b3']) await board.write(ben.token, text);
    await board.reveal();
    expect((await board.words()).toSorted()).toEqual(['a2', 'a3', 'b1', 'b2']);
  });

  it('[R150] [R151] in a named round each is its writer’s, who may show their own before the others', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit', { name: 'Ada' });
    const ben = await board.access.joinAs('edit', { name: 'Ben' });
    await board.open({ isAnonymous: false });
    await board.write(ada.token, 'kestrel');
    await board.write(ben.token, 'heron');
    const { id } = await board.round();
    const show = (participant: string, token?: string) =>
      board.access.ask('POST', `/private-rounds/${id}/show`, { participant }, token);
    expect(reasonIn(await show(ben.participantId, ada.token))).toBe('not-leading');
    expect((await show(ada.participantId, ada.token)).status).toBe(204);
    expect(await board.words()).toEqual(['kestrel']);
    expect((await show(ben.participantId)).status).toBe(204);
    expect(await board.words()).toEqual(['kestrel', 'heron']);
    // They may go on writing.
    expect((await board.write(ada.token, 'plover')).status).toBe(201);
    await board.reveal();
    expect(await board.words()).toEqual(['kestrel', 'heron', 'plover']);
    const { credits } = await on.controls.store.loadDocument(board.access.board.id);
    expect(credits.creators.map(({ participant }) => participant).toSorted()).toEqual(
      [ada.participantId, ada.participantId, ben.participantId].toSorted(),
    );
  });

  it('[R151] of an anonymous round nothing is shown before the rest', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    await board.write(ada.token, 'kestrel');
    const path = `/private-rounds/${(await board.round()).id}/show`;
    for (const token of [ada.token, undefined])
      expect(reasonIn(await board.access.ask('POST', path, { participant: ada.participantId }, token))).toBe(
        'anonymous',
      );
    expect(await board.words()).toEqual([]);
  });

  it('[R152] what comes late waits in an anonymous round until who leads puts it in', async () => {
    const board = await privateBoard();
    const ada = await board.access.joinAs('edit');
    await board.open();
    const path = async (more = '') => `/private-rounds/${(await board.round()).id}/late${more}`;
    expect(reasonIn(await board.access.ask('POST', await path(), { notes: [{ text: 'x' }] }, ada.token))).toBe(
      'not-revealed',
    );
    await board.reveal();
    const { status } = await board.access.ask(
      'POST',
      await path(),
      { notes: [{ text: 'kestrel' }, { text: 'heron' }] },
      ada.token,
    );
    expect(status).toBe(204);
    expect(await board.words()).toEqual([]);
    expect((await board.drafts()).late).toMatchObject([{ people: 1, notes: 2 }]);
    expect(reasonIn(await board.access.ask('POST', await path('/put-in'), {}, ada.token))).toBe('not-leading');
    expect((await board.access.ask('POST', await path('/put-in'), {})).status).toBe(204);
    expect((await board.words()).toSorted()).toEqual(['heron', 'kestrel']);
    expect(await on.controls.store.listDrafts(board.access.board.id)).toEqual([]);
  });

  it('[R141] a cancelled round gives each their own back, until they put it in or throw it away', async () => {
    const board = await privateBoard();
    const [ada, ben] = [await board.access.joinAs('edit'), await board.access.joinAs('edit')];
    await board.open();
    const ids: string[] = [];
    for (const text of ['kestrel', 'heron']) ids.push(((await board.write(ada.token, text)).body as { id: string }).id);
    await board.command({ type: 'cancel-round', round: (await board.round()).id });
    expect(await board.words()).toEqual([]);
    expect((await board.drafts(ada.token)).kept.map(({ text }) => text)).toEqual(['kestrel', 'heron']);
    expect((await board.drafts(ben.token)).kept).toEqual([]);
    expect((await board.access.ask('POST', `/drafts/${ids[0]}/put-in`, {}, ben.token)).status).toBe(404);
    expect((await board.access.ask('POST', `/drafts/${ids[0]}/put-in`, {}, ada.token)).status).toBe(201);
    expect((await board.access.ask('DELETE', `/drafts/${ids[1]}`, undefined, ada.token)).status).toBe(204);
    expect(await board.words()).toEqual(['kestrel']);
    expect((await board.drafts(ada.token)).kept).toEqual([]);
  });

  it('[R153] the author of a note that is removed is silenced, and nobody hears who that is', async () => {
    const board = await privateBoard();
    const [ada, ben] = [await board.access.joinAs('edit'), await board.access.joinAs('edit')];
    await board.open();
    await board.write(ada.token, 'an insult');
    await board.write(ben.token, 'heron');
    await board.reveal();
    const { records } = (await board.access.ask('GET', '/records')).body as { records: { id: string }[] };
    const note = records.find((record) => JSON.stringify(record).includes('an insult'))!.id;
    const silence = (token?: string) => board.access.ask('POST', '/private-rounds/silence', { note }, token);
    expect(reasonIn(await silence(ben.token))).toBe('not-leading');
    expect(await silence()).toMatchObject({ status: 200, body: { isSilenced: true } });
    expect(await board.words()).toEqual(['heron']);
    await board.open();
    expect((await board.drafts(ada.token)).isSilenced).toBe(true);
    expect((await board.drafts(ben.token)).isSilenced).toBe(false);
    expect((await board.drafts()).isSilenced).toBe(false);
    expect(reasonIn(await board.write(ada.token, 'another insult'))).toBe('silenced');
    expect((await board.write(ben.token, 'plover')).status).toBe(201);
    // Where all others have a name, who has none would be known.
    await board.command({ type: 'cancel-round', round: (await board.round()).id });
    const named = await board.access.ask('POST', '/notes', { text: 'by hand' }, ben.token);
    const byHand = { note: (named.body as { id: string }).id };
    expect(reasonIn(await board.access.ask('POST', '/private-rounds/silence', byHand))).toBe('has-maker');
    await board.open({ isAnonymous: false });
    expect((await board.drafts(ada.token)).isSilenced).toBe(false);
    expect((await board.write(ada.token, 'with my name')).status).toBe(201);
  });
});

describe('a step of the agenda', () => {
  it('[R140] opens its round, a break leaves it open, and leaving it counts down and shows all of it', async () => {
    const board = await privateBoard({ template: 'shared-goal-canvas' });
    const { phases } = await board.session();
    const writing = phases.find(({ isPrivate }) => isPrivate)!;
    await board.command({ type: 'start', isRehearsal: false });
    await board.command({ type: 'jump', phase: phases[0]!.id, to: writing.id });
    const { id, zone } = await board.round();
    expect(await board.round()).toMatchObject({ phase: writing.id, stage: 'open', isAnonymous: writing.isAnonymous });
    const ada = await board.access.joinAs('edit');
    await board.write(ada.token, 'A garden for everybody');
    await board.command({ type: 'take-break', phase: writing.id, minutes: 5 });
    const { phase } = await board.session();
    expect(await board.round()).toMatchObject({ id, stage: 'open' });
    await board.command({ type: 'next', phase });
    expect((await board.session()).pending).toMatchObject({ act: 'go' });
    expect(await board.words()).not.toContain('A garden for everybody');
    await board.isRevealed();
    const { records } = (await board.access.ask('GET', '/records')).body as {
      records: { id: string; parentId?: string; props?: { part?: string } }[];
    };
    const note = records.find((record) => JSON.stringify(record).includes('A garden for everybody'));
    expect(records.find((record) => record.id === note?.parentId)?.props?.part ?? null).toBe(zone);
  });
});
