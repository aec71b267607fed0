// One key or one tap to a note that is ready to be written on: where the person looks, inside a zone where there is one,
// beside what is there, and large enough to read.
import { noteSide } from '@commonboard/shared/board/notes/new-note.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import { zoneHeaderHeight } from '@commonboard/shared/domain/zones.ts';
import { cardWidth } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { Box, createShapeId, startEditingShapeWithRichText, type Editor, type VecLike } from 'tldraw';
import { isWritingZone } from './writing-zones.ts';

const gap = 24;
const ringsMax = 12;
/** Letters on a note are too small to write below, and what is around it is lost above. */
const writingZoom = { least: 0.6, most: 1.5 };

export function addNoteInView(editor: Editor): void {
  if (editor.getIsReadonly()) return;
  // A view that is still moving would leave the note behind.
  editor.stopCameraAnimation();
  const id = createShapeId();
  const { x, y } = freePlace(editor);
  editor.markHistoryStoppingPoint('add note');
  editor.createShape({ id, type: 'note', x, y });
  editor.select(id);
  bringClose(editor, new Box(x, y, noteSide, noteSide));
  startEditingShapeWithRichText(editor, id, { selectAll: true });
}

/** Where a new note, or a card of this kind, does not cover another, near the middle of what is seen. */
export function freePlace(editor: Editor, kind?: Kind): VecLike {
  const view = editor.getViewportPageBounds();
  // A card that lay in a zone for another kind would become one of that kind.
  const isForeign = (zone: ZoneShape): boolean =>
    kind !== undefined && zone.props.kind !== undefined && zone.props.kind !== kind;
  const taken = editor
    .getCurrentPageShapes()
    .filter(
      (shape) =>
        shape.type === 'note' || shape.type === 'card' || shape.type === 'image' || (isZone(shape) && isForeign(shape)),
    )
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? []);
  const isFree = (box: Box): boolean => taken.every((other) => !Box.Collides(box, other));
  for (const { inside, width } of visibleZones(editor, view, kind)) {
    const isAllowed = (box: Box): boolean => Box.ContainsApproximately(inside, box) && isFree(box);
    const place = aroundCenter(inside, view.center, width, isAllowed);
    if (place) return place;
  }
  const width = kind === undefined ? noteSide : cardWidth;
  return (
    aroundCenter(view, view.center, width, isFree) ?? { x: view.center.x - width / 2, y: view.center.y - noteSide / 2 }
  );
}

interface Inside {
  inside: Box;
  /** Of what a note becomes in there. */
  width: number;
}

/** Where notes may lie in each zone that is seen, the best first: those for this kind, those of the step, the nearest to the middle. */
function visibleZones(editor: Editor, view: Box, kind: Kind | undefined): Inside[] {
  const insides = editor
    .getCurrentPageShapes()
    .filter(isZone)
    .flatMap((zone) => {
      const bounds = editor.getShapePageBounds(zone);
      if (!bounds || !Box.Collides(bounds, view)) return [];
      const { x, y, w, h } = bounds;
      const inside = new Box(x + gap / 2, y + zoneHeaderHeight, w - gap, h - zoneHeaderHeight);
      const width = kind === undefined && zone.props.kind === undefined ? noteSide : cardWidth;
      if (inside.w < width || inside.h < noteSide) return [];
      if (kind !== undefined && zone.props.kind === kind) return [{ inside, width, rank: 0 }];
      return [{ inside, width, rank: isWritingZone(editor, zone) ? 1 : 2 }];
    });
  const distance = (box: Box): number => {
    const { x, y } = view.center;
    return Math.hypot(x - within(x, box.x, box.maxX), y - within(y, box.y, box.maxY));
  };
  return insides.sort((a, b) => a.rank - b.rank || distance(a.inside) - distance(b.inside));
}

/** Rings of places of this width, as high as a note, around the point of `area` nearest to `point`, until one is allowed. */
function aroundCenter(area: Box, point: VecLike, width: number, isAllowed: (box: Box) => boolean): VecLike | null {
  const start = {
    x: within(point.x - width / 2, area.x, area.maxX - width),
    y: within(point.y - noteSide / 2, area.y, area.maxY - noteSide),
  };
  for (let ring = 0; ring <= ringsMax; ring++) {
    for (let column = -ring; column <= ring; column++) {
      for (let row = -ring; row <= ring; row++) {
        if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue;
        const box = new Box(start.x + column * (width + gap), start.y + row * (noteSide + gap), width, noteSide);
        if (isAllowed(box)) return box;
      }
    }
  }
  return null;
}

/** Moves the view where the note would be too small to write on, or not wholly seen. */
function bringClose(editor: Editor, note: Box): void {
  const zoom = editor.getZoomLevel();
  if (zoom >= writingZoom.least && editor.getViewportPageBounds().contains(note)) return;
  const { w, h } = editor.getViewportScreenBounds();
  const targetZoom = within(zoom, writingZoom.least, writingZoom.most);
  const view = new Box(0, 0, w / targetZoom, h / targetZoom);
  view.center = note.center;
  editor.zoomToBounds(view, {
    inset: 0,
    targetZoom,
    animation: { duration: editor.user.getAnimationSpeed() * 220 },
  });
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
