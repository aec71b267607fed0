// How soon a server with a thousand boards is ready after a power cut. The figure is for the table; that it starts is the test.
import { expect, it } from 'vitest';
import { startServer } from '../support/server-process.ts';
import { call } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { gather, freshLoad } from './crowd.ts';

it('a server with many boards is ready soon after kill -9', async () => {
  const about = { id: 'F1', fault: 'kill -9 of a server with many boards', promise: 'ready within 3 s' };
  const boards = rounds(100, 1_000);
  const shown = await shows(about, async () => {
    const server = await startServer({ TRUST_PROXY: '1' });
    const readyMs: number[] = [];
    try {
      const crowd = await gather(server.origin, 2, 1);
      for (let i = 0; i < boards; i++) await makeFrom(server.origin, i);
      for (let round = 0; round < 5; round++) {
        await server.kill9();
        const from = performance.now();
        await server.restart();
        expect((await call(server.origin, 'GET', '/readyz')).status).toBe(200);
        readyMs.push(Math.round(performance.now() - from));
        await freshLoad(server.origin, crowd);
      }
      crowd.stop();
    } finally {
      await server.stop();
    }
    return { rounds: 5, result: `${boards} boards: ready after ${readyMs.sort((a, b) => a - b)[2]} ms (median)` };
  });
  expect(shown.rounds).toBe(5);
}, 1_200_000);

/** One address may not make so many: they come from many. */
async function makeFrom(origin: string, number: number): Promise<void> {
  const headers = { 'x-forwarded-for': `10.0.${number >> 8}.${number & 255}` };
  const json = { template: 'toc-backward-map' };
  expect((await call(origin, 'POST', '/api/boards', { json, headers })).status).toBe(201);
}
