// What changes or reads anew who gets onto a board is done in turn, for each board by itself.
import { Turns } from '../ops/turns.ts';
import type { LiveBoard } from './live-boards.ts';

const turns = new WeakMap<LiveBoard, Turns>();

export function inTurn<T>(live: LiveBoard, work: () => Promise<T>): Promise<T> {
  const own = turns.get(live) ?? new Turns();
  turns.set(live, own);
  return own.next(work);
}
