// One person sent away, banned, waiting, looking, asking to facilitate; and the whole board paused.
import { describe, expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until, write, written } from '../support/sync-client.ts';

const on = syncBoard();
const closedFor = (reason: string) => ({ code: closeCodes.notAllowed, reason });
const led = () => AccessBoard.of(on.server.origin, on.board);
const entering = async (access: AccessBoard, more: Record<string, unknown> = {}): Promise<[Joined, SyncClient]> => {
  const joined = await access.joinAs('edit', more);
  return [joined, await on.withToken(joined.token).ready()];
};
const lastNews = ({ news }: SyncClient) => news.at(-1);

describe('a person who is sent away', () => {
  it('[R73] loses their sockets and tokens, and comes back by the link as the same person', async () => {
    const access = await led();
    const [[out, away], [, other]] = [await entering(access), await entering(access)];
    const second = await on.withToken(out.token).ready();
    expect((await access.act(out.participantId, 'kick')).status).toBe(200);
    expect(await away.end()).toMatchObject(closedFor(closeReasons.sentAway));
    expect(await second.end()).toMatchObject(closedFor(closeReasons.sentAway));
    expect(await on.withToken(out.token).end()).toMatchObject(closedFor(closeReasons.sentAway));
    expect((await access.ask('GET', '/records', undefined, out.token)).body).toMatchObject({
      error: { code: 'sent-away' },
    });
    expect(other.closed).toBeNull();
    const back = await access.joinAs('edit', { resume: out.resume });
    expect(back.participantId).toBe(out.participantId);
    expect((await on.withToken(back.token).ready()).closed).toBeNull();
  });

  it('[R74] who is banned does not come back with their secret, until that is taken back', async () => {
    const access = await led();
    const [out, away] = await entering(access);
    await access.act(out.participantId, 'ban');
    expect(await away.end()).toMatchObject(closedFor(closeReasons.banned));
    for (const key of [on.board.keys.edit, on.board.keys.view, on.board.keys.facilitate]) {
      expect(await access.join({ key, resume: out.resume })).toMatchObject({
        status: 403,
        body: { error: { code: 'banned' } },
      });
    }
    // A wrong key says nothing of it.
    expect((await access.join({ key: 'x'.repeat(22), resume: out.resume })).status).toBe(404);
    expect((await access.people()).find(({ id }) => id === out.participantId)).toMatchObject({
      standing: 'banned',
      connected: false,
    });
    // Honest: with the link, the same human is a new person.
    expect((await access.join({ key: on.board.keys.edit })).status).toBe(200);
    expect((await access.act(out.participantId, 'let-in')).status).toBe(409);
    await access.act(out.participantId, 'unban');
    expect((await access.join({ key: on.board.keys.edit, resume: out.resume })).status).toBe(200);
    expect(await on.withToken(out.token).end()).toMatchObject(closedFor(closeReasons.sentAway));
  });

  it('[R73] is never oneself, never somebody of another board, and never by one who takes part', async () => {
    const access = await led();
    const [editor] = await entering(access);
    expect((await access.act(access.leader.participantId, 'ban')).status).toBe(409);
    expect((await access.act('pAAAAAAAAAAAAAAAA', 'kick')).status).toBe(404);
    expect((await access.act(access.leader.participantId, 'kick', editor.token)).status).toBe(403);
    expect((await access.ask('GET', '/participants', undefined, editor.token)).status).toBe(403);
  });
});

describe('a board that is paused', () => {
  it('[R75] takes changes of facilitators only, at once, and tells everybody', async () => {
    const access = await led();
    const [, editor] = await entering(access);
    const [leader, viewer] = [await on.withToken(access.leader.token).ready(), await on.ready('view')];
    await access.set({ paused: true });
    for (const client of [editor, leader, viewer])
      await until(() => expect(lastNews(client)).toMatchObject({ type: 'board', paused: true }));
    expect(lastNews(editor)).toMatchObject({ role: 'edit' });
    write(editor.doc, 'a', 1);
    await until(() => expect(editor.refusals).toHaveLength(1));
    expect(editor.refusals[0]).toMatchObject({ code: 'paused', message: expect.stringMatching(/paused/) });
    write(viewer.doc, 'v', 1);
    await until(() => expect(viewer.refusals[0]).toMatchObject({ code: 'view-only' }));
    write(leader.doc, 'b', 1);
    const { doc } = await on.ready('edit');
    await until(() => expect(written(doc)).toEqual({ b: 1 }));
    expect([editor.closed, viewer.closed]).toEqual([null, null]);
  });

  it('[R75] refuses over HTTP too, and goes on', async () => {
    const access = await led();
    const [{ token }] = await entering(access);
    await access.set({ paused: true });
    const note = () => access.ask('POST', '/notes', { text: 'x' }, token);
    expect(await note()).toMatchObject({ status: 403, body: { error: { code: 'paused' } } });
    expect((await access.ask('GET', '/records', undefined, token)).status).toBe(200);
    expect((await access.ask('POST', '/notes', { text: 'mine' })).status).toBe(201);
    const newcomer = await on.ready('edit');
    expect(lastNews(newcomer)).toMatchObject({ paused: true, role: 'edit' });
    await access.set({ paused: false });
    await until(() => expect(lastNews(newcomer)).toMatchObject({ paused: false }));
    write(newcomer.doc, 'a', 1);
    expect((await note()).status).toBe(201);
    await until(() => expect(newcomer.settled).toBe(newcomer.sent));
    expect(newcomer.refusals).toEqual([]);
  });
});

describe('new people', () => {
  it('[R76] wait: they see nothing until a facilitator lets them in', async () => {
    const access = await led();
    const leader = await on.withToken(access.leader.token).ready();
    const [early] = await entering(access);
    await access.set({ newcomers: 'wait' });
    const waiting = await access.joinAs('edit', { name: 'Wim' });
    expect(waiting).toMatchObject({ waiting: true });
    await until(() => expect(lastNews(leader)).toMatchObject({ waiting: 1 }));
    const revisions = leader.news.map((news) => news?.revision ?? 0);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    expect(await on.withToken(waiting.token).end()).toMatchObject(closedFor(closeReasons.waiting));
    for (const path of ['/records', '/outline', '', '/participants', '/export/board.zip'])
      expect((await access.ask('GET', path, undefined, waiting.token)).status).toBe(403);
    const standing = () => access.ask('GET', '/entry', undefined, waiting.token);
    expect((await standing()).body).toEqual({ standing: 'waiting' });
    // Who has been here comes back as before.
    expect(await access.joinAs('edit', { resume: early.resume })).not.toHaveProperty('waiting');
    await access.act(waiting.participantId, 'let-in');
    expect((await standing()).body).toEqual({ standing: 'in' });
    const client = await on.withToken(waiting.token).ready();
    write(client.doc, 'a', 1);
    await until(() => expect(written(leader.doc)).toEqual({ a: 1 }));
    expect(lastNews(leader)).toMatchObject({ waiting: 0 });
  });

  it('[R76] who is turned away is told, and may knock again', async () => {
    const access = await led();
    await access.set({ newcomers: 'wait' });
    const waiting = await access.joinAs('view');
    await access.act(waiting.participantId, 'turn-away');
    expect((await access.ask('GET', '/entry', undefined, waiting.token)).body).toEqual({ standing: 'away' });
    expect(await on.withToken(waiting.token).end()).toMatchObject(closedFor(closeReasons.waiting));
    expect(await access.joinAs('view', { resume: waiting.resume })).toMatchObject({ waiting: true });
  });

  it('[R76] who waits is let in when nobody has to wait any more', async () => {
    const access = await led();
    await access.set({ newcomers: 'wait' });
    const waiting = await access.joinAs('edit');
    await access.set({ newcomers: 'join' });
    expect((await on.withToken(waiting.token).ready()).closed).toBeNull();
  });

  it('[R77] look: they see, and take part once a facilitator lets them', async () => {
    const access = await led();
    await access.set({ newcomers: 'look' });
    const looking = await access.joinAs('edit');
    expect(looking.role).toBe('view');
    const client = await on.withToken(looking.token).ready();
    write(client.doc, 'a', 1);
    await until(() => expect(client.refusals[0]).toMatchObject({ code: 'view-only' }));
    expect((await access.ask('POST', '/notes', { text: 'x' }, looking.token)).status).toBe(403);
    await access.act(looking.participantId, 'let-in');
    await until(() => expect(lastNews(client)).toMatchObject({ role: 'edit' }));
    expect((await access.ask('POST', '/notes', { text: 'x' }, looking.token)).status).toBe(201);
  });
});

describe('the link to facilitate', () => {
  it('[R78] makes the first who comes a facilitator; who comes after takes part until confirmed', async () => {
    const access = await led();
    const leader = await on.withToken(access.leader.token).ready();
    const second = await access.joinAs('facilitate', { name: 'Sam' });
    expect(second).toMatchObject({ role: 'edit', asked: true });
    await until(() => expect(lastNews(leader)).toMatchObject({ waiting: 1 }));
    const client = await on.withToken(second.token).ready();
    expect((await access.act(second.participantId, 'confirm-facilitator', second.token)).status).toBe(403);
    expect((await access.ask('POST', '/links', { key: on.board.keys.facilitate }, second.token)).status).toBe(403);
    expect((await access.act(second.participantId, 'confirm-facilitator')).status).toBe(200);
    await until(() => expect(lastNews(client)).toMatchObject({ role: 'facilitate' }));
    expect((await access.ask('GET', '/participants', undefined, second.token)).status).toBe(200);
    expect(await access.joinAs('facilitate', { resume: second.resume })).toMatchObject({ role: 'facilitate' });
  });

  it('[R78] who is refused takes part, and does not ask again', async () => {
    const access = await led();
    const second = await access.joinAs('facilitate');
    await access.act(second.participantId, 'refuse-facilitator');
    const again = await access.joinAs('facilitate', { resume: second.resume });
    expect(again).toMatchObject({ role: 'edit' });
    expect(again).not.toHaveProperty('asked');
    expect((await access.act(second.participantId, 'confirm-facilitator')).status).toBe(409);
  });

  it('[R78] two who come first at the same moment are not both', async () => {
    const both = await Promise.all(
      [0, 1, 2].map(() => new AccessBoard(on.server.origin, on.board, {} as Joined).joinAs('facilitate')),
    );
    expect(both.map(({ role }) => role).sort()).toEqual(['edit', 'edit', 'facilitate']);
  });

  it('[R76] [R78] lets nobody past those who wait', async () => {
    const access = await led();
    await access.set({ newcomers: 'wait' });
    const second = await access.joinAs('facilitate');
    expect(second).toMatchObject({ waiting: true, asked: true });
    expect(await on.withToken(second.token).end()).toMatchObject(closedFor(closeReasons.waiting));
    await access.act(second.participantId, 'confirm-facilitator');
    expect((await on.withToken(second.token).ready()).closed).toBeNull();
  });
});
