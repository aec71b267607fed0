// F1: the server's process is killed at a random moment while twenty people write, again and again.
import { expect, it } from 'vitest';
import { startServer } from '../support/server-process.ts';
import { between, randomFrom } from '../support/seeded-random.ts';
import { rounds, shows } from './chaos-row.ts';
import { allAgree, type Crowd, freshLoad, gather, until } from './crowd.ts';

const people = 20;
const editsPerSecond = 20;
const roundsPerBoard = 5;

it('[R17] kill -9 while twenty people write: nothing that was called saved is lost, nothing is there twice, all agree', async () => {
  const about = {
    id: 'F1',
    fault: 'kill -9 of the server while 20 people write',
    promise: 'saved edits survive; the rest is sent again; all converge',
  };
  const tried = rounds(25, 200);
  const shown = await shows(about, async () => {
    const random = randomFrom(11);
    const server = await startServer();
    let crowd: Crowd | null = null;
    let acts = 0;
    let unsaved = 0;
    const readyMs: number[] = [];
    try {
      for (let round = 0; round < tried; round++) {
        if (round % roundsPerBoard === 0) {
          crowd?.stop();
          crowd = await gather(server.origin, people, round);
        }
        if (!crowd) throw new Error('Nobody writes.');
        const here = crowd;
        const before = here.saved();
        for (const writer of here.writers) writer.write(editsPerSecond);
        const enough = between(random, 20, 300);
        await until(() => expect(here.saved() - before).toBeGreaterThan(enough));
        await server.kill9();
        for (const writer of here.writers) writer.rest();
        unsaved += here.writers.reduce((sum, writer) => sum + writer.acts.length - writer.saved, 0);
        const killedAt = performance.now();
        await server.restart();
        readyMs.push(performance.now() - killedAt);
        // Before anybody can bring anything again.
        await freshLoad(server.origin, here);
        for (const one of [...here.writers, here.reader]) one.connect(server.origin);
        await allAgree(server.origin, here);
        if ((round + 1) % roundsPerBoard === 0) acts += here.writers.reduce((sum, one) => sum + one.acts.length, 0);
      }
    } finally {
      crowd?.stop();
      await server.stop();
    }
    expect(unsaved).toBeGreaterThan(0);
    // That the last commit was cut off, it may say: nobody was told that it is there.
    expect(server.output()).not.toMatch(/board damaged|snapshots damaged|not handled|not loaded/);
    const median = Math.round(readyMs.sort((a, b) => a - b)[Math.floor(tried / 2)] ?? 0);
    return {
      rounds: tried,
      result: `${acts} edits, ${unsaved} unsaved at a kill and sent again; 0 lost, 0 double; ready after ${median} ms (median)`,
    };
  });
  expect(shown.rounds).toBe(tried);
}, 3_600_000);
