// Links that are made anew or switched off: whoever came with the old one is out, on sockets and over HTTP, at once.
import { describe, expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import { roles } from '@commonboard/shared/protocol/roles.ts';
import { AccessBoard } from '../support/access-board.ts';
import { pngImage } from '../support/sample-images.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write, written } from '../support/sync-client.ts';
import { call, joinAs } from '../support/test-server.ts';

const on = syncBoard();
const gone = { code: closeCodes.notAllowed, reason: closeReasons.revoked };
const revoked = { status: 403, body: { error: { code: 'revoked', message: expect.stringMatching(/new one/) } } };

describe('a link that is made anew', () => {
  it.each(['edit', 'view'] as const)(
    '[R70] sends away who came with the old link to %s, and nobody else',
    async (role) => {
      const access = await AccessBoard.of(on.server.origin, on.board);
      const others = roles.filter((other) => other !== role && other !== 'facilitate');
      const out = await joinAs(on.server.origin, on.board, role);
      const away = await on.withToken(out.token).ready();
      const stay = await Promise.all([
        on.withToken(access.leader.token).ready(),
        ...others.map((other) => on.ready(other)),
      ]);
      const { keys, links } = await access.renew(role);
      expect(await away.end()).toMatchObject(gone);
      expect(await on.withToken(out.token).end()).toMatchObject(gone);
      expect(await access.ask('GET', '/records', undefined, out.token)).toMatchObject(revoked);
      expect((await access.join({ key: on.board.keys[role] })).status).toBe(404);
      expect(keys[role]).not.toBe(on.board.keys[role]);
      expect(links[role]).toBe(`${on.server.origin}/b/${on.board.id}#${keys[role]}`);
      for (const other of others) expect(keys[other]).toBe(on.board.keys[other]);
      expect((await access.join({ key: keys[role], resume: out.resume })).body).toMatchObject({
        participantId: out.participantId,
        role,
      });
      write(stay[0].doc, 'a', 1);
      await until(() => expect(stay.map(({ doc }) => written(doc))).toEqual(stay.map(() => ({ a: 1 }))));
      expect(stay.map(({ closed }) => closed)).toEqual(stay.map(() => null));
    },
  );

  it('[R70] sends three hundred away, and not one of them writes afterwards', { timeout: 60_000 }, async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    const stay = await on.withToken(access.leader.token).ready();
    const out = await Promise.all(Array.from({ length: 300 }, () => on.ready()));
    const renewing = access.renew('edit');
    out.forEach(({ doc }, i) => write(doc, `before${i}`, 1));
    await renewing;
    const seen = Object.keys(written(stay.doc)).length;
    out.forEach(({ doc }, i) => write(doc, `after${i}`, 1));
    await until(() => expect(out.filter(({ closed }) => closed?.reason !== gone.reason)).toHaveLength(0));
    write(stay.doc, 'last', 1);
    await until(() => expect(stay.settled).toBe(stay.sent));
    const keys = Object.keys(written((await on.withToken(access.leader.token).ready()).doc));
    expect(keys.filter((key) => key.startsWith('after'))).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(seen);
  });

  it('[R70] lets not one write of before through, nor a picture', async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    const response = await call(on.server.origin, 'POST', `/api/boards/${on.board.id}/join`, {
      json: { key: on.board.keys.edit },
    });
    const { token } = response.body as { token: string };
    const cookie = /commonboard-files=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const stored = await fetch(`${on.server.origin}/api/boards/${on.board.id}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
      body: new Uint8Array(pngImage(2, 2, [1, 2, 3])),
    });
    const { id: asset } = (await stored.json()) as { id: string };
    const picture = `/api/boards/${on.board.id}/assets/${asset}`;
    const look = () => call(on.server.origin, 'GET', picture, { headers: { cookie } });
    expect((await look()).status).toBe(200);
    const [editor, witness] = [await on.withToken(token).ready(), await on.withToken(access.leader.token).ready()];
    write(editor.doc, 'before', 1);
    await until(() => expect(written(witness.doc)).toEqual({ before: 1 }));
    let sent = 0;
    // As fast as a page that wants to be heard can.
    const storm = setInterval(() => write(editor.doc, `late-${sent++}`, 1), 1);
    await until(() => expect(sent).toBeGreaterThan(5));
    await access.renew('edit');
    const answered = sent;
    expect(await editor.end()).toMatchObject(gone);
    await until(() => expect(sent).toBeGreaterThan(answered + 20));
    clearInterval(storm);
    expect((await look()).status).toBe(403);
    expect((await access.ask('POST', '/notes', { text: 'late' }, token)).status).toBe(403);
    const kept = Object.keys(written((await on.ready('view')).doc));
    const late = kept.map((key) => Number(/^late-(\d+)$/.exec(key)?.[1] ?? -1));
    expect(late.length).toBeGreaterThan(1);
    expect(Math.max(...late)).toBeLessThan(answered);
    await until(() => expect(Object.keys(written(witness.doc)).sort()).toEqual(kept.sort()));
  });

  it('[R71] of those who facilitate sends everybody away but the caller, whose token goes on', async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    const second = await access.joinAs('facilitate', { name: 'Sam' });
    await access.act(second.participantId, 'confirm-facilitator');
    const [own, other, editor] = [
      await on.withToken(access.leader.token).ready(),
      await on.withToken(second.token).ready(),
      await on.ready('edit'),
    ];
    // A page is never quiet: not even while the new secret is being stored.
    const storm = setInterval(() => own.sendStep1(), 1);
    const { keys } = await access.renew('facilitate');
    clearInterval(storm);
    expect(await other.end()).toMatchObject(gone);
    expect(keys).toEqual({ ...on.board.keys, facilitate: keys.facilitate });
    expect(keys.facilitate).not.toBe(on.board.keys.facilitate);
    write(own.doc, 'a', 1);
    await until(() => expect(written(editor.doc)).toEqual({ a: 1 }));
    expect([own.closed, editor.closed]).toEqual([null, null]);
    // Twice in a row too.
    await access.renew('facilitate', keys.facilitate).then((again) => Object.assign(keys, again.keys));
    own.sendStep1();
    write(own.doc, 'b', 1);
    await until(() => expect(written(editor.doc)).toEqual({ a: 1, b: 1 }));
    expect((await access.ask('GET', '')).body).toMatchObject({ role: 'facilitate' });
    expect((await access.ask('GET', '', undefined, second.token)).status).toBe(403);
    // The others' secrets are sealed under the new one, and no more under the old.
    expect((await access.ask('POST', '/links', { key: keys.facilitate })).body).toMatchObject({ keys });
    expect((await access.ask('POST', '/links', { key: on.board.keys.facilitate })).status).toBe(404);
    expect((await access.renew('edit', keys.facilitate)).keys.edit).not.toBe(on.board.keys.edit);
    // Who was confirmed comes back with the new link as who they were.
    expect((await access.join({ key: keys.facilitate, resume: second.resume })).body).toMatchObject({
      role: 'facilitate',
    });
  });

  it('[R70] is not what a full disk lets it seem: the answer says so, and the old one counts on', async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    on.controls.full = true;
    expect((await access.ask('POST', '/links/edit', { key: on.board.keys.facilitate })).status).toBe(503);
    on.controls.full = false;
    expect((await access.join({ key: on.board.keys.edit })).status).toBe(200);
  });
});

describe('a link that is switched off', () => {
  it('[R72] opens nothing until it is on again with another secret', async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    const editor = await on.ready('edit');
    expect((await access.ask('DELETE', '/links/edit')).status).toBe(204);
    expect(await editor.end()).toMatchObject(gone);
    expect((await access.join({ key: on.board.keys.edit })).status).toBe(404);
    expect((await access.ask('POST', '/links', { key: on.board.keys.facilitate })).body).toMatchObject({
      keys: { ...on.board.keys, edit: null },
      links: { ...on.board.links, edit: null },
    });
    expect((await access.ask('DELETE', '/links/edit')).status).toBe(204);
    const { keys } = await access.renew('edit');
    expect(keys.edit).not.toBe(on.board.keys.edit);
    expect((await access.join({ key: on.board.keys.edit })).status).toBe(404);
    expect((await access.join({ key: keys.edit })).status).toBe(200);
  });

  it('[R72] is never the one to facilitate', async () => {
    const access = await AccessBoard.of(on.server.origin, on.board);
    expect((await access.ask('DELETE', '/links/facilitate')).status).toBe(404);
    expect((await access.ask('GET', '')).status).toBe(200);
  });
});
