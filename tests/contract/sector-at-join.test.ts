// Who joins is asked where they come from, where the board asks for it; who hears of it, and where it never stands. Bad input first.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { newSession } from '@commonboard/shared/session/session-state.ts';
import { usualVote } from '@commonboard/shared/voting/terms.ts';
import { GroupBoard } from '../support/group-board.ts';
import { step } from '../support/session-acts.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: GroupBoard;
beforeEach(async () => {
  server = await startTestServer({ joinLimit: { burst: 1e6, perSecond: 0 } });
  board = await GroupBoard.of(server.origin);
});
afterEach(() => server.stop());

const asks = async (role: 'facilitate' | 'edit' | 'view' = 'edit') => {
  const { keys } = board.access.board;
  const { body } = await board.access.ask('POST', '/lookup', { key: keys[role] }, '');
  return (body as { asksSector: boolean }).asksSector;
};
const joinAs = (more: object, role: 'edit' | 'view' = 'edit'): Promise<Joined> =>
  board.access.joinAs(role, { name: 'Ada', ...more });
const said = async (token?: string) => (await board.session(token)).sectors.said;

it('[R212] a sector that is none is refused, one that nobody asked for is passed over, and only who leads asks', async () => {
  const { keys } = board.access.board;
  for (const sector of ['bank', '', null, 7, ['market']])
    expect((await board.access.join({ key: keys.edit, name: 'Ada', sector })).status).toBe(400);
  expect(await asks()).toBe(false);
  const ada = await joinAs({ sector: 'market' });
  expect(await said()).toEqual({});
  const wish = { type: 'ask-at-join', isAsked: true };
  expect(await board.command(wish, ada.token)).toMatchObject({ status: 403, body: { reason: 'not-leading' } });
  expect((await board.command({ ...wish, isAsked: 'yes' })).status).toBe(400);
  expect(await asks()).toBe(false);
});

it('[R212] where it is asked, who takes part says it once; facilitators hear it and nobody else, also after groups were made', async () => {
  expect((await board.command({ type: 'ask-at-join', isAsked: true })).status).toBe(200);
  expect([await asks('facilitate'), await asks('edit'), await asks('view')]).toEqual([false, true, false]);
  const ada = await joinAs({ sector: 'philanthropy' });
  const ben = await joinAs({ name: 'Ben' });
  await joinAs({ name: 'Vera', sector: 'media' }, 'view');
  const code = await board.access.openCode();
  const cem = (await board.access.byCode(code, { name: 'Cem', sector: 'academia' })).body as Joined;
  expect(await said()).toEqual({ [ada.participantId]: 'philanthropy', [cem.participantId]: 'academia' });
  const forBen = await said(ben.token);
  expect(forBen).toEqual({ [ada.participantId]: null, [cem.participantId]: null });
  for (const one of [ada, ben, cem]) await board.isHere(one);
  await board.make({ how: 'mixed' });
  await board.reaches('open');
  expect(await asks()).toBe(true);
  for (const path of ['/records', '/outline', '/participants', '/export/report.md', '/export/notes.csv', '/votes'])
    for (const token of [ben.token, board.access.leader.token]) {
      const { body } = await board.access.ask('GET', path, undefined, token);
      expect(JSON.stringify(body)).not.toMatch(/philanthropy|academia/i);
    }
});

it('[R212] where a step of the agenda splits its vote by sector, it is asked from the start', () => {
  const votes = (sectors: string[]) => newSession([step('vote', { vote: { ...usualVote, sectors } })]).sectors.atJoin;
  expect([votes([]), votes(['Town', 'Business'])]).toEqual([false, true]);
});
