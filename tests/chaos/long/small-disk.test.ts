// F3 on a disk of its own of 8 MB that somebody else fills. Wants the right to mount.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startServer } from '../../support/server-process.ts';
import { call } from '../../support/test-server.ts';
import { shows } from '../chaos-row.ts';
import { allAgree, freshLoad, gather, until } from '../crowd.ts';

it('[R19] a disk that others fill: no false "saved"; goes on when there is room', async () => {
  const about = {
    id: 'F3',
    fault: 'a disk of 8 MB that others fill',
    promise: 'no false "saved"; reads work; goes on by itself',
  };
  const tried = 10;
  const shown = await shows(about, async () => {
    const disk = mkdtempSync(join(tmpdir(), 'commonboard-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
    vi.stubEnv('TMPDIR', disk);
    let unsaved = 0;
    const resumedMs: number[] = [];
    try {
      const server = await startServer();
      const crowd = await gather(server.origin, 5, 1);
      for (let round = 0; round < tried; round++) {
        const ballast = join(disk, 'ballast');
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(ballast, Buffer.alloc(bavail * bsize));
        for (const writer of crowd.writers) writer.write(50);
        await until(async () => expect((await call(server.origin, 'GET', '/readyz')).status).toBe(503));
        await until(() => expect(crowd.writers.every(({ acts, saved }) => acts.length - saved > 20)).toBe(true));
        for (const writer of crowd.writers) writer.rest();
        unsaved += crowd.writers.reduce((sum, { acts, saved }) => sum + acts.length - saved, 0);
        if (round % 2 === 0) await server.kill9();
        rmSync(ballast);
        const from = performance.now();
        if (round % 2 === 0) {
          await server.restart();
          await freshLoad(server.origin, crowd);
          for (const one of [...crowd.writers, crowd.reader]) one.connect(server.origin);
        }
        await until(() => expect(crowd.writers.every(({ allSaved }) => allSaved)).toBe(true));
        resumedMs.push(Math.round(performance.now() - from));
        await allAgree(server.origin, crowd);
      }
      crowd.stop();
      await server.stop();
    } finally {
      vi.unstubAllEnvs();
      execFileSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
    return {
      rounds: tried,
      result: `${unsaved} edits waited; all saved ${Math.max(...resumedMs)} ms after there was room (slowest)`,
    };
  });
  expect(shown.rounds).toBe(tried);
}, 600_000);
