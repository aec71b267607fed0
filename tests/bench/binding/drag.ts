// B1: bytes of one frame of a drag, as each client sends it at its own rate. Half of the pointer's way is made at a zoom of
// 100 %, where places are whole numbers, half at 75 %.
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { largeBoard } from '../../support/large-board.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { frameMs, withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

const boxId = createShapeId('box');

/** Bytes per message. */
export async function dragBytes(contestant: Contestant, sizes: Sizes, inZone: boolean): Promise<number> {
  const board = largeBoard({ shapes: sizes.boardShapes });
  const dragged = board.filter(isDragged).slice(0, sizes.draggedShapes);
  // The zone is our own kind of shape; others drag inside of tldraw's frame.
  const records = inZone ? putInside(board, dragged, contestant.name === 'ours' ? zone() : frame()) : board;
  return await withVirtualTime(async (clock) => {
    const session = contestant.open({ records, people: 2, oneWayMs: 20 });
    const [seat] = session.seats;
    if (!seat) throw new Error('Nobody came.');
    await clock.tickAsync(1_000);
    const before = { ...seat.sent };
    for (const { id } of dragged) {
      for (let frameNumber = 1; frameNumber <= sizes.dragFrames; frameNumber++) {
        const shape = seat.store.get(id) as TLShape;
        const zoom = frameNumber * 2 <= sizes.dragFrames ? 1 : 0.75;
        const pointer = { x: 3 + (frameNumber % 4), y: 2 + (frameNumber % 3) };
        seat.store.put([{ ...shape, x: shape.x + pointer.x / zoom, y: shape.y + pointer.y / zoom }]);
        await clock.tickAsync(frameMs);
      }
      seat.flush();
      await clock.tickAsync(200);
    }
    session.stop();
    return (seat.sent.bytes - before.bytes) / (seat.sent.messages - before.messages);
  });
}

function isDragged(record: TLRecord): record is TLShape {
  return record.typeName === 'shape' && record.type !== 'arrow';
}

function putInside(records: readonly TLRecord[], inside: readonly TLShape[], container: TLShape): TLRecord[] {
  const ids = new Set<string>(inside.map(({ id }) => id));
  return [
    ...records.map((record) =>
      record.typeName === 'shape' && ids.has(record.id) ? { ...record, parentId: container.id } : record,
    ),
    container,
  ];
}

function zone(): TLShape {
  return box('zone', { w: 14_000, h: 14_000, title: 'What changes', prompt: 'What will be different in five years?' });
}

function frame(): TLShape {
  return box('frame', { w: 14_000, h: 14_000, name: 'What changes', color: 'black' });
}

function box(type: 'zone' | 'frame', props: object): TLShape {
  return boardSchema.types.shape.validate({
    id: boxId,
    typeName: 'shape',
    type,
    parentId: defaultPage.id,
    index: 'a0' as IndexKey,
    x: -20.25,
    y: -40.5,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  }) as TLShape;
}
