// Going on on another device: once, for a while, and as the same person with the same votes. Bad input first.
import { describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import { createPairings } from '@commonboard/server/access/pairings.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { roundId, wish } from '../support/voting-acts.ts';
import { syncBoard } from '../support/sync-board.ts';
import { call } from '../support/test-server.ts';

const on = syncBoard();

const take = (code: unknown) => call(on.server.origin, 'POST', '/api/join/pairing', { json: { code } });
const codeIn = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];

async function adaOn(): Promise<{
  access: AccessBoard;
  ada: Joined;
  open: (more?: object, token?: string) => Promise<Answer>;
}> {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const ada = await access.joinAs('edit', { name: 'Ada' });
  const own = { key: on.board.keys.edit, resume: ada.resume };
  return {
    access,
    ada,
    open: (more = {}, token = ada.token) => access.ask('POST', '/pairing', { ...own, ...more }, token),
  };
}

describe('what a hand-made message cannot do', () => {
  it('[R123] hand over another person, or oneself by a token alone', async () => {
    const { access, open } = await adaOn();
    const ben = await access.joinAs('edit');
    for (const json of [{ key: 1 }, { resume: '' }, { key: 'x' }]) expect((await open(json)).status).toBe(400);
    expect(codeIn(await open({}, ben.token))).toEqual([403, 'forbidden']);
    expect(codeIn(await open({ resume: ben.resume }))).toEqual([403, 'forbidden']);
    expect(codeIn(await open({}, 'x'.repeat(22)))).toEqual([401, 'unauthorised']);
    const screen = (await access.ask('POST', '/screen', {})).body as { token: string };
    expect((await open({ resume: access.leader.resume }, screen.token)).status).toBe(403);
  });

  it('[R123] use a code that is unknown, used, replaced, or over', async () => {
    const { open } = await adaOn();
    for (const code of [1, null]) expect((await take(code)).status).toBe(400);
    for (const code of ['', 'x'.repeat(22)]) expect((await take(code)).status).toBeGreaterThanOrEqual(400);
    const [first, second] = [await open(), await open()].map(({ body }) => (body as { code: string }).code);
    expect(codeIn(await take(first))).toEqual([404, 'not-found']);
    expect((await take(second)).status).toBe(200);
    expect(codeIn(await take(second))).toEqual([404, 'not-found']);
    let now = 0;
    const pairings = createPairings(() => now);
    const { access, ada } = await adaOn();
    const pairing = {
      id: access.board.id,
      participant: ada.participantId,
      role: 'edit',
      key: 'k',
      resume: 'r',
    } as const;
    const { code } = pairings.open(pairing);
    now = limits.pairingMs + 1;
    expect(pairings.take(code)).toBeNull();
  });
});

it('[R123] [R132] who goes on on another device is the same person, with the same one ballot', async () => {
  const { access, ada, open } = await adaOn();
  const note = (await access.ask('POST', '/notes', { text: 'A garden' })).body as { id: string };
  await access.ask('POST', '/votes', wish({ options: [note.id] }));
  const ballot = (value: number) => ({ votes: [{ marks: [{ option: note.id, value }], sector: null }] });
  const vote = ({ token }: Joined, value: number) =>
    access.ask('PUT', `/votes/${roundId()}/ballot`, ballot(value), token);
  await vote(ada, 1);
  const { code } = (await open()).body as { code: string };
  const handed = (await take(code)).body as { key: string; resume: string; name: string; role: string };
  expect(handed).toMatchObject({ name: 'Ada', role: 'edit', title: expect.any(String), id: access.board.id });
  const phone = (await access.join({ key: handed.key, resume: handed.resume })).body as Joined;
  expect(phone).toMatchObject({ participantId: ada.participantId, name: 'Ada', color: ada.color });
  const seen = (await access.ask('GET', '/votes', undefined, phone.token)).body as VotesAnswer;
  expect(seen.rounds[0]?.ballot).toEqual(ballot(1));
  await vote(phone, 2);
  const { rounds } = (await access.ask('GET', '/votes', undefined, ada.token)).body as VotesAnswer;
  expect(rounds[0]).toMatchObject({ ballot: ballot(2), progress: { here: { voted: 0 }, away: { voted: 1 } } });
  expect(await access.people()).toHaveLength(2);
  for (const line of on.server.logged)
    for (const secret of [code, handed.key, handed.resume]) expect(line).not.toContain(secret);
});
