// F2 and F4 on the system calls of a real server: each "saved" comes after an fsync that succeeded, also while some fail.
import { expect, it } from 'vitest';
import { startServer } from '../../support/server-process.ts';
import { between, pick, randomFrom } from '../../support/seeded-random.ts';
import { shows } from '../chaos-row.ts';
import { allAgree, freshLoad, gather, until } from '../crowd.ts';
import { strace } from './strace.ts';

it('[R17] message 64 is sent after the fsync of what it calls saved', async () => {
  const about = {
    id: 'F2',
    fault: 'power loss, by the order of the system calls',
    promise: 'fsync before each "saved"',
  };
  const edits = 120;
  const shown = await shows(about, async () => {
    const server = await startServer();
    try {
      const crowd = await gather(server.origin, 1, 1);
      const [writer] = crowd.writers;
      if (!writer) throw new Error('Nobody writes.');
      const trace = await strace(
        server.pid(),
        '-e',
        'trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg',
        '-xx',
        '-s',
        '8',
      );
      // One after the other, so that each "saved" can be told from the next.
      for (let i = 0; i < edits; i++) {
        writer.act();
        await until(() => expect(writer.allSaved).toBe(true));
      }
      // The last one is written down a moment after it was heard.
      await until(() => expect(acksIn(trace.lines()).length).toBeGreaterThanOrEqual(edits));
      const acks = acksIn(trace.lines());
      await trace.stop();
      crowd.stop();
      expect(acks.filter((ack) => ack.unsynced > 0 || ack.synced === 0)).toEqual([]);
      return { rounds: acks.length, result: `${acks.length} "saved", each after its fsync` };
    } finally {
      await server.stop();
    }
  });
  expect(shown.rounds).toBeGreaterThanOrEqual(edits);
}, 300_000);

/** A WebSocket frame of two bytes and message 64, as strace prints them: in one piece or two. */
const settledFrame = /\\x82\\x02("[^"]*")?\\x40/;

/** For each: what was written and not synced at that moment, and how many syncs there were since the one before. */
function acksIn(lines: readonly string[]): { unsynced: number; synced: number }[] {
  const acks: { unsynced: number; synced: number }[] = [];
  let unsynced = 0;
  let synced = 0;
  for (const line of lines) {
    if (line.includes('pwrite64')) unsynced++;
    else if (/f(data)?sync.* = 0/.test(line)) {
      synced++;
      unsynced = 0;
    } else if (settledFrame.test(line)) {
      acks.push({ unsynced, synced });
      synced = 0;
    }
  }
  return acks;
}

it('[R19] fsync or pwrite64 fails with EIO or ENOSPC at a random call: no false "saved", goes on, nothing lost', async () => {
  const about = {
    id: 'F4',
    fault: 'fsync and pwrite64 fail at the n-th call',
    promise: 'no false "saved"; 0 lost; goes on',
  };
  const tried = 20;
  const shown = await shows(about, async () => {
    const random = randomFrom(4);
    const server = await startServer();
    let failures = 0;
    try {
      const crowd = await gather(server.origin, 5, 1);
      for (let round = 0; round < tried; round++) {
        const call = pick(random, ['fsync,fdatasync', 'pwrite64'] as const);
        const error = pick(random, ['EIO', 'ENOSPC'] as const);
        const at = between(random, 1, 200);
        const inject = `inject=${call}:error=${error}:when=${at}..${at + between(random, 0, 3)}`;
        const trace = await strace(server.pid(), '-e', `trace=${call}`, '-e', inject);
        for (const writer of crowd.writers) writer.write(50);
        await until(() => expect(trace.lines().filter((line) => line.includes('INJECTED')).length).toBeGreaterThan(0));
        await server.kill9();
        for (const writer of crowd.writers) writer.rest();
        failures += trace.lines().filter((line) => line.includes('INJECTED')).length;
        await trace.stop();
        await server.restart();
        await freshLoad(server.origin, crowd);
        for (const one of [...crowd.writers, crowd.reader]) one.connect(server.origin);
        await allAgree(server.origin, crowd);
      }
      crowd.stop();
    } finally {
      await server.stop();
    }
    return { rounds: tried, result: `${failures} calls failed, then kill -9; 0 saved edits lost` };
  });
  expect(shown.rounds).toBe(tried);
}, 1_200_000);
