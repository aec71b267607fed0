// Runs a bench by its name: prints its table, writes test-results/bench-<name>.json, and exits with 1 when a goal does not hold.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository.ts';
import { measureBinding } from './binding/measure.ts';
import { fullSizes } from './binding/sizes.ts';
import { fullDomainSizes } from './domain/boards.ts';
import { measureDomain } from './domain/measure.ts';
import { allHold, formatTable, judge, type Row } from './table.ts';

interface Bench {
  /** What a reader must know to judge the figures. */
  notes: readonly string[];
  run: (progress: (row: Row) => void) => Promise<Row[]>;
}

const benches: Readonly<Record<string, Bench>> = {
  binding: {
    notes: [
      'Ours: the binding on bare stores. yjs example: the semantics of tldraw-yjs-example (whole records, YKeyValue, 60 Hz).',
      'tldraw sync: @tldraw/sync-core 5.4.2, 30 Hz. Ratios: ours to the yjs example, ours to tldraw sync.',
      'Bytes are Yjs updates (a socket adds 3 to 4 bytes of its own) and JSON messages, one way, counted in virtual time.',
      'B4 is a model of the text field with bare stores; real browsers type in the end-to-end tests.',
      'B6 and B7 are medians of 5 interleaved rounds.',
    ],
    run: (progress) => measureBinding(fullSizes, progress),
  },
  domain: {
    notes: [
      'Boards of 500 cards and 1,000 links, each figure the median of 31 rounds. A frame has 16 ms.',
      'Layered: a theory of change that leads upward, with indicators, assumptions and stakeholders.',
      'Tangled: outcomes linked at random, nearly all in one group of loops; 100 loops are listed.',
    ],
    run: (progress) => Promise.resolve(measureDomain(fullDomainSizes, progress)),
  },
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench) process.exitCode = await runBench(name, bench);
else {
  console.error(`There is no bench "${name}". There is: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
}

async function runBench(benchName: string, { notes, run }: Bench): Promise<number> {
  const rows = await run(({ id, measure }) => console.error(`measured ${id}: ${measure}`));
  const verdicts = rows.map(judge);
  const held = allHold(verdicts);
  console.log(
    `\n${formatTable(verdicts)}\n\n${notes.join('\n')}\n\n${held ? 'All goals hold.' : 'Not all goals hold.'}`,
  );
  const results = join(repositoryRoot, 'test-results');
  await mkdir(results, { recursive: true });
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
  await writeFile(
    join(results, `bench-${benchName}.json`),
    JSON.stringify({ bench: benchName, at: new Date().toISOString(), machine, held, verdicts }, null, 2),
  );
  return held ? 0 : 1;
}
