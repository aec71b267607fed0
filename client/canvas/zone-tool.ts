// Draws a zone by dragging, as tldraw's frame tool does.
import { BaseBoxShapeTool } from 'tldraw';

export class ZoneShapeTool extends BaseBoxShapeTool {
  static override id = 'zone';
  static override initial = 'idle';
  override shapeType = 'zone' as const;
}
