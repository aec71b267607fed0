// Runs a bench by its name: prints its table, writes test-results/bench-<name>.json, and exits with 1 when a goal does not hold.
// The server bench takes the ids of its workloads after its name, --rounds=3 and --quick; the
// reveal bench how many people.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository.ts';
import { measureAttacks } from './attacks/measure.ts';
import { measureBinding } from './binding/measure.ts';
import { fullSizes } from './binding/sizes.ts';
import { fullDomainSizes } from './domain/boards.ts';
import { measureDomain } from './domain/measure.ts';
import { type Figure, formatFigures, judgeFigure } from './server/figures.ts';
import { measureServer } from './server/measure.ts';
import { fullSizes as fullServerSizes, quickSizes as quickServerSizes } from './server/sizes.ts';
import { measureReveals } from './session/reveal.ts';
import { allHold, formatTable, judge, type Row } from './table.ts';

interface Bench {
  /** What a reader must know to judge the figures. */
  notes: readonly string[];
  run: (progress: Progress) => Promise<Outcome>;
}

interface Outcome {
  table: string;
  /** As they go into the file. */
  verdicts: readonly { holds: boolean | null }[];
}

type Progress = (measured: { id: string; measure: string }) => void;

const benches: Readonly<Record<string, Bench>> = {
  binding: {
    notes: [
      'Ours: the binding on bare stores. yjs example: the semantics of tldraw-yjs-example (whole records, YKeyValue, 60 Hz).',
      'tldraw sync: @tldraw/sync-core 5.4.2, 30 Hz. Ratios: ours to the yjs example, ours to tldraw sync.',
      'Bytes are Yjs updates (a socket adds 3 to 4 bytes of its own) and JSON messages, one way, counted in virtual time.',
      'B4 is a model of the text field with bare stores; real browsers type in the end-to-end tests.',
      'B6 and B7 are medians of 5 interleaved rounds.',
    ],
    run: async (progress) => inRows(await measureBinding(fullSizes, progress)),
  },
  attacks: {
    notes: [
      'With the gate: as a whole (ours). Without it, as a server does that applies what comes: the column of the yjs example.',
      'CPU ms and MB of memory that one attack takes on a board of 1,000 records; MB without collecting garbage.',
      'H0 is what an honest change pays: one step in the drag of one shape.',
    ],
    run: (progress) => Promise.resolve(inRows(measureAttacks(progress))),
  },
  domain: {
    notes: [
      'Boards of 500 cards and 1,000 links, each figure the median of 31 rounds. A frame has 16 ms.',
      'Layered: a theory of change that leads upward, with indicators, assumptions and stakeholders.',
      'Tangled: outcomes linked at random, nearly all in one group of loops; 100 loops are listed.',
    ],
    run: (progress) => Promise.resolve(inRows(measureDomain(fullDomainSizes, progress))),
  },
  server: {
    notes: [
      'Ours stores all on the disk before it says so; the others store only where the line says so. Each is a process of its own.',
      'y-ws server: @y/websocket-server 0.1.5 with one yjs; y-ws 2: the server of y-websocket 2.1.0; hocuspocus 4.7.0; tldraw sync: sync-core 5.4.2.',
      'They were installed by npm into node_modules/.cache/bench-peers. hocuspocus stores by node:sqlite as its SQLite extension does.',
      `Medians of ${fullServerSizes.rounds} interleaved rounds, unless told otherwise; of 3 for S5, S6, S10, S14 and S15, one for S9. The generator shares the machine: judge ratios, not milliseconds.`,
    ],
    run: async (progress) => {
      const wanted = process.argv.slice(3);
      const rounds = wanted.map((word) => /^--rounds=(\d+)$/.exec(word)?.[1]).find((found) => found !== undefined);
      const usual = wanted.includes('--quick') ? quickServerSizes : fullServerSizes;
      const sizes = rounds === undefined ? usual : { ...usual, rounds: Number(rounds) };
      const only = wanted.filter((word) => /^S\d+$/.test(word));
      return inFigures(await measureServer(sizes, only, progress));
    },
  },
  reveal: {
    notes: [
      'Everybody writes three notes in a private, anonymous round of their own, and has a socket for them beside that of the board.',
      'ms from the end of the countdown until the notes are on the wire of each person, and in the page of one real browser: medians of 3 rounds.',
      'y-ws server: one client writes the same notes at once, nothing is private, nothing is stored.',
      'Server, browser and all people share this machine.',
    ],
    run: async (progress) => inFigures(await measureReveals(process.argv.slice(3).map(Number), progress)),
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
  const { table, verdicts } = await run(({ id, measure }) => console.error(`measured ${id}: ${measure}`));
  const held = allHold(verdicts);
  console.log(`\n${table}\n\n${notes.join('\n')}\n\n${held ? 'All goals hold.' : 'Not all goals hold.'}`);
  const results = join(repositoryRoot, 'test-results');
  await mkdir(results, { recursive: true });
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
  await writeFile(
    join(results, `bench-${benchName}.json`),
    JSON.stringify({ bench: benchName, at: new Date().toISOString(), machine, held, verdicts }, null, 2),
  );
  return held ? 0 : 1;
}

function inFigures(figures: readonly Figure[]): Outcome {
  const verdicts = figures.map(judgeFigure);
  return { table: formatFigures(verdicts), verdicts };
}

function inRows(rows: readonly Row[]): Outcome {
  const verdicts = rows.map(judge);
  return { table: formatTable(verdicts), verdicts };
}
