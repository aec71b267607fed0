// F13 on one server: its clock jumps a day ahead and back under people who write.
import { expect, it } from 'vitest';
import { startTestServer } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { allAgree, gather, until } from './crowd.ts';

const dayMs = 24 * 60 * 60_000;

it('[R17] [R28] the clock jumps a day: nobody loses a right, an edit or a socket', async () => {
  const about = {
    id: 'F13',
    fault: "the server's clock jumps a day ahead and back",
    promise: 'rights, rooms and "saved" go on',
  };
  const tried = rounds(6, 60);
  const shown = await shows(about, async () => {
    let ahead = 0;
    const now = () => Date.now() + ahead;
    const pulse = { beatMs: 20, keepAliveMs: 20_000, socketSilentMs: 45_000 };
    const server = await startTestServer({ now, pulse, roomIdleMs: 20 });
    const crowd = await gather(server.origin, 3, 2);
    try {
      for (let round = 0; round < tried; round++) {
        for (const writer of crowd.writers) writer.write(50);
        const [before, sent] = [crowd.saved(), crowd.writers.reduce((sum, { acts }) => sum + acts.length, 0)];
        ahead = [dayMs, 0, -dayMs, 0][round % 4] ?? 0;
        await until(() => expect(crowd.saved()).toBeGreaterThan(Math.max(before, sent) + 10));
        for (const writer of crowd.writers) writer.rest();
        // A newcomer joins and reads, too.
        await allAgree(server.origin, crowd);
      }
      expect(crowd.writers.flatMap(({ closes }) => closes)).toEqual([]);
    } finally {
      crowd.stop();
      await server.stop();
    }
    return { rounds: tried, result: '0 lost, 0 rights lost, 0 sockets cut off' };
  });
  expect(shown.rounds).toBe(tried);
}, 300_000);
