// Things of different sizes -> places in tidy rows, in the order in which they are read now.

export interface Box {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Place {
  x: number;
  y: number;
}

/** Page units between two things. */
export const tidyGap = 24;

/** As many columns as `width` holds, at least one; without it as many as make it about as wide as high. */
export function tidyRows(boxes: readonly Box[], from: Place, width?: number): Map<string, Place> {
  const places = new Map<string, Place>();
  const column = Math.max(0, ...boxes.map(({ w }) => w)) + tidyGap;
  const columns = columnsIn(boxes, column, width);
  let { y } = from;
  for (const row of inRows(inRowOrder(boxes), columns)) {
    for (const [i, { id }] of row.entries()) places.set(id, { x: from.x + i * column, y });
    y += Math.max(...row.map(({ h }) => h)) + tidyGap;
  }
  return places;
}

/** How wide and high these places are together, gaps between them included. */
export function tidySize(boxes: readonly Box[], places: ReadonlyMap<string, Place>): { w: number; h: number } {
  const ends = boxes.flatMap(({ id, w, h }) => {
    const place = places.get(id);
    return place ? [{ right: place.x + w, bottom: place.y + h, ...place }] : [];
  });
  if (ends.length === 0) return { w: 0, h: 0 };
  return {
    w: Math.max(...ends.map(({ right }) => right)) - Math.min(...ends.map(({ x }) => x)),
    h: Math.max(...ends.map(({ bottom }) => bottom)) - Math.min(...ends.map(({ y }) => y)),
  };
}

/** Rows from top to bottom, in a row from left to right; what overlaps in height is one row. */
export function inRowOrder<T extends Box>(boxes: readonly T[]): T[] {
  const rows: T[][] = [];
  for (const box of boxes.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && box.y < first.y + first.h / 2) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1)));
}

function columnsIn(boxes: readonly Box[], column: number, width: number | undefined): number {
  if (width !== undefined) return Math.max(1, Math.floor((width + tidyGap) / column));
  const row = Math.max(1, ...boxes.map(({ h }) => h)) + tidyGap;
  return Math.max(1, Math.round(Math.sqrt((boxes.length * row) / column)));
}

function inRows<T>(all: readonly T[], columns: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / columns) }, (_, i) => all.slice(i * columns, (i + 1) * columns));
}
