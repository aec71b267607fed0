// Starts the process that measures edits, and asks it for what it has found.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const placeSchema = z.object({
  origin: z.url(),
  boardId: z.string(),
  writerToken: z.string(),
  readerToken: z.string(),
});

export const orderSchema = z.discriminatedUnion('do', [
  placeSchema.extend({ do: z.literal('enter') }),
  z.object({ do: z.literal('measure') }),
  z.object({ do: z.literal('rest') }),
]);
type Order = z.infer<typeof orderSchema>;

const timesSchema = z.object({ editMs: z.array(z.number()) });
export type EditTimes = z.infer<typeof timesSchema>;

export interface EditWatch {
  measure(): void;
  /** Ends the edits until `measure` is called again; ms of those that arrived. */
  rest(): Promise<readonly number[]>;
  stop(): void;
}

/** Resolves when both are on the board. The tokens go over the channel between the processes, where nobody lists them. */
export async function watchEdits(place: z.infer<typeof placeSchema>): Promise<EditWatch> {
  const child = fork(fileURLToPath(new URL('edit-clock.ts', import.meta.url)));
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that measures edits has ended with ${String(code)}.`);
  });
  failed.catch(() => undefined);
  const tell = (order: Order): void => void child.send(order);
  const ask = async (order: Order): Promise<readonly number[]> => {
    const answered = once(child, 'message');
    tell(order);
    const [answer] = await Promise.race([answered, failed]);
    return timesSchema.parse(answer).editMs;
  };
  await ask({ do: 'enter', ...place });
  return {
    measure: () => tell({ do: 'measure' }),
    rest: () => ask({ do: 'rest' }),
    stop: () => child.disconnect(),
  };
}
