// F5: bits flipped, pages torn and ends cut off in the database's files, at a thousand places: found or harmless, other boards
// fine, never a board that is wrong without a word.
import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { openSentence } from '@commonboard/server/storage/sqlite-open.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { openAccess } from '../support/grants.ts';
import { between, pick, randomFrom, type Random } from '../support/seeded-random.ts';
import { fillBoard } from '../support/fill-board.ts';
import { largeBoard } from '../support/large-board.ts';
import {
  boardId,
  contentOf,
  copyFolder,
  databaseName,
  openTables,
  type OpenTables,
  removeFolder,
} from '../support/stored-boards.ts';
import * as Y from 'yjs';
import { rounds, shows } from './chaos-row.ts';

const boards = Array.from({ length: 5 }, (_, i) => boardId(i));

type Outcome = 'same' | 'found' | 'wrong';

it('[R60] [R61] [R64] a flipped, torn or cut file: found or harmless, and the other boards open', async () => {
  const about = {
    id: 'F5',
    fault: 'flipped bits, torn pages and cut ends of the database files',
    promise: 'found or harmless; other boards fine; never wrong without a word',
  };
  const tried = rounds(1_000, 10_000);
  const shown = await shows(about, async () => {
    const { checkpointed, withLog, wanted } = makeFolders();
    const random = randomFrom(5);
    const counts = { harmless: 0, found: 0, refused: 0 };
    let mostBoards = 0;
    let lost = 0;
    try {
      for (let round = 0; round < tried; round++) {
        const copy = copyFolder(round % 2 === 0 ? checkpointed : withLog);
        const what = damage(copy, random);
        const { kind, sentence = 'The disk is well.', outcomes } = openDamaged(copy, wanted);
        expect(sentence).toMatch(/^The (database|data folder|disk).*\.$/);
        expect({ what, wrong: outcomes.filter((outcome) => outcome === 'wrong').length }).toEqual({ what, wrong: 0 });
        counts[kind]++;
        const bad = outcomes.filter((outcome) => outcome === 'found').length;
        lost += bad;
        mostBoards = Math.max(mostBoards, bad);
        removeFolder(copy);
      }
    } finally {
      removeFolder(checkpointed);
      removeFolder(withLog);
    }
    expect(counts.found + counts.refused).toBeGreaterThan(tried / 20);
    const { harmless, found, refused } = counts;
    const per = (lost / Math.max(1, found)).toFixed(1);
    return {
      rounds: tried,
      result: `${harmless} harmless, ${found} found (${per} of ${boards.length} boards each), ${refused} refused at the start with a sentence; 0 wrong without a word`,
    };
  });
  expect(shown.rounds).toBe(tried);
}, 1_200_000);

/** One folder whose log was written back, as after a stop, and one with commits in it, as after a power cut. */
function makeFolders(): { checkpointed: string; withLog: string; wanted: Map<BoardId, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'commonboard-damage-'));
  const first = openTables(folder);
  const docs = boards.map((id, number) => {
    const doc = new Y.Doc();
    fillBoard(doc, largeBoard({ shapes: 20, seed: number + 1 }));
    const snapshot = Y.encodeStateAsUpdateV2(doc);
    const row = { id, title: `Board ${number}`, template: null, createdAt: 0 };
    const links = [{ role: 'edit' as const, hash: `hash ${number}`, epoch: 1, sealed: new Uint8Array(40), off: false }];
    first.tables.createBoard({ board: row, links, access: openAccess, snapshot, plan: null });
    return doc;
  });
  const edit = (open: OpenTables, times: number): void => {
    docs.forEach((doc, number) => {
      const id = boards[number] as BoardId;
      const updates: Uint8Array[] = [];
      const collect = (update: Uint8Array) => void updates.push(update);
      doc.on('update', collect);
      for (let i = 0; i < times; i++) doc.getMap('rec').set(`key ${i}`, `${times} ${i} ${'x'.repeat(i * 7)}`);
      doc.off('update', collect);
      for (const update of updates) open.tables.appendUpdates(id, [{ participant: null, update }]);
      open.committed();
    });
  };
  edit(first, 40);
  for (const id of boards) {
    const stored = first.tables.loadDocument(id);
    const { snapshot, waiting } = foldStored(stored);
    first.tables.foldLog(id, { seq: stored.seq, snapshot, waiting });
  }
  edit(first, 30);
  first.close();
  const checkpointed = copyFolder(folder);
  const second = openTables(folder);
  edit(second, 20);
  const withLog = copyFolder(folder);
  const wanted = new Map(boards.map((id) => [id, contentOf(second.tables.loadDocument(id))]));
  second.close();
  removeFolder(folder);
  // Both hold what the second was asked for; the first is written back from it.
  const third = openTables(withLog);
  const whole = copyFolder(withLog);
  third.close();
  removeFolder(checkpointed);
  return { checkpointed: withLog, withLog: whole, wanted };
}

/** In words, so that a failure can be made again. */
function damage(folder: string, random: Random): string {
  const names = [databaseName, `${databaseName}-wal`].filter((name) => sizeOf(join(folder, name)) > 0);
  const name = pick(random, names);
  const file = join(folder, name);
  const size = sizeOf(file);
  const at = between(random, 0, size - 1);
  const how = pick(random, ['flip', 'flip', 'flip', 'flip', 'tear', 'cut'] as const);
  if (how === 'cut') truncateSync(file, at);
  else {
    const bytes = readFileSync(file);
    if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << between(random, 0, 7));
    else bytes.fill(0, at - (at % 512), at - (at % 512) + 512);
    writeFileSync(file, bytes);
  }
  return `${how} ${name} at ${at} of ${size}`;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function openDamaged(
  folder: string,
  wanted: ReadonlyMap<BoardId, string>,
): { kind: 'harmless' | 'found' | 'refused'; sentence?: string; outcomes: Outcome[] } {
  let open: OpenTables;
  try {
    open = openTables(folder);
  } catch (error) {
    return { kind: 'refused', sentence: openSentence(error), outcomes: [] };
  }
  const outcomes = boards.map((id) => outcomeOf(open, id, wanted.get(id) ?? ''));
  open.close();
  const isHarmless = open.problems.length === 0 && outcomes.every((outcome) => outcome === 'same');
  return { kind: isHarmless ? 'harmless' : 'found', outcomes };
}

function outcomeOf({ tables, problems }: OpenTables, id: BoardId, wanted: string): Outcome {
  try {
    const stored = tables.loadDocument(id);
    if (contentOf(stored) === wanted) return 'same';
    const { snapshot, rows, missing } = stored.damage;
    return snapshot || rows.length > 0 || missing > 0 || problems.length > 0 ? 'found' : 'wrong';
  } catch {
    return 'found';
  }
}
