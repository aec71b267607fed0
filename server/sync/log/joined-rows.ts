// Small updates that one person sent right after each other, as one row of the log: in the database a row costs more than what is
// in it. Rule R87.
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { LogRow } from '../../storage/board-store.ts';

/** The same in as few rows, in the same order. What is kept with a row stays with what it came with. */
export function joinedRows(rows: readonly LogRow[]): LogRow[] {
  const runs: LogRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0] && mayJoin(run[0], row)) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first || run.length === 1) return run;
    return [{ ...first, update: Y.mergeUpdates(run.map(({ update }) => update)) }];
  });
}

function mayJoin(first: LogRow, next: LogRow): boolean {
  return first.participant === next.participant && isPlain(first) && isPlain(next);
}

function isPlain({ participant, update, credits, deleted, erases }: LogRow): boolean {
  const isSmall = update.length <= limits.gatheredUpdateBytesMax;
  return participant !== null && isSmall && !credits && !deleted && !erases;
}
