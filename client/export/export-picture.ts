// A picture of a page, a selection or a zone. Browsers cannot make any size of bitmap: what fits is worked out before, so
// that nothing comes out blank or silently smaller.
import { Box, type Editor, type TLShapeId } from 'tldraw';
import { zonesArePaper } from '../canvas/zone-ground.ts';

export type PictureFormat = 'png' | 'svg';
export const pictureScales = [1, 2, 4] as const;
export type PictureScale = (typeof pictureScales)[number];

export type PictureScope = { kind: 'page' } | { kind: 'selection' } | { kind: 'zone'; id: TLShapeId };

export interface PictureOptions {
  scope: PictureScope;
  format: PictureFormat;
  /** One of `pictureScales` where people choose; any for a picture in a document. */
  scale: number;
  background: boolean;
  dark: boolean;
  /** Of a zone, only this part of the page. */
  crop?: Box;
}

export interface PictureSize {
  /** px of the finished picture */
  width: number;
  height: number;
}

// Chromium draws up to 16,384 px a side and 268 million in all; Safari and Firefox less.
const sideMax = 16_384;
const areaMax = 180_000_000;
const pagePadding = 32;

export function shapesIn(editor: Editor, scope: PictureScope): TLShapeId[] {
  switch (scope.kind) {
    case 'page':
      return editor.getSortedChildIdsForParent(editor.getCurrentPageId());
    case 'selection':
      return editor.getSelectedShapeIds();
    case 'zone':
      return editor.getShape(scope.id) ? [scope.id] : [];
  }
}

/** Null where there is nothing to draw. */
export function pictureSize(editor: Editor, scope: PictureScope, scale: number): PictureSize | null {
  const bounds = Box.Common(shapesIn(editor, scope).flatMap((id) => editor.getShapeMaskedPageBounds(id) ?? []));
  if (bounds.w <= 0 || bounds.h <= 0) return null;
  const padding = paddingOf(scope) * 2;
  return { width: Math.ceil((bounds.w + padding) * scale), height: Math.ceil((bounds.h + padding) * scale) };
}

/** An SVG has no pixels; any size is fine. */
export function fitsBrowser(size: PictureSize, format: PictureFormat): boolean {
  return format === 'svg' || (size.width <= sideMax && size.height <= sideMax && size.width * size.height <= areaMax);
}

/** Rejects with an Error where the browser could not draw it; never resolves with an empty picture. */
export function makePicture(editor: Editor, options: PictureOptions): Promise<Blob> {
  // One at a time: what a zone looks like without background is the editor's state while a picture is made.
  const made = making.then(() => drawPicture(editor, options));
  making = made.catch(() => undefined);
  return made;
}

let making: Promise<unknown> = Promise.resolve();

async function drawPicture(editor: Editor, options: PictureOptions): Promise<Blob> {
  const { scope, format, scale, background, dark, crop } = options;
  const padding = paddingOf(scope);
  const bounds = crop ?? (scope.kind === 'zone' ? editor.getShapePageBounds(scope.id) : undefined);
  const common = { format, background, darkMode: dark, padding, ...(bounds && { bounds }) };
  const ids = shapesIn(editor, scope);
  // tldraw leaves out the heading of a frame that is exported alone; named twice, it is not alone.
  const shapes = scope.kind === 'zone' ? [...ids, ...ids] : ids;
  zonesArePaper.set(editor, background);
  try {
    // An SVG is made larger by its own size, a bitmap by more pixels.
    const sized = format === 'svg' ? { ...common, scale } : { ...common, pixelRatio: scale };
    const { blob } = await editor.toImage(shapes, sized);
    if (blob.size === 0) throw new Error('The browser gave an empty picture.');
    return blob;
  } finally {
    zonesArePaper.set(editor, true);
  }
}

function paddingOf(scope: PictureScope): number {
  return scope.kind === 'zone' ? 0 : pagePadding;
}
