// B8: bytes of a whole board as it is stored: fresh, and after three people have dragged on it in turns - three of four frames
// one shape, one of four a selection of eight, forty frames a drag. Every frame is written, by all alike.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { largeBoard } from '../../support/large-board.ts';
import { pick, randomFrom, type Random } from '../../support/seeded-random.ts';
import { oursLayout } from '../contestants/ours.ts';
import { openRoom } from '../contestants/tldraw-sync.ts';
import { exampleLayout } from '../contestants/yjs-example.ts';
import { exchange, startOf, takeSeats, type YjsLayout, type YjsSeat } from '../contestants/yjs-session.ts';
import { withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

const framesPerDrag = 40;
const selectionSize = 8;

interface SnapshotBytes {
  fresh: { ours: number; example: number; sync: number };
  dragged: { ours: number; example: number };
}

export async function snapshotBytes(sizes: Sizes): Promise<SnapshotBytes> {
  const records = largeBoard({ shapes: sizes.snapshotShapes });
  const room = openRoom(records);
  const json = JSON.stringify(room.getCurrentSnapshot());
  room.close();
  return {
    fresh: {
      ours: startOf(oursLayout, records).length,
      example: startOf(exampleLayout, records).length,
      sync: Buffer.byteLength(json),
    },
    dragged: {
      ours: Y.encodeStateAsUpdateV2(await dragged(oursLayout, records, sizes)).length,
      example: Y.encodeStateAsUpdate(await dragged(exampleLayout, records, sizes)).length,
    },
  };
}

async function dragged(layout: YjsLayout, records: readonly TLRecord[], sizes: Sizes): Promise<Y.Doc> {
  return await withVirtualTime(async (clock) => {
    const seats = takeSeats(layout, records, 3);
    await clock.tickAsync(1_000);
    const shapes = records.filter((record): record is TLShape => record.typeName === 'shape');
    const random = randomFrom(5);
    for (let frames = 0; frames < sizes.snapshotDrags; frames += framesPerDrag * seats.length) {
      for (const seat of seats) drag(seat, shapes, random);
      exchange(seats);
      await clock.tickAsync(100);
    }
    for (const seat of seats) seat.stop();
    return seats[0]?.doc ?? new Y.Doc();
  });
}

function drag({ store, flush }: YjsSeat, shapes: readonly TLShape[], random: Random): void {
  const count = random() < 0.75 ? 1 : selectionSize;
  const ids = new Set(Array.from({ length: count }, () => pick(random, shapes).id));
  for (let frame = 0; frame < framesPerDrag; frame++) {
    const step = { x: Math.round(random() * 600) / 100, y: Math.round(random() * 400) / 100 };
    const moved = [...ids].map((id) => store.get(id) as TLShape);
    store.put(moved.map((shape) => ({ ...shape, x: shape.x + step.x, y: shape.y + step.y })));
    flush();
  }
}
