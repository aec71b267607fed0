// Votes that follow the agenda, over HTTP and message 65. Bad input first.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { usualVote } from '@commonboard/shared/voting/terms.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { gate } from '../support/failing-store.ts';
import { GroupBoard } from '../support/group-board.ts';
import { roundId, wish } from '../support/voting-acts.ts';
import type { Wish } from '../support/session-acts.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { makeBoard, startTestServer } from '../support/test-server.ts';

const on = syncBoard();
let ids = 0;

/** A board with an agenda of two steps, the second of which votes, and two notes. */
class Led {
  readonly access: AccessBoard;
  notes: string[] = [];

  constructor(access: AccessBoard) {
    this.access = access;
  }

  static async of(vote: object = usualVote): Promise<Led> {
    const led = new Led(await AccessBoard.of(on.server.origin, on.board));
    await led.add('Go on', { kind: 'converge' });
    await led.add('Choose', { kind: 'vote', question: 'Which first?', vote });
    await led.add('Write', { kind: 'diverge' });
    for (const text of ['A garden', 'A market']) {
      const { body } = await led.access.ask('POST', '/notes', { text });
      led.notes.push((body as { id: string }).id);
    }
    return led;
  }

  /** As the first step. */
  add(title: string, more: object): Promise<Answer> {
    const step = { minutes: 5, question: '', note: '', rights: 'free', tools: 'few', isLong: false, until: null };
    return this.act({ type: 'add-phase', after: null, step: { ...step, title, ...more } } as Wish);
  }

  async state(): Promise<SessionAnswer['session']> {
    return ((await this.access.ask('GET', '/session')).body as SessionAnswer).session;
  }

  async act(command: Wish, token?: string): Promise<Answer> {
    const { revision } = await this.state();
    return this.access.ask('POST', '/session', { commandId: `command-${++ids}`, revision, ...command }, token);
  }

  /** From where it is. */
  async next(): Promise<Answer> {
    return this.act({ type: 'next', phase: (await this.state()).phase ?? '' });
  }

  async begin(isRehearsal = false): Promise<void> {
    await this.act({ type: 'start', isRehearsal });
    await this.next();
  }

  async rounds(token?: string): Promise<RoundView[]> {
    return ((await this.access.ask('GET', '/votes', undefined, token)).body as VotesAnswer).rounds;
  }

  async round(): Promise<RoundView> {
    await until(async () => {
      if ((await this.rounds()).length !== 1) throw new Error('The vote is not open.');
    });
    return (await this.rounds())[0]!;
  }

  /** Resolves when the vote is gone. */
  async cancel(id: RoundView['id']): Promise<void> {
    await this.access.ask('POST', `/votes/${id}`, { action: 'remove' });
    const isGone = async () => (await this.rounds()).every((round) => round.id !== id);
    await vi.waitUntil(isGone, { timeout: 30_000 });
  }

  put({ id }: RoundView, { token }: Joined, ...values: number[]): Promise<Answer> {
    const marks = values.flatMap((value, i) => (value > 0 ? [{ option: this.notes[i], value }] : []));
    return this.access.ask('PUT', `/votes/${id}/ballot`, { votes: [{ marks, sector: null }] }, token);
  }
}

const reasonIn = ({ body }: Answer) =>
  (body as { error?: { reason?: string } }).error?.reason ?? (body as { reason?: string }).reason;

describe('who opens it', () => {
  it('[R137] nobody by a message made by hand: not who takes part, nor in a step without a vote', async () => {
    const led = await Led.of();
    const ada = await led.access.joinAs('edit');
    await led.act({ type: 'start', isRehearsal: false });
    expect((await led.access.ask('POST', '/votes/step', undefined, ada.token)).status).toBe(403);
    expect(reasonIn(await led.access.ask('POST', '/votes/step'))).toBe('no-step');
    expect((await led.act({ type: 'next', phase: (await led.state()).phase ?? '' }, ada.token)).status).toBe(403);
    expect(await led.rounds()).toEqual([]);
  });

  it('[R137] opens with the step: its question, its budget, what lies there, those who take part', async () => {
    const led = await Led.of({ ...usualVote, budget: 4, perOptionMax: 4, isSecret: false });
    const ada = await led.access.joinAs('edit', { name: 'Ada' });
    const heard = await on.withToken(ada.token).ready();
    await led.begin();
    const round = await led.round();
    expect(round).toMatchObject({
      question: 'Which first?',
      method: 'choose',
      budget: 4,
      isSecret: false,
      state: 'open',
    });
    expect(round.options.map(({ words }) => words).toSorted()).toEqual(['A garden', 'A market']);
    expect(round.roster.map(({ name }) => name)).toEqual(['Lea', 'Ada']);
    await until(() => expect(heard.votes.at(-1)?.rounds[0]?.id).toBe(round.id));
    const late = await led.access.joinAs('edit', { name: 'Ada' });
    expect(reasonIn(await led.put(round, ada, 3, 2))).toBe('over-budget');
    expect((await led.put(round, ada, 3, 1)).status).toBe(200);
    expect(reasonIn(await led.put(round, late, 1, 0))).toBe('not-on-roster');
  });
});

describe('with the step', () => {
  it('[R137] [R133] it closes when the step has counted down, with what was voted until then', async () => {
    const led = await Led.of();
    const ada = await led.access.joinAs('edit');
    await led.begin();
    const round = await led.round();
    await led.next();
    // Until it happens ballots count; held, it stays open.
    const { pending } = await led.state();
    expect((await led.put(round, ada, 1, 2)).status).toBe(200);
    await led.act({ type: 'hold', pending: pending?.id ?? '' });
    expect((await led.rounds())[0]).toMatchObject({ state: 'open', closing: null });
    await led.next();
    await expect.poll(async () => (await led.rounds())[0]?.state, { timeout: 30_000 }).toBe('closed');
    expect((await led.rounds())[0]?.result).toMatchObject({ votes: 1, options: [{ total: 1 }, { total: 2 }] });
    expect(reasonIn(await led.put(round, ada, 2, 0))).toBe('not-open');
    const { body: report } = await led.access.ask('GET', '/export/report.md');
    expect(report).toContain('| 1 | A market | 2 | 1 |');
    expect(await (async () => (await led.access.ask('GET', '/export/votes.csv')).body)()).toContain('A market,2,1');
    // Gone to again it is another vote.
    await led.act({ type: 'back', phase: (await led.state()).phase ?? '' });
    await until(async () => expect((await led.rounds()).map(({ state }) => state)).toEqual(['open', 'closed']));
  });

  it('[R137] what was hand-opened stays, and where nothing can be opened who leads may try again', async () => {
    const led = await Led.of();
    await led.access.ask('POST', '/votes', wish({ options: led.notes }));
    await led.begin();
    expect(reasonIn(await led.access.ask('POST', '/votes/step'))).toBe('another-open');
    expect(await led.rounds()).toMatchObject([{ id: roundId(), step: null, state: 'open' }]);
    await led.cancel(roundId());
    expect((await led.access.ask('POST', '/votes/step')).status).toBe(201);
    expect(await led.rounds()).toMatchObject([{ question: 'Which first?', state: 'open' }]);
  });

  it('[R137] a vote that a person has removed does not come back by itself', async () => {
    const led = await Led.of();
    await led.begin();
    const round = await led.round();
    await led.cancel(round.id);
    await led.act({ type: 'set-timer', minutes: 1 });
    expect(await led.rounds()).toEqual([]);
  });

  it('[R137] [R130] a server that stops between step and vote closes it when it is back', async () => {
    const led = await Led.of();
    const ada = await led.access.joinAs('edit');
    await led.begin();
    const round = await led.round();
    await led.put(round, ada, 0, 2);
    await led.next();
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const back = new Led(new AccessBoard(on.server.origin, on.board, led.access.leader));
    await expect.poll(async () => (await back.rounds())[0]?.result?.votes, { timeout: 30_000 }).toBe(1);
  });

  it('[R139] nothing of a rehearsal stays: neither its votes nor those opened by hand in it', async () => {
    const led = await Led.of();
    await led.begin(true);
    const round = await led.round();
    await led.cancel(round.id);
    await led.access.ask('POST', '/votes', wish({ options: led.notes }));
    expect(await led.rounds()).toHaveLength(1);
    expect((await led.access.ask('GET', '/export/report.md')).body).not.toContain('Ranking');
    await led.act({ type: 'reset' });
    await until(async () => expect(await led.rounds()).toEqual([]));
  });
});

describe('what was made before it', () => {
  let led: Led;
  let people: Joined[];
  let zone: string;

  /** Its first step votes on what lies in a zone, in which there is a note of another day. */
  beforeEach(async () => {
    on.board = await makeBoard(on.server.origin, { template: 'decide-and-commit' });
    led = new Led(await AccessBoard.of(on.server.origin, on.board));
    people = [await led.access.joinAs('edit', { name: 'Ada' }), await led.access.joinAs('edit', { name: 'Ben' })];
    const zones = await new GroupBoard(led.access).zones();
    zone = zones.find(({ props }) => props.part === 'proposals')?.id ?? '';
    await led.access.ask('POST', '/notes', { text: 'Of another day', zone });
    await led.add('Choose', { kind: 'vote', vote: { ...usualVote, on: 'items' }, zones: [zone] });
  });

  const options = async () => (await led.rounds()).map((round) => round.options.map(({ words }) => words).toSorted());
  const all = ['Of Ada', 'Of Ben', 'Of another day'];
  const countdown = { timeout: 30_000 };
  const stageOf = async () => (await led.state()).rounds.at(-1)?.stage;
  const isBeingShown = () => expect.poll(stageOf, countdown).toBe('revealing');

  /** Two have written, and it counts down to the vote. */
  async function writeInPrivate(): Promise<void> {
    await led.add('Alone', { kind: 'diverge', isPrivate: true, zones: [zone] });
    await led.act({ type: 'start', isRehearsal: false });
    for (const { token, name } of people) await led.access.ask('POST', '/drafts', { text: `Of ${name}` }, token);
    await led.next();
  }

  it('[R137] [R141] is shown first, where people have written in private: the vote opens with all of it', async () => {
    await writeInPrivate();
    const { wait, open } = gate();
    on.controls.draftsWaitFor = wait;
    await isBeingShown();
    for (let i = 0; i < 5; i++) expect(await led.rounds()).toEqual([]);
    open();
    await expect.poll(options, countdown).toEqual([all]);
  });

  it('[R137] [R141] is shown first after a stop of the server too', async () => {
    await writeInPrivate();
    on.controls.draftsWaitFor = gate().wait;
    await isBeingShown();
    const { store } = on.controls;
    await on.server.stop();
    const { wait, open } = gate();
    on.controls.draftsWaitFor = wait;
    on.server = await startTestServer({ store });
    led = new Led(new AccessBoard(on.server.origin, on.board, led.access.leader));
    for (let i = 0; i < 5; i++) expect(await led.rounds()).toEqual([]);
    open();
    await expect.poll(options, countdown).toEqual([all]);
  });

  it('[R137] where it cannot be shown, who leads opens the vote on what is there, and it opens no second time', async () => {
    await writeInPrivate();
    const { wait, open } = gate();
    on.controls.draftsWaitFor = wait;
    await isBeingShown();
    expect((await led.access.ask('POST', '/votes/step')).status).toBe(201);
    await expect.poll(options, countdown).toEqual([['Of another day']]);
    const [{ id }] = (await led.rounds()) as [RoundView];
    await led.access.ask('POST', `/votes/${id}`, { action: 'remove' });
    await expect.poll(() => led.rounds(), countdown).toEqual([]);
    open();
    await expect.poll(stageOf).toBe('revealed');
    expect(await led.rounds()).toEqual([]);
    // Nor after a round that was opened in the same step by hand.
    await led.act({ type: 'open-round', isAnonymous: true, notesMax: 5, best: null, zone: null });
    await led.act({ type: 'cancel-round', round: (await led.state()).rounds.at(-1)?.id } as Wish);
    expect(await led.rounds()).toEqual([]);
  });

  it('[R137] [R177] is brought back first, where groups have made it', async () => {
    await led.act({ type: 'add-activity', activity: 'one-two-four-all', zone, question: '', after: null });
    const { phases } = await led.state();
    for (const i of [0, 2, 3]) await led.act({ type: 'skip-phase', step: phases[i]?.id ?? '', isSkipped: true });
    const groups = new GroupBoard(led.access);
    for (const one of people) await groups.isHere(one);
    await on.withToken(led.access.leader.token).ready();
    await led.act({ type: 'start', isRehearsal: false });
    const { groups: made } = await groups.reaches('open');
    for (const { token, name } of people) await groups.note(token, `Of ${name}`, made[0]?.zone ?? '');
    await led.next();
    await expect.poll(options, countdown).toEqual([all]);
  });
});
