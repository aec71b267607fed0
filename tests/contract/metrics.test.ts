// /metrics: nobody's without its own token; figures, and nothing of any board.
import { afterEach, expect, it } from 'vitest';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import * as Y from 'yjs';

const token = 'a-token-for-the-figures';
const on = syncBoard({ config: { metricsToken: token } });
let other: TestServer | null = null;
afterEach(async () => {
  await other?.stop();
  other = null;
});

const ask = (origin: string, authorization?: string): Promise<Response> =>
  fetch(`${origin}/metrics`, authorization === undefined ? {} : { headers: { authorization } });

it('does not exist where no token was set', async () => {
  other = await startTestServer();
  expect((await ask(other.origin, 'Bearer ')).status).toBe(404);
  expect((await ask(other.origin, `Bearer ${token}`)).status).toBe(404);
});

it.each([undefined, '', 'Bearer', 'Bearer a-token-for-the-figure', token, `Basic ${token}`])(
  'is refused to who says %j',
  async (said) => {
    const response = await ask(on.server.origin, said);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('commonboard_');
  },
);

it('a token of a board opens nothing here', async () => {
  const response = await ask(on.server.origin, `Bearer ${on.board.keys.facilitate}`);
  expect(response.status).toBe(401);
});

it('counts boards, sockets and hidden records, as Prometheus reads them', async () => {
  const ana = await on.ready();
  ana.doc.getMap('rec').set('shape:bad', new Y.Map([['', { typeName: 'shape', type: 'note', x: 'left' }]]));
  await until(() => expect(ana.settled).toBe(ana.sent));
  const response = await ask(on.server.origin, `Bearer ${token}`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  for (const line of ['boards_open 1', 'connections 1', 'records_hidden 1', 'storing 1'])
    expect(text).toContain(`\ncommonboard_${line}\n`);
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) commonboard_|commonboard_\w+)/);
  expect(text).not.toContain(on.board.id);
  // It comes back when somebody mends it.
  (ana.doc.getMap('rec').get('shape:bad') as Y.Map<unknown>).set('', null);
  ana.doc.getMap('rec').delete('shape:bad');
  await until(async () =>
    expect(await (await ask(on.server.origin, `Bearer ${token}`)).text()).toContain('records_hidden 0\n'),
  );
});
