// What changes or reads anew who gets onto a board is done in turn, for each board by itself.
import type { LiveBoard } from './live-boards.ts';

const turns = new WeakMap<LiveBoard, Promise<unknown>>();

export function inTurn<T>(live: LiveBoard, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(live) ?? Promise.resolve()).then(work);
  // Whoever comes next does not fail with this one.
  turns.set(
    live,
    turn.catch(() => undefined),
  );
  return turn;
}
