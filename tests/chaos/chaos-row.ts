// The table of the chaos suite: each fault, what is promised, how often it was tried and what came of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository.ts';

export interface ChaosRow {
  /** As in the list of faults: F1 to F19. */
  id: string;
  fault: string;
  promise: string;
  rounds: number;
  result: string;
  held: boolean;
}

export const rowsFolder = join(repositoryRoot, 'test-results', 'chaos');

/** `pnpm chaos` tries more often. */
const isLong = process.env['CHAOS'] === 'long';

/** How often to try: in `npm test`, and by `pnpm chaos`. */
export function rounds(short: number, long: number): number {
  return isLong ? long : short;
}

export interface Shown {
  rounds: number;
  /** Figures, in words. */
  result: string;
}

/** Runs one fault and writes its row, whether it holds or not. */
export async function shows(
  about: Pick<ChaosRow, 'id' | 'fault' | 'promise'>,
  run: () => Promise<Shown>,
): Promise<Shown> {
  try {
    const shown = await run();
    writeRow({ ...about, ...shown, held: true });
    return shown;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    writeRow({ ...about, rounds: 0, result: words.split('\n')[0] ?? '', held: false });
    throw error;
  }
}

function writeRow(row: ChaosRow): void {
  mkdirSync(rowsFolder, { recursive: true });
  const name = `${row.id} ${row.fault}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeFileSync(join(rowsFolder, `${name}.json`), JSON.stringify(row, null, 2));
}

/** Markdown. */
export function chaosTable(rows: readonly ChaosRow[]): string {
  const number = (id: string): number => Number(id.replace(/\D/g, ''));
  const sorted = [...rows].sort((a, b) => number(a.id) - number(b.id) || a.fault.localeCompare(b.fault));
  const cells = sorted.map(({ id, fault, promise, rounds: tried, result, held }) =>
    [id, fault, promise, String(tried), result.replaceAll('|', '/'), held ? 'yes' : 'NO'].join(' | '),
  );
  return [
    '| # | fault | promise | rounds | result | holds |',
    '|---|---|---|---|---|---|',
    ...cells.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Faults that other tests show. F9 to F12 are of several servers, which there are not. */
export const shownElsewhere: readonly string[] = [
  'F15 backup and restore: with the backup command.',
  'F16 a newer data folder is refused: contract/board-store.test.ts.',
  'F17 an older page is sent away with 4426: sync/admission.test.ts, and keeps its work: e2e/offline.spec.ts.',
  'F18 a page that holds another board is found and healed: sync/check.test.ts, e2e/divergence.spec.ts.',
  'F19 two hours of a hundred people and a browser: SOAK_PEOPLE=100 SOAK_MINUTES=120 pnpm soak.',
];
