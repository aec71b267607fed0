// Folds in a thread of its own, one board after the other: the server's thread goes on with its boards meanwhile.
import { Worker } from 'node:worker_threads';
import type { StoredDocument } from '../../storage/board-store.ts';
import type { Folded, FoldStored } from './folding.ts';

export interface FoldRequest {
  call: number;
  stored: StoredDocument;
}
export type FoldReply = { call: number; folded: Folded } | { call: number; problem: string };

interface Waiting {
  resolve: (folded: Folded) => void;
  reject: (error: Error) => void;
}

export interface FoldThread {
  fold: FoldStored;
  stop: () => Promise<void>;
}

/** Started by the first board that is folded, and again after it broke. */
export function createFoldThread(): FoldThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let calls = 0;

  const ended = (one: Worker, why: string): void => {
    if (worker !== one) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  const running = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('./fold-worker.ts', import.meta.url));
    started.unref();
    started.on('message', (reply: FoldReply) => {
      const asked = waiting.get(reply.call);
      waiting.delete(reply.call);
      if ('folded' in reply) asked?.resolve(reply.folded);
      else asked?.reject(new Error(reply.problem));
    });
    started.on('error', (error) => ended(started, error.message));
    started.on('exit', () => ended(started, 'The folding thread has ended.'));
    worker = started;
    return started;
  };

  return {
    fold: (stored) =>
      new Promise((resolve, reject) => {
        const call = ++calls;
        waiting.set(call, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        running().postMessage({ call, stored } satisfies FoldRequest);
      }),
    async stop() {
      await worker?.terminate();
    },
  };
}
