// The thread for exports: a large board takes seconds to write, and nobody's cursor may wait for that.
import { parentPort } from 'node:worker_threads';
import { type ExportedFile, type ExportJob, runExport } from './export-job.ts';
import { type Harvested, type HarvestJob, runHarvest } from './harvest-job.ts';

export type ExportWork = { kind: 'file'; job: ExportJob } | { kind: 'harvest'; job: HarvestJob };
export type ExportReply = { ok: true; made: ExportedFile | Harvested } | { ok: false; message: string };

const port = parentPort;
if (!port) throw new Error('The thread for exports must be started by the server.');

port.on('message', (work: ExportWork) => void answer(work).then((reply) => port.postMessage(reply)));

async function answer(work: ExportWork): Promise<ExportReply> {
  try {
    return { ok: true, made: work.kind === 'file' ? await runExport(work.job) : await runHarvest(work.job) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
