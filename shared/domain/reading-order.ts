// The order in which people read what lies on a board.

export interface Placed {
  id: string;
  /** Page units, of the corner. */
  x: number;
  y: number;
}

/** Tops that are nearer than this are one row. */
const rowHeight = 100;

/** Rows from top to bottom, in a row from left to right. */
export function inReadingOrder<T extends Placed>(placed: readonly T[]): T[] {
  const row = ({ y }: T): number => Math.round(y / rowHeight);
  return placed.toSorted((a, b) => row(a) - row(b) || a.x - b.x || (a.id < b.id ? -1 : 1));
}
