// All measures of the binding bench, B1 to B9, as rows with their goals.
import type { Contestant, ContestantName } from '../contestants/contestant.ts';
import { ours } from '../contestants/ours.ts';
import { tldrawSync } from '../contestants/tldraw-sync.ts';
import { yjsExample } from '../contestants/yjs-example.ts';
import type { Row } from '../table.ts';
import { changeKinds, changeTimes, type ChangeKind } from './change.ts';
import { dragBytes } from './drag.ts';
import { joinBytes } from './join.ts';
import { keystrokeBytes } from './keystroke.ts';
import { loadTimes } from './load.ts';
import { mergesPerFrame } from './merges.ts';
import type { Sizes } from './sizes.ts';
import { snapshotBytes } from './snapshot.ts';
import { strokeBytes } from './stroke.ts';
import { lettersKept } from './typing.ts';

const contestants: readonly Contestant[] = [ours, yjsExample, tldrawSync];

export async function measureBinding(sizes: Sizes, progress: (row: Row) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const measure of [messageRows, typingRows, joinRows, timeRows, snapshotRows, mergeRows]) {
    for await (const row of measure(sizes)) {
      rows.push(row);
      progress(row);
    }
  }
  return rows;
}

async function* messageRows(sizes: Sizes): AsyncGenerator<Row> {
  yield {
    id: 'B1',
    measure: 'one frame of a drag, on the page',
    unit: 'B',
    ...(await ofAll((contestant) => dragBytes(contestant, sizes, false))),
    goals: { ofExample: 1 / 8, ofSync: 1 / 2 },
  };
  yield {
    id: 'B1',
    measure: 'one frame of a drag, inside a zone or frame',
    unit: 'B',
    ...(await ofAll((contestant) => dragBytes(contestant, sizes, true))),
    goals: { ofExample: 1 / 4.5, ofSync: 1 },
  };
  yield {
    id: 'B2',
    measure: 'a key in a note',
    unit: 'B',
    ...(await ofAll((contestant) => keystrokeBytes(contestant, sizes))),
    goals: { ofExample: 1 / 20, ofSync: 1 / 10 },
  };
  yield {
    id: 'B3',
    measure: `a stroke of ${sizes.strokeEvents} events`,
    unit: 'B',
    ...(await ofAll((contestant) => strokeBytes(contestant, sizes))),
    goals: { ofExample: 1 / 50, ofSync: 1 / 15 },
  };
}

async function* typingRows(sizes: Sizes): AsyncGenerator<Row> {
  for (const letters of sizes.letters) {
    const kept = await ofAll((contestant) => lettersKept(contestant, sizes, letters));
    const percent = (share: number): number => share * 100;
    yield {
      id: 'B4',
      measure: `letters kept, two type ${letters} each (model)`,
      unit: '%',
      ours: percent(kept.ours),
      example: percent(kept.example),
      sync: percent(kept.sync),
      goals: { least: 100 },
    };
  }
}

async function* joinRows(sizes: Sizes): AsyncGenerator<Row> {
  yield {
    id: 'B5',
    measure: `written by joining ${sizes.joinShapes} shapes`,
    unit: 'B',
    ...(await ofAll((contestant) => joinBytes(contestant, sizes))),
    goals: { most: 0 },
  };
}

const changeGoals: Partial<Record<ChangeKind, number>> = { 'local move': 1 / 8, 'remote move': 1 / 10 };

async function* timeRows(sizes: Sizes): AsyncGenerator<Row> {
  yield {
    id: 'B6',
    measure: `bind and load ${sizes.loadShapes} shapes`,
    unit: 'ms',
    ...(await loadTimes(sizes)),
    sync: null,
    goals: { ofExample: 1 / 8 },
  };
  const times = await changeTimes(sizes);
  for (const kind of changeKinds) {
    const goal = changeGoals[kind];
    yield {
      id: 'B7',
      measure: `${kind} at ${sizes.loadShapes} shapes`,
      unit: 'ms',
      ...times[kind],
      sync: null,
      ...(goal === undefined ? {} : { goals: { ofExample: goal } }),
    };
  }
}

async function* snapshotRows(sizes: Sizes): AsyncGenerator<Row> {
  const { fresh, dragged } = await snapshotBytes(sizes);
  yield {
    id: 'B8',
    measure: `snapshot of ${sizes.snapshotShapes} shapes, fresh (V1)`,
    unit: 'B',
    ...fresh,
    goals: { ofExample: 0.95, ofSync: 0.8 },
  };
  yield {
    id: 'B8',
    measure: `the same after ${sizes.snapshotDrags} drag frames (V2; theirs V1)`,
    unit: 'B',
    ...dragged,
    sync: null,
    goals: { ofExample: 0.9 },
  };
}

async function* mergeRows(sizes: Sizes): AsyncGenerator<Row> {
  yield {
    id: 'B9',
    measure: `merges per frame, ${sizes.updatesPerFrame} updates in each`,
    unit: 'merges',
    ...(await ofAll((contestant) => mergesPerFrame(contestant, sizes))),
    goals: { most: 1 },
  };
}

async function ofAll(measure: (contestant: Contestant) => Promise<number>): Promise<Record<ContestantName, number>> {
  const found: Partial<Record<ContestantName, number>> = {};
  for (const contestant of contestants) found[contestant.name] = await measure(contestant);
  return found as Record<ContestantName, number>;
}
