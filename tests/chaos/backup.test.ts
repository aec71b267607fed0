// F15: a backup is taken while people write, and put into another folder: every board is there, and the old links open it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ChaosWriter, readBoard } from '../support/chaos-writer.ts';
import { commonboard } from '../support/commonboard-command.ts';
import { startServer } from '../support/server-process.ts';
import { call, joinAs, makeBoard } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { type Crowd, gather, until } from './crowd.ts';
import { type Act, violations } from './invariants.ts';

it('[R91] a backup under load holds all that was saved when it was begun; restored elsewhere, old links open it', async () => {
  const about = {
    id: 'F15',
    fault: 'backup while 10 people write, restored into another folder',
    promise: 'all that was saved at its beginning is in it; boards at rest are equal; old links work',
  };
  await shows(about, async () => {
    const tried = rounds(2, 20);
    const [server, other] = await Promise.all([startServer(), startServer()]);
    const folder = await mkdtemp(join(tmpdir(), 'commonboard-backups-'));
    const atRest = await makeBoard(server.origin, { template: 'stakeholder-grid', examples: true });
    let crowd: Crowd | null = null;
    let kept = 0;
    try {
      crowd = await gather(server.origin, 10, 15);
      const here = crowd;
      for (let round = 0; round < tried; round++) {
        const before = here.saved();
        for (const writer of here.writers) writer.write(20);
        await until(() => expect(here.saved() - before).toBeGreaterThan(60));
        const saved = new Set(here.writers.flatMap(({ acts }) => acts.filter((act) => act.saved)));
        const backup = join(folder, `${round}`);
        expect(await commonboard(server.dataDir, 'backup', backup)).toMatchObject({ code: 0, error: '' });
        for (const writer of here.writers) writer.rest();
        expect(await commonboard(server.dataDir, 'verify', backup)).toMatchObject({ code: 0, error: '' });

        await other.kill9();
        expect(await commonboard(other.dataDir, 'restore', backup, '--replace')).toMatchObject({ code: 0, error: '' });
        await other.restart();
        const acts: Act[] = here.writers.flatMap((writer) =>
          writer.acts.map((act) => ({ ...act, saved: saved.has(act) })),
        );
        expect(violations(acts, await read(other.origin, here))).toEqual([]);
        expect(await recordsOf(other.origin, atRest)).toEqual(await recordsOf(server.origin, atRest));
        kept += saved.size;
      }
      return { rounds: tried, result: `${kept} saved edits looked for, 0 lost` };
    } finally {
      crowd?.stop();
      await Promise.all([server.stop(), other.stop(), rm(folder, { recursive: true, force: true })]);
    }
  });
}, 600_000);

async function read(origin: string, { board }: Crowd) {
  const { token } = await joinAs(origin, board);
  const reader = new ChaosWriter({ board: board.id, token, name: 'reader', seed: 0 });
  reader.connect(origin);
  await until(() => expect(reader.synced).toBe(true));
  const found = readBoard(reader.doc);
  reader.stop();
  return found;
}

async function recordsOf(origin: string, board: Awaited<ReturnType<typeof makeBoard>>): Promise<unknown> {
  const { token } = await joinAs(origin, board);
  const { status, body } = await call(origin, 'GET', `/api/boards/${board.id}/records`, { token });
  expect(status).toBe(200);
  return body;
}
