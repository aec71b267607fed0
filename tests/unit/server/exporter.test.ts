// The thread for exports: what cannot be made is said, and does not stand in the way of the next.
import * as Y from 'yjs';
import { afterEach, expect, it } from 'vitest';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { ExportJob } from '@commonboard/server/export/export-job.ts';
import { createExporter, ExportEnded, ExportsBusy, type Exporter } from '@commonboard/server/export/exporter.ts';

let exporter: Exporter | null = null;
afterEach(() => exporter?.stop());

function job(change: Partial<ExportJob> = {}): ExportJob {
  const doc = new Y.Doc();
  seedBoard(doc, blankBoardRecords());
  return {
    file: 'report.md',
    state: Y.encodeStateAsUpdate(doc),
    title: 'Clean water',
    template: null,
    chosen: {},
    choice: { locale: 'en' },
    now: Date.UTC(2027, 0, 5),
    people: 3,
    rounds: [],
    pictures: [],
    ...change,
  };
}

it('says what went wrong, and makes the next', async () => {
  exporter = createExporter();
  const [unreadable, unknown, good] = await Promise.allSettled([
    exporter.run(job({ state: new Uint8Array([1, 2, 3]) })),
    exporter.run(job({ file: '../../etc/passwd' })),
    exporter.run(job()),
  ]);
  expect(unreadable.status).toBe('rejected');
  expect(unknown).toMatchObject({ reason: { message: expect.stringContaining('no export called') } });
  expect(good).toMatchObject({ value: { body: expect.stringContaining('Clean water') } });
});

it('gives up what takes too long, each by itself', async () => {
  exporter = createExporter({ jobMs: 0 });
  const both = await Promise.allSettled([exporter.run(job()), exporter.run(job())]);
  for (const one of both) expect(one).toMatchObject({ reason: { message: 'The export took too long.' } });
});

it('[R208] what is ended is made no further, wherever it stands in the line, and the next is', async () => {
  exporter = createExporter();
  const [first, second, over] = [new AbortController(), new AbortController(), AbortSignal.abort()];
  const wish = { source: new Uint8Array([1, 2, 3]), named: [] };
  const ended = Promise.allSettled([
    exporter.harvest(wish, first.signal),
    exporter.harvest(wish, second.signal),
    exporter.harvest(wish, over),
  ]);
  const next = exporter.run(job());
  second.abort();
  first.abort();
  first.abort();
  for (const one of await ended) expect(one).toMatchObject({ reason: expect.any(ExportEnded) });
  await expect(next).resolves.toMatchObject({ body: expect.stringContaining('Clean water') });
});

it('bounds what waits, and begins again when it has rested', async () => {
  const restless = createExporter({ idleMs: 0 });
  exporter = restless;
  const many = Array.from({ length: limits.exportsWaitingMax + 2 }, () => restless.run(job()));
  const said = await Promise.allSettled(many);
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(limits.exportsWaitingMax + 1);
  expect(said.at(-1)).toMatchObject({ reason: expect.any(ExportsBusy) });
  await expect(restless.run(job())).resolves.toMatchObject({ type: expect.stringContaining('markdown') });
});

it('a server that stops leaves nobody waiting', async () => {
  exporter = createExporter();
  const waiting = Promise.allSettled([exporter.run(job()), exporter.run(job())]);
  await exporter.stop();
  for (const one of await waiting) expect(one).toMatchObject({ reason: { message: 'The server is stopping.' } });
});
