// B7: time of one change on a big board: made here, from the store until the network has it; made elsewhere, from the network
// until it stands in the store. Besides moving one shape, creating and deleting one. The board has been in use: some of its
// shapes, here and there, were moved before, by which the code is warm and both documents carry a past. (The example's cost
// depends on that past: least on a board that was just filled, or where every shape was moved since.)
import { nextIndex } from '@commonboard/shared/board/notes/next-index.ts';
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import type { Clock } from '@sinonjs/fake-timers';
import { largeBoard } from '../../support/large-board.ts';
import { oursLayout } from '../contestants/ours.ts';
import { exampleLayout } from '../contestants/yjs-example.ts';
import { receive, takeSeats, type YjsLayout, type YjsSeat } from '../contestants/yjs-session.ts';
import { median, medianOfRounds, timeOf } from '../median-of-rounds.ts';
import { withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

export const changeKinds = ['local move', 'remote move', 'remote create', 'remote delete'] as const;
export type ChangeKind = (typeof changeKinds)[number];
type Times = Record<'ours' | 'example', number>;

/** ms per change. */
export async function changeTimes(sizes: Sizes): Promise<Record<ChangeKind, Times>> {
  const records = largeBoard({ shapes: sizes.loadShapes, pages: 4 });
  return await withVirtualTime(async (clock) => {
    const pairs = { ours: makePair(oursLayout, records, clock), example: makePair(exampleLayout, records, clock) };
    await clock.tickAsync(1_000);
    for (const pair of [pairs.ours, pairs.example]) pair.measure('local move', sizes.movesBefore);
    const measured = changeKinds.map((kind): [ChangeKind, Times] => [
      kind,
      medianOfRounds<'ours' | 'example'>(
        (['ours', 'example'] as const).map((name) => ({
          name,
          measure: () => pairs[name].measure(kind, sizes.changes),
        })),
        sizes.rounds,
      ),
    ]);
    pairs.ours.stop();
    pairs.example.stop();
    return Object.fromEntries(measured) as Record<ChangeKind, Times>;
  });
}

interface Pair {
  /** Median ms of so many changes. */
  measure(kind: ChangeKind, changes: number): number;
  stop(): void;
}

function makePair(layout: YjsLayout, records: readonly TLRecord[], clock: Clock): Pair {
  const [writer, reader] = takeSeats(layout, records, 2);
  if (!writer || !reader) throw new Error('Nobody came.');
  const updates: Uint8Array[] = [];
  writer.doc.on('update', (update: Uint8Array) => updates.push(update));
  const moved = records.filter((record): record is TLShape => record.typeName === 'shape' && record.type !== 'arrow');
  let count = 0;
  const act = (kind: ChangeKind): void => {
    count++;
    const shape = writer.store.get(moved[(count * 97) % moved.length]?.id as TLShape['id']) as TLShape;
    change(writer, kind, shape, count);
  };
  const passOn = (): number =>
    timeOf(() => {
      for (const update of updates) receive(reader, update);
      clock.runToFrame();
    });
  const measure = (kind: ChangeKind, changes: number): number => {
    const times: number[] = [];
    for (let i = 0; i < changes; i++) {
      act(kind);
      const here = timeOf(() => writer.flush());
      // The writer's own frame is no part of the reader's time.
      clock.runToFrame();
      const there = passOn();
      times.push(kind === 'local move' ? here : there);
      updates.length = 0;
    }
    return median(times);
  };
  return {
    measure,
    stop: () => {
      writer.stop();
      reader.stop();
    },
  };
}

/** What is deleted was created before. */
function change({ store }: YjsSeat, kind: ChangeKind, shape: TLShape, count: number): void {
  if (kind === 'remote create') {
    const shapes = store.allRecords().filter((record) => record.typeName === 'shape');
    store.put([{ ...shape, id: createShapeId(`new-${count}`), index: nextIndex(shapes, shape.parentId) }]);
  } else if (kind === 'remote delete') {
    const made = store.allRecords().find(({ id }) => id.startsWith('shape:new-'));
    if (!made) throw new Error('There is nothing left to delete.');
    store.remove([made.id]);
  } else store.put([{ ...shape, x: shape.x + 1.5, y: shape.y + 1 }]);
}
