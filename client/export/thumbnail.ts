// The small picture of a board on the start page: zones, notes and shapes as plain areas. Drawn by hand, since a real export
// takes half a second in which nobody can work.
import type { Editor, TLShape } from 'tldraw';

const width = 360;
const height = 225;
const margin = 10;
const paper = '#f3efe8';
const zone = { fill: '#ffffff', line: '#d3cbbd' };
const plain = '#b9b2a6';

/** tldraw's colour names as areas on light ground. */
const noteFills: Record<string, string> = {
  black: '#fbe19c',
  yellow: '#fce7a0',
  orange: '#f5a873',
  grey: '#c9cdd3',
  white: '#ffffff',
  red: '#f28b82',
  'light-red': '#f6a5a0',
  blue: '#8fb4f0',
  'light-blue': '#9dc3fb',
  green: '#8ccf9f',
  'light-green': '#a5ddb2',
  violet: '#c89be0',
  'light-violet': '#dfb0fa',
};

/** A data URL; null for an empty page. */
export function drawThumbnail(editor: Editor): string | null {
  const bounds = editor.getCurrentPageBounds();
  if (!bounds || bounds.w <= 0 || bounds.h <= 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const scale = Math.min((width - margin * 2) / bounds.w, (height - margin * 2) / bounds.h, 1);
  context.translate(width / 2, height / 2);
  context.scale(scale, scale);
  context.translate(-bounds.center.x, -bounds.center.y);
  for (const shape of editor.getCurrentPageShapesSorted()) drawShape(editor, context, shape, scale);
  return canvas.toDataURL('image/webp', 0.8);
}

function drawShape(editor: Editor, context: CanvasRenderingContext2D, shape: TLShape, scale: number): void {
  const box = editor.getShapePageBounds(shape);
  if (!box || shape.type === 'group') return;
  // Never thinner than a pixel of the picture.
  context.lineWidth = 1 / scale;
  const isArea = shape.type === 'zone' || shape.type === 'frame';
  if (isArea) {
    context.fillStyle = zone.fill;
    context.strokeStyle = zone.line;
    context.fillRect(box.x, box.y, box.w, box.h);
    context.strokeRect(box.x, box.y, box.w, box.h);
    return;
  }
  context.fillStyle = shape.type === 'note' ? (noteFills[shape.props.color] ?? plain) : plain;
  if (shape.type === 'note' || shape.type === 'image' || shape.type === 'bookmark' || shape.type === 'geo') {
    context.fillRect(box.x, box.y, box.w, box.h);
    return;
  }
  drawOutline(editor, context, shape);
}

function drawOutline(editor: Editor, context: CanvasRenderingContext2D, shape: TLShape): void {
  const [first, ...rest] = editor.getShapePageTransform(shape).applyToPoints(editor.getShapeGeometry(shape).vertices);
  if (!first) return;
  context.strokeStyle = plain;
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of rest) context.lineTo(x, y);
  context.stroke();
}
