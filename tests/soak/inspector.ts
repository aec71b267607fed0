// Reads the heap of a Node process that was started with --inspect, from outside: the process itself knows nothing of it.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';

export interface Inspector {
  /** Bytes in use after forced collection. */
  heapBytes(): Promise<number>;
  /** ms of processor time since the process began. */
  cpuMs(): Promise<number>;
  stop(): void;
}

/** Makes Node listen for an inspector on a free port of this computer, and print its address. */
export const inspectOption = '--inspect=127.0.0.1:0';
const announced = /Debugger listening on (ws:\/\/\S+)/;

const answerSchema = z.object({
  id: z.number(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Result = Record<string, unknown>;

/** `printed` is what the process has said so far. */
export async function openInspector(printed: string): Promise<Inspector> {
  const address = announced.exec(printed)?.[1];
  if (address === undefined) throw new Error(`The process does not listen for an inspector. It said:\n${printed}`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    const answer = answerSchema.safeParse(JSON.parse(data.toString()));
    if (!answer.success) return;
    const asked = waiting.get(answer.data.id);
    waiting.delete(answer.data.id);
    if (answer.data.error) asked?.reject(new Error(answer.data.error.message));
    else asked?.resolve(answer.data.result ?? {});
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The inspected process has ended.'));
  });
  const ask = (method: string, params: object = {}): Promise<Result> => {
    const asked = Promise.withResolvers<Result>();
    waiting.set(++lastId, asked);
    socket.send(JSON.stringify({ id: lastId, method, params }));
    return asked.promise;
  };
  return {
    async heapBytes() {
      // A second time for what only then has no owner.
      await ask('HeapProfiler.collectGarbage');
      await ask('HeapProfiler.collectGarbage');
      return z.number().parse((await ask('Runtime.getHeapUsage'))['usedSize']);
    },
    async cpuMs() {
      const expression = '(({ user, system }) => (user + system) / 1000)(process.cpuUsage())';
      const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
      return z.object({ value: z.number() }).parse(result).value;
    },
    stop: () => socket.terminate(),
  };
}
