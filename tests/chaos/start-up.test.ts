// How soon a server with a thousand boards is ready after a power cut. The figure is for the table; that it starts is the test.
import { expect, it } from 'vitest';
import { startServer } from '../support/server-process.ts';
import { call, makeBoard } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { gather, freshLoad } from './crowd.ts';

it('a server with many boards is ready soon after kill -9', async () => {
  const about = { id: 'F1', fault: 'kill -9 of a server with many boards', promise: 'ready within 3 s' };
  const boards = rounds(100, 1_000);
  const shown = await shows(about, async () => {
    const server = await startServer();
    const readyMs: number[] = [];
    try {
      const crowd = await gather(server.origin, 2, 1);
      // As many as one address may make, then one a second: so they come from many.
      for (let i = 0; i < boards; i++) await makeBoard(server.origin, { template: 'toc-backward-map' });
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
