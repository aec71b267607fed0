// Votes over HTTP and message 65: who may vote, once, within their budget, and what nobody ever learns. Bad input first.
import { describe, expect, it } from 'vitest';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';
import { roundId, wish } from '../support/voting-acts.ts';
import { roundIn, VotingBoard } from '../support/voting-board.ts';

const on = syncBoard();

const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];
const reasonIn = ({ body }: Answer) =>
  (body as { error?: { reason?: string } }).error?.reason ?? (body as { reason?: string }).reason;

describe('who may open and close', () => {
  it('[R131] what is no vote is refused with a sentence, and only who leads opens one', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit');
    for (const json of [{}, { ...wish(), id: 'x' }, { ...wish(), method: 'x' }])
      expect(codeIn(await voting.access.ask('POST', '/votes', json))).toEqual([400, 'bad-request']);
    expect(reasonIn(await voting.open({ options: ['shape:nowhere'] }))).toBe('no-options');
    for (const role of ['edit', 'view'] as const)
      expect(codeIn(await voting.open({}, (await voting.access.joinAs(role)).token))).toEqual([403, 'not-yours']);
    expect((await voting.open()).status).toBe(201);
    for (const action of ['close', 'hold', 'remove'])
      expect(codeIn(await voting.change(action, ada.token))).toEqual([403, 'not-yours']);
    expect(await voting.seen()).toMatchObject({ state: 'open', closing: null });
  });

  it('[R131] the same wish twice opens one vote, and there is one at a time', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const answers = await Promise.all([voting.open(), voting.open()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(reasonIn(await voting.open({ id: roundId('B') }))).toBe('another-open');
    expect(roundIn(answers[0]).options.map(({ words }) => words)).toEqual(['A garden', 'A market']);
  });

  it('[R133] closing counts down before all and can be held', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    on.board = voting.access.board;
    const ada = await on.ready();
    await voting.open();
    await voting.change('close');
    await until(() => expect(ada.votes.at(-1)?.rounds[0]?.closing?.by).toBe('Lea'));
    await voting.change('hold');
    await until(() => expect(ada.votes.at(-1)?.rounds[0]?.closing).toBeNull());
    expect((await voting.close()).result).toMatchObject({ votes: 0 });
    await until(() => expect(ada.votes.at(-1)?.rounds[0]?.state).toBe('closed'));
  });

  it('[R133] to cancel counts down as well and can be held; nothing that was voted is gone before', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    on.board = voting.access.board;
    const ada = await voting.access.joinAs('edit');
    const heard = await on.withToken(ada.token).ready();
    await voting.open();
    await voting.put(ada.token, voting.dots(2, 0));
    const asked = roundIn(await voting.change('remove'));
    expect(asked).toMatchObject({ state: 'open', closing: { act: 'cancel', by: 'Lea' } });
    await until(() => expect(heard.votes.at(-1)?.rounds[0]?.closing?.act).toBe('cancel'));
    expect(codeIn(await voting.change('hold', ada.token))).toEqual([403, 'not-yours']);
    await voting.change('hold');
    await until(() =>
      expect(heard.votes.at(-1)?.rounds[0]).toMatchObject({ closing: null, ballot: voting.dots(2, 0) }),
    );
    // Ballots are taken until it happens, and the countdown that was asked for last is the one that runs.
    await voting.change('close');
    await voting.change('remove');
    expect((await voting.put(ada.token, voting.dots(0, 2))).status).toBe(200);
    await expect.poll(() => heard.votes.at(-1)?.gone, { timeout: 30_000 }).toEqual([roundId()]);
    expect((await voting.access.ask('GET', '/votes')).body).toMatchObject({ rounds: [] });
    expect(await on.controls.store.listBallots(on.board.id, roundId())).toEqual([]);
    // One that is counted goes at once.
    await voting.open({ id: roundId() });
    await voting.close();
    expect((await voting.change('remove')).body).toMatchObject({ rounds: [] });
  });

  it('[R133] a vote that was closing when the server stopped is counted by the next one, with all its ballots', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit');
    await voting.open();
    await voting.put(ada.token, voting.dots(2, 0));
    await voting.change('close');
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const next = new VotingBoard(
      new AccessBoard(on.server.origin, voting.access.board, voting.access.leader),
      voting.options,
    );
    await expect.poll(async () => (await next.seen()).result?.votes, { timeout: 30_000 }).toBe(1);
  });
});

describe('what a hand-made message cannot do', () => {
  it('[R132] vote twice: a second device of the same person replaces, and who joins after the opening is not on the roster', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit', { name: 'Ada' });
    await voting.open();
    const again = await voting.access.joinAs('edit', { resume: ada.resume });
    const late = await voting.access.joinAs('edit', { name: 'Ada' });
    const viewer = await voting.access.joinAs('view');
    expect(again.participantId).toBe(ada.participantId);
    expect((await voting.put(ada.token, voting.dots(2, 1))).status).toBe(200);
    expect((await voting.put(again.token, voting.dots(0, 2))).status).toBe(200);
    expect(reasonIn(await voting.put(late.token, voting.dots(1, 0)))).toBe('not-on-roster');
    expect(reasonIn(await voting.put(viewer.token, voting.dots(1, 0)))).toBe('not-taking-part');
    expect((await voting.seen(ada.token)).ballot).toEqual(voting.dots(0, 2));
    expect((await voting.close()).result).toMatchObject({ votes: 1, options: [{ total: 0 }, { total: 2 }] });
    expect(reasonIn(await voting.put(ada.token, voting.dots(1, 0)))).toBe('not-open');
  });

  it('[R132] exceed the budget, the most for one item, or their number of votes', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit');
    await voting.open();
    expect(reasonIn(await voting.put(ada.token, voting.dots(2, 2)))).toBe('over-budget');
    expect(reasonIn(await voting.put(ada.token, voting.dots(3, 0)))).toBe('over-per-option');
    const [vote] = voting.dots(1, 0).votes;
    expect(reasonIn(await voting.put(ada.token, { votes: [vote, vote] }))).toBe('too-many-votes');
    const [option] = voting.options;
    const twice = { votes: [{ marks: [1, 2].map((value) => ({ option, value })), sector: null }] };
    expect(reasonIn(await voting.put(ada.token, twice))).toBe('not-an-option');
    for (const json of [{}, { votes: 1 }, { votes: [{ marks: [{ option, value: -1 }], sector: null }] }])
      expect(codeIn(await voting.put(ada.token, json))).toEqual([400, 'bad-request']);
    expect(
      codeIn(await voting.access.ask('PUT', `/votes/${roundId('Z')}/ballot`, voting.dots(1, 0), ada.token)),
    ).toEqual([404, 'not-found']);
    expect(await voting.seen(ada.token)).toMatchObject({
      ballot: null,
      progress: { here: { voted: 0 }, away: { voted: 0 } },
    });
  });

  it('[R132] many ballots at once of one person are one ballot', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit');
    await voting.open();
    await Promise.all(Array.from({ length: 20 }, (_, i) => voting.put(ada.token, voting.dots(1 + (i % 2), 1))));
    expect((await voting.close()).result).toMatchObject({ votes: 1 });
  });

  it('[R136] see what others vote before the close, a facilitator neither', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const [ada, ben] = [await voting.access.joinAs('edit'), await voting.access.joinAs('edit')];
    await voting.open({ isSecret: false });
    await voting.put(ada.token, voting.dots(2, 1));
    const own = await voting.seen(ada.token);
    expect(own.ballot).toEqual(voting.dots(2, 1));
    for (const token of [ben.token, undefined]) {
      const seen = await voting.seen(token);
      expect(seen).toMatchObject({ ballot: null, result: null, progress: { away: { voted: 1 } } });
      expect(JSON.stringify(seen)).not.toContain('"value"');
    }
    expect((await voting.seen(ben.token)).roster).toEqual([]);
    expect((await voting.seen()).roster).toHaveLength(3);
    // Open ones are named once they are closed, as announced.
    expect((await voting.close()).result?.named).toMatchObject([{ votes: voting.dots(2, 1).votes }]);
  });

  it('[R130] keep a vote that could not be stored', async () => {
    const voting = await VotingBoard.of(on.server.origin);
    const ada = await voting.access.joinAs('edit');
    await voting.open();
    on.controls.full = true;
    expect(codeIn(await voting.put(ada.token, voting.dots(1, 0)))).toEqual([503, 'not-saving']);
    on.controls.full = false;
    expect((await voting.seen(ada.token)).ballot).toBeNull();
    expect((await voting.close()).result).toMatchObject({ votes: 0 });
    await voting.change('remove');
    expect((await voting.access.ask('GET', '/votes')).body).toMatchObject({ rounds: [] });
  });
});
