// When a server stops, everybody on its boards leaves at once: a version of each that has changed is kept, as far as time allows.
// Of the others one is kept when the next person leaves. Rule R93.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { atMost } from '../ops/at-most.ts';
import type { Versions } from './versions.ts';

/** Never rejects, and takes no longer than `msMax`. */
export async function keepAtTheEnd(versions: Versions, boards: readonly BoardId[], msMax: number): Promise<void> {
  let isLate = false;
  const keepAll = async (): Promise<void> => {
    for (const board of boards) if (!isLate) await versions.left(board);
  };
  isLate = !(await atMost(keepAll(), msMax));
}
