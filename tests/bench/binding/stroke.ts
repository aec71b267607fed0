// B3: bytes of one stroke of the pen, from the first point to the last: points as tldraw 5.4 writes them for a mouse or
// finger (base64, two dimensions), one event per frame; a slow hand replaces the last point in a third of the events.
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { b64Vecs, createShapeId, type TLDrawShape, type TLDrawShapeSegment } from '@tldraw/tlschema';
import { getIndicesBelow, isEqual, type IndexKey } from '@tldraw/utils';
import { largeBoard } from '../../support/large-board.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { frameMs, withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';
import { strokeProps } from '../../support/stroke-props.ts';

interface Point {
  x: number;
  y: number;
  z: number;
}

/** Bytes per stroke. */
export async function strokeBytes(contestant: Contestant, sizes: Sizes): Promise<number> {
  return await withVirtualTime(async (clock) => {
    const records = largeBoard({ shapes: sizes.boardShapes });
    const session = contestant.open({ records, people: 2, oneWayMs: 20 });
    const [seat, other] = session.seats;
    if (!seat || !other) throw new Error('Nobody came.');
    await clock.tickAsync(1_000);
    const before = seat.sent.bytes;
    for (const [number, index] of getIndicesBelow('a1' as IndexKey, sizes.strokes).entries()) {
      const id = createShapeId(`stroke-${number}`);
      let stroke = newStroke(id, index);
      for (const points of pointsOverTime(sizes.strokeEvents, number)) {
        stroke = { ...stroke, props: { ...stroke.props, segments: segmentsOf(points) } };
        seat.store.put([stroke]);
        await clock.tickAsync(frameMs);
      }
      seat.store.put([{ ...stroke, props: { ...stroke.props, isComplete: true } }]);
      seat.flush();
      await clock.tickAsync(500);
      if (!isEqual(other.store.get(id), seat.store.get(id))) throw new Error('The other sees another stroke.');
    }
    session.stop();
    return (seat.sent.bytes - before) / sizes.strokes;
  });
}

/** The points of the stroke after each event. */
function* pointsOverTime(events: number, seed: number): Generator<Point[]> {
  const random = randomFrom(seed + 1);
  const points: Point[] = [{ x: 0, y: 0, z: 0.5 }];
  let [x, y, heading] = [0, 0, random() * Math.PI * 2];
  for (let event = 0; event < events; event++) {
    yield [...points];
    heading += (random() - 0.5) * 0.6;
    x += Math.cos(heading) * 3;
    y += Math.sin(heading) * 3;
    if (random() < 1 / 3) points.pop();
    points.push({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100, z: 0.5 });
  }
}

function segmentsOf(points: Point[]): TLDrawShapeSegment[] {
  return [{ type: 'free', path: b64Vecs.encodePoints(points, 2), dim: 2 }];
}

function newStroke(id: TLDrawShape['id'], index: IndexKey): TLDrawShape {
  return boardSchema.types.shape.validate({
    id,
    typeName: 'shape',
    type: 'draw',
    parentId: defaultPage.id,
    index,
    x: 120.5,
    y: 310.25,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: strokeProps({ isComplete: false }),
  }) as TLDrawShape;
}
