// Hands exports to their thread, one at a time. The thread starts with the first and ends when there was none for a while.
import { Worker } from 'node:worker_threads';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import type { ExportReply, ExportWork } from './export-worker.ts';
import type { Harvested, HarvestJob } from './harvest-job.ts';

export interface Exporter {
  /** Rejects with `ExportsBusy` when too many wait, and with what went wrong. */
  run(job: ExportJob): Promise<ExportedFile>;
  /** The same for all that is published of a board. Rejects with `ExportEnded` once the signal has said so, and makes no more of it. */
  harvest(job: HarvestJob, signal?: AbortSignal): Promise<Harvested>;
  stop(): Promise<void>;
}

export class ExportsBusy extends Error {
  constructor() {
    super('Too many exports wait.');
    this.name = 'ExportsBusy';
  }
}

export class ExportEnded extends Error {
  constructor() {
    super('Who asked for it has ended it.');
    this.name = 'ExportEnded';
  }
}

interface Waiting {
  work: ExportWork;
  /** With what that work makes. */
  resolve: (made: ExportedFile | Harvested) => void;
  reject: (error: Error) => void;
}

export interface ExporterSettings {
  /** An export that takes longer is given up. */
  jobMs?: number;
  idleMs?: number;
}

export function createExporter({ jobMs = limits.exportMsMax, idleMs = 60_000 }: ExporterSettings = {}): Exporter {
  const queue: Waiting[] = [];
  let current: Waiting | null = null;
  let worker: Worker | null = null;
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;

  function next(): void {
    clearTimeout(timer);
    current = queue.shift() ?? null;
    if (!current) {
      timer = setTimeout(() => void end(), idleMs).unref();
      return;
    }
    timer = setTimeout(() => void giveUp(new Error('The export took too long.')), jobMs);
    worker ??= start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(current.work);
  }

  function start(): Worker {
    const started = new Worker(new URL('./export-worker.ts', import.meta.url));
    started.on('message', (reply: ExportReply) => {
      if (started !== worker) return;
      if (reply.ok) current?.resolve(reply.made);
      else current?.reject(new Error(reply.message));
      next();
    });
    started.on('error', (error) => {
      if (started === worker) void giveUp(error instanceof Error ? error : new Error(String(error)));
    });
    return started;
  }

  async function giveUp(error: Error): Promise<void> {
    // The next one begins when the thread of this one is gone.
    if (isEnding) return;
    isEnding = true;
    const given = current;
    await end();
    isEnding = false;
    given?.reject(error);
    next();
  }

  function add(work: ExportWork, signal?: AbortSignal): Promise<ExportedFile | Harvested> {
    if (signal?.aborted) return Promise.reject(new ExportEnded());
    if (queue.length >= limits.exportsWaitingMax) return Promise.reject(new ExportsBusy());
    return new Promise((resolve, reject) => {
      const waiting = { work, resolve, reject };
      queue.push(waiting);
      signal?.addEventListener('abort', () => drop(waiting), { once: true });
      if (!current) next();
    });
  }

  function drop(waiting: Waiting): void {
    if (waiting === current) return void giveUp(new ExportEnded());
    const at = queue.indexOf(waiting);
    if (at === -1) return;
    queue.splice(at, 1);
    waiting.reject(new ExportEnded());
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  return {
    run: (job) => add({ kind: 'file', job }) as Promise<ExportedFile>,
    harvest: (job, signal) => add({ kind: 'harvest', job }, signal) as Promise<Harvested>,
    async stop() {
      clearTimeout(timer);
      for (const { reject } of queue.splice(0)) reject(new Error('The server is stopping.'));
      const given = current;
      current = null;
      await end();
      given?.reject(new Error('The server is stopping.'));
    },
  };
}
