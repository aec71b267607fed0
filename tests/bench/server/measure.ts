// All workloads of the server bench, S1 to S15, as figures with their goals.
import type { Figure } from './figures.ts';
import { Servers } from './rounds.ts';
import type { Sizes } from './sizes.ts';
import { badFrames } from './workloads/bad-frames.ts';
import { besideACrowd, loneEdit } from './workloads/calm-board.ts';
import { coldOpen } from './workloads/cold-open.ts';
import { crowd } from './workloads/crowd.ts';
import { cursors } from './workloads/cursors.ts';
import { diskBytes, powerCut } from './workloads/disk.ts';
import { allWrite, oneWriter } from './workloads/drags.ts';
import { joins } from './workloads/joins.ts';
import { manyBoards } from './workloads/many-boards.ts';
import { pausedReader } from './workloads/paused-reader.ts';
import { reconnect } from './workloads/reconnect.ts';

type Workload = (sizes: Sizes, servers: Servers) => Promise<Figure[]>;

/** By the ids of the figures that each gives. */
const workloads: readonly { ids: readonly string[]; run: Workload }[] = [
  { ids: ['S1'], run: oneWriter },
  { ids: ['S2', 'S8'], run: allWrite },
  { ids: ['S3'], run: cursors },
  { ids: ['S4'], run: joins },
  { ids: ['S5'], run: pausedReader },
  { ids: ['S6'], run: manyBoards },
  { ids: ['S7'], run: loneEdit },
  { ids: ['S10'], run: powerCut },
  { ids: ['S11'], run: coldOpen },
  { ids: ['S12'], run: besideACrowd },
  { ids: ['S13'], run: reconnect },
  { ids: ['S14'], run: badFrames },
  { ids: ['S15'], run: crowd },
  // The longest, and the only one that a busy machine does not change: it counts bytes.
  { ids: ['S9'], run: diskBytes },
];

/** `only`: ids; none means all. */
export async function measureServer(
  sizes: Sizes,
  only: readonly string[],
  progress: (figure: Figure) => void,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { ids, run } of workloads) {
    if (only.length > 0 && !ids.some((id) => only.includes(id))) continue;
    const servers = new Servers();
    try {
      for (const figure of await run(sizes, servers)) {
        figures.push(figure);
        progress(figure);
      }
    } finally {
      await servers.stop();
    }
  }
  return figures;
}
