// Where what groups made stands in the zones they began from. In a zone whose places say something each thing keeps the place that its
// group gave it, or the nearest free one in the same part; in others they stand in a grid.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { noteSide } from '../board/notes/new-note.ts';
import { isWritten, type WrittenShape } from '../board/notes/written-shape.ts';
import { cellsAt } from '../domain/placement.ts';
import { type GridPlace, gridPlaces, type GridSize } from '../drafts/grid-places.ts';
import { isCard } from '../schema/card-shape.ts';
import { type ZoneShape, zonePlan } from '../schema/zone-shape.ts';

interface Into {
  /** Null: onto the page. */
  target: ZoneShape | null;
  things: readonly WrittenShape[];
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const cardHeight = 140;
const gap = 24;
/** Of a thing that stands exactly on another. */
const nudge = 32;
const stepsMost = 20;

/** One after the other: what stands there already has its place. */
export function placesBack(records: readonly TLRecord[], all: readonly Into[]): GridPlace[] {
  const now = [...records];
  return all.flatMap(({ target, things }) => {
    const places =
      target && isDivided(target) ? placesAsMade(now, target, things) : gridPlaces(now, target, things.map(sizeOf));
    // As they will stand; only their boxes are looked at.
    now.push(...things.map((thing, i): TLShape => ({ ...thing, ...places[i] })));
    return places;
  });
}

function isDivided({ props: { layout = 'free' } }: ZoneShape): boolean {
  return layout !== 'free' && layout !== 'grid';
}

function placesAsMade(records: readonly TLRecord[], zone: ZoneShape, things: readonly WrittenShape[]): GridPlace[] {
  const plan = zonePlan(zone.props);
  const taken = records
    .filter(isWritten)
    .filter(({ parentId }) => parentId === zone.id)
    .map(boxOf);
  return things.map((thing) => {
    const own = boxOf(thing);
    const box = places(own).find((at) => isFree(at) && (at === own || isInside(own, at))) ?? nudged(own);
    taken.push(box);
    return { parentId: zone.id, x: box.x, y: box.y, scale: scaleOf(thing) };
  });

  function isFree(box: Box): boolean {
    return !taken.some((other) => overlap(box, other));
  }
  /** In the zone, and in the same part of it. */
  function isInside(own: Box, box: Box): boolean {
    if (box.x < 0 || box.x + box.w > plan.w || box.y + box.h > plan.h) return false;
    const [a, b] = [cellsAt(plan, middleOf(own)), cellsAt(plan, middleOf(box))];
    return a.cell?.id === b.cell?.id && a.row?.id === b.row?.id;
  }
  /** Its own, below it, beside it. Where each point says a number, only its own. */
  function places(own: Box): Box[] {
    if (plan.layout === 'quadrant' || plan.layout === 'rings' || plan.layout === 'sectors') return [own];
    const columns = [0, 1, -1, 2, -2, 3, -3, 4, -4];
    const others = columns.flatMap((column) =>
      Array.from({ length: stepsMost }, (_, row) => ({
        ...own,
        x: own.x + column * (own.w + gap),
        y: own.y + row * (own.h + gap),
      })),
    );
    return [own, ...others];
  }
  function nudged(own: Box): Box {
    const on = taken.filter((other) => Math.abs(other.x - own.x) < nudge && Math.abs(other.y - own.y) < nudge).length;
    return { ...own, x: own.x + on * nudge, y: own.y + on * nudge };
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
}

function middleOf({ x, y, w, h }: Box): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 };
}

function boxOf(shape: WrittenShape): Box {
  const { x, y } = shape;
  const scale = scaleOf(shape);
  const w = isCard(shape) ? shape.props.w : noteSide * scale;
  return { x, y, w, h: sizeOf(shape).height * scale };
}

function scaleOf(shape: WrittenShape): number {
  return shape.type === 'note' ? shape.props.scale : 1;
}

function sizeOf(shape: WrittenShape): GridSize {
  if (isCard(shape)) return { height: cardHeight, scalable: false };
  return { height: noteSide + shape.props.growY, scalable: true };
}
