// Draws one zone as it is on paper: light, with its ground.
import type { Box, Editor, TLShapeId } from 'tldraw';
import { makePicture } from '../export/export-picture.ts';

export function drawZone(editor: Editor, id: TLShapeId, part: { crop: Box; scale: number }): Promise<Blob> {
  return makePicture(editor, { scope: { kind: 'zone', id }, format: 'png', background: true, dark: false, ...part });
}
