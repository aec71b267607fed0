// The token of a page for a projector: it looks, is nobody, and goes with the right of who asked for it. Bad input first.
import { describe, expect, it } from 'vitest';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { wish } from '../support/voting-acts.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write, written } from '../support/sync-client.ts';

const on = syncBoard();

async function withScreen(): Promise<{ access: AccessBoard; token: string }> {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const { status, body } = await access.ask('POST', '/screen', {});
  expect(status).toBe(201);
  return { access, token: (body as { token: string }).token };
}

const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];

describe('who gets one', () => {
  it('[R120] facilitators only, and a screen opens no other', async () => {
    const { access, token } = await withScreen();
    for (const role of ['edit', 'view'] as const) {
      const person = await access.joinAs(role);
      expect(codeIn(await access.ask('POST', '/screen', {}, person.token))).toEqual([403, 'forbidden']);
    }
    expect(codeIn(await access.ask('POST', '/screen', {}, 'x'.repeat(22)))).toEqual([401, 'unauthorised']);
    expect(codeIn(await access.ask('POST', '/screen', {}, token))).toEqual([403, 'forbidden']);
  });
});

describe('what it may', () => {
  it('[R120] look: it changes nothing on the board, in the session or in a vote, and reads nothing of facilitators', async () => {
    const { access, token } = await withScreen();
    const note = (await access.ask('POST', '/notes', { text: 'A garden' })).body as { id: string };
    await access.ask('POST', '/votes', wish({ options: [note.id] }));
    const step = {
      kind: 'converge',
      minutes: 5,
      question: '',
      rights: 'free',
      tools: 'few',
      isLong: false,
      until: null,
    };
    const { revision } = ((await access.ask('GET', '/session')).body as SessionAnswer).session;
    const added = { type: 'add-phase', after: null, step: { ...step, title: 'Go on', note: 'For Lea alone' } };
    await access.ask('POST', '/session', { ...added, commandId: 'command-1', revision });
    const { session } = (await access.ask('GET', '/session', undefined, token)).body as SessionAnswer;
    expect(JSON.stringify(session)).not.toContain('For Lea alone');
    for (const command of [{ type: 'start', isRehearsal: false }, { type: 'raise-hand' }, { type: 'take-over' }])
      expect(
        codeIn(await access.ask('POST', '/session', { ...command, commandId: 'command-2', revision: 1 }, token)),
      ).toEqual([403, 'not-yours']);
    // Whose screen it is, the screen is not: it has no ballot of theirs either.
    const ballot = { votes: [{ marks: [{ option: note.id, value: 1 }], sector: null }] };
    const { rounds: own } = (await access.ask('GET', '/votes')).body as VotesAnswer;
    expect((await access.ask('PUT', `/votes/${own[0]?.id}/ballot`, ballot)).status).toBe(200);
    const { rounds } = (await access.ask('GET', '/votes', undefined, token)).body as VotesAnswer;
    expect(rounds[0]).toMatchObject({ roster: [], ballot: null, ownWeight: 0 });
    expect((await access.ask('PUT', `/votes/${rounds[0]?.id}/ballot`, ballot, token)).status).toBe(403);
    for (const path of ['/access', '/participants']) {
      expect((await access.ask('GET', path, undefined, token)).status).toBe(403);
      expect((await access.ask('GET', path)).status).toBe(200);
    }
    const screen = await on.withToken(token).ready();
    write(screen.doc, 'a', 'x');
    await until(() => expect(screen.refusals[0]?.code).toBe('view-only'));
  });

  it('[R120] it shows what people write', async () => {
    const { token } = await withScreen();
    const [ada, screen] = [await on.ready(), await on.withToken(token).ready()];
    write(ada.doc, 'a', 'x');
    await until(() => expect(written(screen.doc)).toMatchObject({ a: 'x' }));
  });
});

describe('that it is nobody', () => {
  it('[R120] neither in presence, nor among the people, nor among those who are here for a vote', async () => {
    const { access, token } = await withScreen();
    const people = await access.people();
    const ada = await on.ready();
    const screen = await on.withToken(token).ready();
    screen.sendPeople({ id: screen.doc.clientID, clock: 1, state: { page: 'page:page', selection: [] } });
    ada.sendPeople({ id: ada.doc.clientID, clock: 1, state: { page: 'page:page' } });
    // What Ada says of herself goes the same way and comes later.
    await until(() => expect(screen.people.has(ada.doc.clientID)).toBe(true));
    expect(ada.people.has(screen.doc.clientID)).toBe(false);
    const now = await access.people();
    expect(now.map(({ id }) => id)).toEqual(expect.arrayContaining(people.map(({ id }) => id)));
    expect(now).toHaveLength(people.length + 1);
    expect(now.find(({ name }) => name === 'Lea')?.connected).toBe(false);
    const note = (await access.ask('POST', '/notes', { text: 'A garden' })).body as { id: string };
    const { rounds } = (await access.ask('POST', '/votes', wish({ options: [note.id] }))).body as VotesAnswer;
    expect(rounds[0]?.roster).toHaveLength(2);
    expect(rounds[0]?.progress).toMatchObject({ here: { people: 1 }, leading: { people: 1 } });
  });

  it('[R120] goes when its facilitator is sent away', async () => {
    const { access, token } = await withScreen();
    const screen = await on.withToken(token).ready();
    const second = await access.joinAs('facilitate');
    await access.act(second.participantId, 'confirm-facilitator');
    await access.act(access.leader.participantId, 'kick', second.token);
    expect((await screen.end()).code).toBe(4403);
    expect((await access.ask('GET', '/session', undefined, token)).status).toBe(403);
  });
});
