// How long an edit takes from one person to another while everybody works. In a process of its own: beside the bots it would
// wait for its turn among them, and tell how busy they are.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { createShapeId } from '@tldraw/tlschema';
import { plainProvider } from '../support/browser-provider.ts';
import { Bot } from './bot.ts';
import { orderSchema, type EditTimes } from './edit-watch.ts';
import { giveFramesToNode } from './frames.ts';

const editEveryMs = 500;
/** The writer is told of others' edits as seldom as it can be: what is measured is the way, not its own reading. */
const lookEveryMs = 1_000;

giveFramesToNode();

const shapeId = createShapeId('watched');
let edits: NodeJS.Timeout | undefined;
let sentAt: number | null = null;
let taken: number[] = [];
let edit = (): void => undefined;

process.on('message', (message) => {
  void follow(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());

async function follow(message: unknown): Promise<void> {
  const order = orderSchema.parse(message);
  if (order.do === 'enter') {
    edit = await enter(order);
    answer([]);
  }
  if (order.do === 'measure') edits = setInterval(() => edit(), editEveryMs);
  if (order.do === 'rest') {
    clearInterval(edits);
    answer(taken);
    taken = [];
  }
}

/** Of the two, the writer is a person like the others; the reader only looks. */
async function enter({
  origin,
  boardId,
  writerToken,
  readerToken,
}: {
  origin: string;
  boardId: string;
  writerToken: string;
  readerToken: string;
}): Promise<() => void> {
  const writer = await Bot.enter(origin, boardId, writerToken, 0, lookEveryMs);
  const model = writer.pickShape(({ type }) => type === 'geo');
  if (!model) throw new Error('The board has no shape to make a copy of.');
  writer.store.put([{ ...model, id: shapeId, isLocked: true }]);
  writer.endGesture();
  const reader = plainProvider(origin, boardId, readerToken);
  recordMaps(reader.doc).observeDeep((events) => {
    if (sentAt === null || !events.some(({ path }) => path[0] === shapeId)) return;
    taken.push(performance.now() - sentAt);
    sentAt = null;
  });
  return () => {
    // One that has not arrived yet is waited for: a stall shows as one long time, not as several.
    const shape = writer.store.get(shapeId);
    if (sentAt !== null || !shape) return;
    sentAt = performance.now();
    writer.store.put([{ ...shape, x: shape.x + 1 }]);
    writer.endGesture();
  };
}

function answer(editMs: number[]): void {
  process.send?.({ editMs } satisfies EditTimes);
}
