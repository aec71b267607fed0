// A session over HTTP and message 65: who may steer, what each step lets people write, what everybody hears. Bad input first.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import type { Wish } from '../support/session-acts.ts';
import { syncBoard } from '../support/sync-board.ts';
import { erase, SyncClient, until, write, written } from '../support/sync-client.ts';
import { makeBoard, startTestServer } from '../support/test-server.ts';

const on = syncBoard();
let ids = 0;
const commandId = () => `command-${++ids}`;

/** A board of a template with a facilitator, whose commands name the revision that is. */
class Led {
  readonly access: AccessBoard;

  constructor(access: AccessBoard) {
    this.access = access;
  }

  static async of(template = 'decide-and-commit'): Promise<Led> {
    on.board = await makeBoard(on.server.origin, { template });
    return new Led(await AccessBoard.of(on.server.origin, on.board));
  }

  async state(token?: string): Promise<SessionAnswer['session']> {
    return sessionIn(await this.access.ask('GET', '/session', undefined, token));
  }

  send(json: object, token?: string): Promise<Answer> {
    return this.access.ask('POST', '/session', json, token);
  }

  async act(wish: Wish, token?: string): Promise<Answer> {
    const { revision } = await this.state();
    return this.send({ commandId: commandId(), revision, ...wish }, token);
  }

  async enter(more: Record<string, unknown> = {}): Promise<[Joined, SyncClient]> {
    const joined = await this.access.joinAs('edit', more);
    return [joined, await on.withToken(joined.token).ready()];
  }
}

const sessionIn = ({ body }: Answer) => (body as SessionAnswer).session;
const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];
const lastSession = ({ sessions }: SyncClient) => sessions.at(-1)?.session;

describe('who may steer', () => {
  it('[R111] what is no command is refused with a sentence, and who has no token is not asked what they want', async () => {
    const led = await Led.of();
    for (const json of [{}, { type: 'next' }, { type: 'start', commandId: 'abcdefgh', revision: 'x' }])
      expect(codeIn(await led.send(json))).toEqual([400, 'bad-request']);
    expect(codeIn(await led.send({}, 'x'.repeat(22)))).toEqual([401, 'unauthorised']);
    const [, other] = [on.board, await makeBoard(on.server.origin)];
    const stranger = await AccessBoard.of(on.server.origin, other);
    expect(
      codeIn(await led.send({ type: 'reset', commandId: commandId(), revision: 0 }, stranger.leader.token)),
    ).toEqual([403, 'forbidden']);
  });

  it('[R112] a message that a participant has made by hand advances nothing', async () => {
    const led = await Led.of();
    await led.act({ type: 'start', isRehearsal: false });
    const [ada] = await led.enter();
    const viewer = await led.access.joinAs('view');
    const before = await led.state();
    const first = before.phase ?? '';
    const wishes: Wish[] = [
      { type: 'next', phase: first },
      { type: 'finish', phase: first },
      { type: 'set-rights', rights: 'free' },
      { type: 'set-timer', minutes: 1 },
      { type: 'take-over' },
    ];
    for (const wish of wishes)
      for (const { token } of [ada, viewer]) expect(codeIn(await led.act(wish, token))).toEqual([403, 'not-yours']);
    expect(codeIn(await led.act({ type: 'raise-hand' }, viewer.token))).toEqual([403, 'not-yours']);
    expect(await led.state()).toEqual(before);
    // Who comes second with the link to facilitate takes part until somebody confirms it.
    const second = await led.access.joinAs('facilitate');
    expect(codeIn(await led.act({ type: 'next', phase: first }, second.token))).toEqual([403, 'not-yours']);
    await led.access.act(second.participantId, 'confirm-facilitator');
    expect((await led.act({ type: 'next', phase: first }, second.token)).status).toBe(200);
  });

  it('[R113] two facilitators who press Next at the same moment go one step; the slower hears where it is', async () => {
    const led = await Led.of();
    await led.act({ type: 'start', isRehearsal: false });
    const { revision, phase, phases } = await led.state();
    const next = () => led.send({ type: 'next', phase, revision, commandId: commandId() });
    const answers = await Promise.all([next(), next(), next()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    for (const answer of answers) expect(sessionIn(answer).phase).toBe(phases[1]?.id);
    expect(codeIn(answers.find(({ status }) => status === 409)!)).toEqual([409, 'moved-on']);
  });

  it('[R111] the same command twice acts once, and both are told so', async () => {
    const led = await Led.of();
    await led.act({ type: 'set-timer', minutes: 5 });
    const { revision } = await led.state();
    const add = { type: 'add-time', minutes: 1, revision, commandId: commandId() };
    const answers = await Promise.all([led.send(add), led.send(add)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await led.state()).timer?.durationMs).toBe(6 * 60_000);
  });

  it('[R111] what cannot be stored has not happened', async () => {
    const led = await Led.of();
    on.controls.full = true;
    expect(codeIn(await led.act({ type: 'start', isRehearsal: false }))).toEqual([503, 'not-saving']);
    on.controls.full = false;
    expect((await led.state()).status).toBe('planned');
    expect((await led.act({ type: 'start', isRehearsal: false })).status).toBe(200);
  });

  it('[R111] more commands of one person than they may are refused', async () => {
    const led = await Led.of();
    const [ada] = await led.enter();
    const many = Array.from({ length: limits.commandsBurst + 20 }, () =>
      led.send({ type: 'raise-hand', revision: 0, commandId: commandId() }, ada.token),
    );
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});

describe('what everybody hears', () => {
  it('[R110] a late joiner gets the step, the question and the timer with the server’s time', async () => {
    const led = await Led.of();
    await led.act({ type: 'start', isRehearsal: false });
    const [, late] = await led.enter();
    const { session, now } = late.sessions[0]!;
    expect(session).toMatchObject({ status: 'running', phase: session.phases[0]?.id });
    const left = remainingMs(session.timer!, now);
    expect(left).toBeLessThanOrEqual(session.timer!.durationMs);
    expect(left).toBeGreaterThan(0);
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
  });

  it('[R112] what is for facilitators never reaches participants, by socket or HTTP; programs of plain yjs hear nothing', async () => {
    const led = await Led.of();
    const leader = await on.withToken(led.access.leader.token).ready();
    const note = lastSession(leader)?.phases[0]?.note.en ?? '';
    expect(note).not.toBe('');
    const plain = await on.ready('edit', { full: false });
    const [ada, client] = await led.enter();
    const viewer = await on.ready('view');
    await led.act({ type: 'start', isRehearsal: false });
    for (const one of [leader, client, viewer]) await until(() => expect(lastSession(one)?.status).toBe('running'));
    const heard = JSON.stringify([client.sessions, viewer.sessions, await led.state(ada.token)]);
    const notes = (await led.state()).phases.map((phase) => phase.note.en).filter((said) => said !== '');
    expect(notes.filter((said) => heard.includes(said))).toEqual([]);
    expect(plain.sessions).toEqual([]);
  });

  it('[R110] nothing of a session is in the document, and much at once is told as one', async () => {
    const led = await Led.of();
    const [ada, client] = await led.enter();
    const doc = JSON.stringify(client.doc.toJSON());
    const people = await Promise.all(Array.from({ length: 30 }, () => led.access.joinAs('edit')));
    await Promise.all([ada, ...people].map(({ token }) => led.act({ type: 'raise-hand' }, token)));
    await until(() => expect(lastSession(client)?.hands).toHaveLength(31));
    expect(client.sessions.length).toBeLessThan(31);
    expect(JSON.stringify(client.doc.toJSON())).toBe(doc);
    const revisions = client.sessions.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  });

  it('[R110] it is there after a restart, and goes with its board', async () => {
    const led = await Led.of();
    await led.act({ type: 'start', isRehearsal: false });
    await led.act({ type: 'next', phase: (await led.state()).phase ?? '' });
    const before = await led.state();
    const again = await startTestServer({ store: on.controls.store });
    const { leader } = led.access;
    const there = new AccessBoard(again.origin, on.board, leader);
    expect(sessionIn(await there.ask('GET', '/session'))).toEqual(before);
    expect((await there.ask('DELETE', '')).status).toBe(204);
    expect(await on.controls.store.findSession(on.board.id)).toBeNull();
    await again.stop();
  });

  it.each([
    ['happens late where it is not too late', limits.countdownMs + 1_000, 'finished'],
    ['does not happen where it is', limits.countdownMs + limits.countdownLateMsMax + 1_000, 'running'],
  ])('[R114] what counted down while the server was away %s', async (_, laterMs, status) => {
    const led = await Led.of();
    await led.act({ type: 'start', isRehearsal: false });
    await led.act({ type: 'finish', phase: (await led.state()).phase });
    expect(await led.state()).toMatchObject({ status: 'running', pending: { act: 'finish' } });
    const again = await startTestServer({ store: on.controls.store, now: () => Date.now() + laterMs });
    const back = await new SyncClient(again.origin, on.board.id, led.access.leader.token).ready();
    await until(() => expect(lastSession(back)).toMatchObject({ status, pending: null }));
    back.stop();
    await again.stop();
  });

  it('[R110] a record that cannot be read is begun anew, said in the log, and the board opens', async () => {
    const led = await Led.of();
    await on.controls.store.putSession(on.board.id, { revision: 7, state: '{"revision":7' });
    const [, client] = await led.enter();
    expect(lastSession(client)).toMatchObject({ status: 'planned', revision: 7 });
    expect(on.server.logged.join()).toContain('session not readable');
    expect((await led.act({ type: 'start', isRehearsal: false })).status).toBe(200);
  });
});

describe('what a step lets people write', () => {
  const record = (words: string) =>
    new Y.Map<unknown>([
      ['', {}],
      ['t', new Y.XmlText(words)],
    ]);
  const maps = (client: SyncClient) => client.doc.getMap<Y.Map<unknown>>('rec');
  const refused = (client: SyncClient) => until(() => expect(client.refusals.at(-1)?.code).toBe('locked'));
  const settled = (client: SyncClient) => until(() => expect(client.settled).toBe(client.sent));

  /** Ada and Ben with a note each. */
  async function two() {
    const led = await Led.of();
    const [[, ada], [, ben]] = [await led.enter(), await led.enter()];
    maps(ada).set('shape:ada', record('ada'));
    maps(ben).set('shape:ben', record('ben'));
    for (const client of [ada, ben])
      await until(() => expect([maps(client).has('shape:ada'), maps(client).has('shape:ben')]).toEqual([true, true]));
    return { led, ada, ben };
  }

  it('[R116] own: new things and what one made, nothing of others, over the socket', async () => {
    const { led, ada, ben } = await two();
    await led.act({ type: 'set-rights', rights: 'own' });
    write(ada.doc, 'new', 1);
    maps(ada).get('shape:ada')?.set('p.color', 'red');
    await settled(ada);
    expect(ada.refusals).toEqual([]);
    maps(ada).get('shape:ben')?.set('p.color', 'red');
    await refused(ada);
    expect(maps(ben).get('shape:ben')?.has('p.color')).toBe(false);
    maps(ben).delete('shape:ada');
    await refused(ben);
    const late = await on.ready();
    expect(maps(late).has('shape:ada')).toBe(true);
    const leader = await on.withToken(led.access.leader.token).ready();
    maps(leader).delete('shape:ben');
    await settled(leader);
    expect(leader.refusals).toEqual([]);
  });

  it('[R116] move: everything may be moved, and nothing of others edited or deleted', async () => {
    const { led, ada, ben } = await two();
    await led.act({ type: 'set-rights', rights: 'move' });
    maps(ada).get('shape:ben')?.set('$', ['page:page', 7, 8, 0]);
    await until(() => expect(maps(ben).get('shape:ben')?.get('$')).toEqual(['page:page', 7, 8, 0]));
    expect(ada.refusals).toEqual([]);
    const late = await on.ready();
    const text = maps(late).get('shape:ada')?.get('t');
    if (text instanceof Y.XmlText) text.insert(0, 'not ');
    await refused(late);
    erase(ada.doc, 'ben');
    await refused(ada);
  });

  it('[R116] frozen: nothing at all; what is free again is taken at once; a new step brings its own', async () => {
    const { led, ada } = await two();
    await led.act({ type: 'set-rights', rights: 'frozen' });
    const frozen = await on.ready();
    write(frozen.doc, 'new', 1);
    await refused(frozen);
    await led.act({ type: 'set-rights', rights: 'free' });
    maps(ada).delete('shape:ben');
    await settled(ada);
    expect(ada.refusals).toEqual([]);
    await led.act({
      type: 'change-phase',
      step: (await led.state()).phases[0]?.id ?? '',
      changes: { rights: 'frozen' },
    });
    await led.act({ type: 'start', isRehearsal: false });
    maps(ada).delete('shape:ada');
    await refused(ada);
  });

  it('[R116] what holds is in force for the first frame after a restart', async () => {
    const { led, ada } = await two();
    await settled(ada);
    await led.act({ type: 'set-rights', rights: 'frozen' });
    const again = await startTestServer({ store: on.controls.store });
    const joined = await led.access.joinAs('edit');
    const client = await new SyncClient(again.origin, on.board.id, joined.token).ready();
    write(client.doc, 'new', 1);
    await refused(client);
    expect(written(client.doc)).toEqual({ new: 1 });
    client.stop();
    await again.stop();
  });
});
