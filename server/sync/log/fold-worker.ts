// The folding thread: one board at a time, and nothing else.
import { parentPort } from 'node:worker_threads';
import type { FoldReply, FoldRequest } from './fold-thread.ts';
import { foldStored } from './folding.ts';

const port = parentPort;
if (!port) throw new Error('The folding thread must be started by the server.');

port.on('message', ({ call, stored }: FoldRequest) => port.postMessage(answer(call, stored)));

function answer(call: number, stored: FoldRequest['stored']): FoldReply {
  try {
    return { call, folded: foldStored(stored) };
  } catch (error) {
    return { call, problem: error instanceof Error ? error.message : String(error) };
  }
}
