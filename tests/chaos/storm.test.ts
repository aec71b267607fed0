// F8: three hundred people on thirty boards lose their server at once and come back.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startServer } from '../support/server-process.ts';
import { rounds, shows } from './chaos-row.ts';
import { allAgree, type Crowd, gather, until } from './crowd.ts';

const boards = 30;
const peoplePerBoard = 10;

it('[R29] three hundred come back at once after a restart: all are in, nothing is lost, memory stays bounded', async () => {
  const about = { id: 'F8', fault: '300 people come back at once', promise: 'all back; orderly; bounded memory' };
  const tried = rounds(1, 10);
  const shown = await shows(about, async () => {
    const server = await startServer();
    const crowds: Crowd[] = [];
    const backMs: number[] = [];
    let grown = 0;
    try {
      for (let number = 0; number < boards; number++) crowds.push(await gather(server.origin, peoplePerBoard, number));
      const all = crowds.flatMap(({ writers }) => writers);
      for (let round = 0; round < tried; round++) {
        for (const writer of all) writer.act();
        await until(() => expect(all.filter(({ allSaved }) => !allSaved)).toHaveLength(0));
        await server.kill9();
        for (const writer of all) writer.act();
        await server.restart();
        const before = residentMb(server.pid());
        const from = performance.now();
        for (const { writers, reader } of crowds) {
          for (const one of [...writers, reader]) {
            one.connect(server.origin);
            // Whoever is refused for a moment tries again, as a page does.
            void until(() => {
              if (!one.open && one.closes.at(-1) === 1013) one.connect(server.origin);
              expect(one.synced && one.allSaved).toBe(true);
            }).then(() => backMs.push(performance.now() - from));
          }
        }
        await until(() => expect(backMs).toHaveLength((round + 1) * boards * (peoplePerBoard + 1)));
        grown = Math.max(grown, residentMb(server.pid()) - before);
        for (const crowd of crowds) await allAgree(server.origin, crowd);
      }
    } finally {
      for (const crowd of crowds) crowd.stop();
      await server.stop();
    }
    const sorted = backMs.sort((a, b) => a - b);
    const p95 = Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
    const last = Math.round(sorted.at(-1) ?? 0);
    return {
      rounds: tried,
      result: `all back and saved after ${last} ms, p95 ${p95} ms; ${grown} MB more memory; 0 lost`,
    };
  });
  expect(shown.rounds).toBe(tried);
}, 900_000);

/** Of a process, as Linux tells it; 0 elsewhere. */
function residentMb(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
