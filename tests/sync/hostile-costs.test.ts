// What attacks cost a real server, in CPU seconds and memory of its process, against honest work: a paste of a thousand notes and more.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { attacks } from '../support/attacks.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { SyncClient, write } from '../support/sync-client.ts';
import { joinAs, makeBoard } from '../support/test-server.ts';

const metricsToken = 'figures-for-this-test';
/** Honest work pays for as much; machines and their collectors of garbage differ. */
const cpuTimesMax = 2;
const bytesMax = 64 * 1024 * 1024;

let server: ServerProcess;
let board: Awaited<ReturnType<typeof makeBoard>>;
let honest: number;
const clients: SyncClient[] = [];

async function figures(): Promise<{ cpuSeconds: number; bytes: number }> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const text = await (await fetch(`${server.origin}/metrics`, { headers })).text();
  const read = (name: RegExp): number => Number(name.exec(text)?.[1]);
  return {
    cpuSeconds: read(/^commonboard_cpu_seconds_total (\S+)$/m),
    bytes: read(/^commonboard_memory_bytes (\S+)$/m),
  };
}
async function costOf(work: () => Promise<void>): Promise<{ cpuSeconds: number; bytes: number }> {
  const before = await figures();
  await work();
  const after = await figures();
  return { cpuSeconds: after.cpuSeconds - before.cpuSeconds, bytes: after.bytes - before.bytes };
}
async function enter(name: string): Promise<SyncClient> {
  const { token } = await joinAs(server.origin, board, 'edit', { name });
  const client = new SyncClient(server.origin, board.id, token);
  clients.push(client);
  return client.ready();
}
async function settled(client: SyncClient): Promise<void> {
  await vi.waitFor(() => expect(client.settled).toBe(client.sent), { timeout: 60_000, interval: 20 });
}
async function paste(client: SyncClient): Promise<void> {
  for (let chunk = 0; chunk < 3; chunk++) {
    client.doc.transact(() => {
      for (let i = 0; i < limits.recordsPerUpdateMax; i++) {
        const props: [string, unknown][] = [
          ['', { type: 'note', text: 'words '.repeat(20) }],
          ['$', ['page:page', i, chunk, 0]],
          ['t', new Y.XmlText('some words')],
        ];
        client.doc.getMap('rec').set(`shape:${client.doc.clientID}-${chunk}-${i}`, new Y.Map(props));
      }
    });
  }
  await settled(client);
}

beforeAll(async () => {
  server = await startServer({ METRICS_TOKEN: metricsToken });
  board = await makeBoard(server.origin);
  // The first time is dearer: it is not what is compared.
  await paste(await enter('First'));
  const ana = await enter('Ana');
  ({ cpuSeconds: honest } = await costOf(() => paste(ana)));
}, 180_000);
afterAll(async () => {
  for (const client of clients) client.stop();
  await server.stop();
});

describe.each(['update', 'step 2'] as const)('sent as %s', (kind) => {
  it.each(Object.entries(attacks))('[R40] [R48] %s', { timeout: 120_000 }, async (_, make) => {
    const [victim, bad] = [await enter('Vera'), await enter('Mal')];
    victim.sendPeople({ id: victim.doc.clientID, clock: 1, state: {} });
    write(victim.doc, `of-${victim.doc.clientID}`, 1);
    await settled(victim);
    const { clientID: client } = victim.doc;
    const updates = make({ client, clock: Y.getState(victim.doc.store, client) });
    const { cpuSeconds, bytes } = await costOf(async () => {
      for (const update of updates) {
        if (kind === 'update') bad.sendUpdate(update);
        else bad.sendStep2(update);
      }
      await settled(bad);
    });
    expect(honest).toBeGreaterThan(0);
    expect(cpuSeconds / honest).toBeLessThan(cpuTimesMax);
    expect(bytes).toBeLessThan(bytesMax);
    for (const one of [victim, bad]) one.stop();
  });
});
