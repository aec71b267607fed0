// B6: time to bind a document that has arrived and to fill the store from it. Reading the update into the document is the
// same for all and not counted.
import * as Y from 'yjs';
import { bareStore } from '../../support/bare-store.ts';
import { largeBoard } from '../../support/large-board.ts';
import { oursLayout } from '../contestants/ours.ts';
import { exampleLayout } from '../contestants/yjs-example.ts';
import { startOf, type YjsLayout } from '../contestants/yjs-session.ts';
import { medianOfRounds, timeOf, type TimedContestant } from '../median-of-rounds.ts';
import { withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

/** ms. */
export async function loadTimes(sizes: Sizes): Promise<Record<'ours' | 'example', number>> {
  const records = largeBoard({ shapes: sizes.loadShapes, pages: 4 });
  const contestant = <Key extends string>(name: Key, layout: YjsLayout): TimedContestant<Key> => {
    const start = startOf(layout, records);
    return {
      name,
      measure: () => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, start);
        const store = bareStore();
        let stop = (): void => undefined;
        const ms = timeOf(() => ({ stop } = layout.bind(doc, store)));
        if (store.allRecords().length < records.length) throw new Error(`${name} lost records.`);
        stop();
        doc.destroy();
        return ms;
      },
    };
  };
  return await withVirtualTime(() =>
    Promise.resolve(
      medianOfRounds<'ours' | 'example'>(
        [contestant('ours', oursLayout), contestant('example', exampleLayout)],
        sizes.rounds,
      ),
    ),
  );
}
