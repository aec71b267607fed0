// B9: how often a client puts what others did into its store, per animation frame, while many updates come in each frame.
// The canvas pays for each time, not for each shape.
import type { TLShape } from '@tldraw/tlschema';
import { largeBoard } from '../../support/large-board.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { frameMs, withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

const burstsPerFrame = 4;

export async function mergesPerFrame(contestant: Contestant, sizes: Sizes): Promise<number> {
  const records = largeBoard({ shapes: sizes.boardShapes });
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape' && record.type !== 'arrow');
  return await withVirtualTime(async (clock) => {
    const session = contestant.open({ records, people: 1, oneWayMs: 0 });
    await clock.tickAsync(1_000);
    const stranger = session.addStranger();
    await clock.tickAsync(1_000);
    const [seat] = session.seats;
    if (!seat) throw new Error('Nobody came.');
    const before = seat.merges();
    let updates = 0;
    for (let burst = 0; burst < sizes.loadedFrames * burstsPerFrame; burst++) {
      for (let i = 0; i < sizes.updatesPerFrame / burstsPerFrame; i++) {
        const shape = shapes[updates % shapes.length];
        if (shape) stranger.move(shape.id, ++updates);
      }
      await clock.tickAsync(frameMs / burstsPerFrame);
    }
    const merges = seat.merges() - before;
    await clock.tickAsync(1_000);
    const last = shapes[(updates - 1) % shapes.length];
    if (last && (seat.store.get(last.id) as TLShape).x !== updates) throw new Error('The last update did not arrive.');
    session.stop();
    return merges / sizes.loadedFrames;
  });
}
