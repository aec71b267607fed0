// The thread for exports: a large board takes seconds to write, and nobody's cursor may wait for that.
import { parentPort } from 'node:worker_threads';
import { type ExportedFile, type ExportJob, runExport } from './export-job.ts';

export type ExportReply = { ok: true; file: ExportedFile } | { ok: false; message: string };

const port = parentPort;
if (!port) throw new Error('The thread for exports must be started by the server.');

port.on('message', (job: ExportJob) => void answer(job).then((reply) => port.postMessage(reply)));

async function answer(job: ExportJob): Promise<ExportReply> {
  try {
    return { ok: true, file: await runExport(job) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
