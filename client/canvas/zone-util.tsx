// How a zone looks and behaves on the canvas: a frame-like area whose title and prompt stand inside, at the top.
import { zoneHeaderHeight } from '@commonboard/shared/domain/zones.ts';
import { zonePlan, zoneProps, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { CSSProperties } from 'react';
import {
  BaseFrameLikeShapeUtil,
  DefaultFontFaces,
  Group2d,
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  useColorMode,
  useEditor,
  useIsEditing,
  useValue,
  type Geometry2d,
  type SvgExportContext,
  type TLDragShapesInInfo,
  type TLFontFace,
  type TLResizeInfo,
  type TLShape,
} from 'tldraw';
import { isClosed } from './closed-zones.ts';
import { ZoneHeading, ZoneHeadingForm } from './zone-heading.tsx';
import { zonesArePaper } from './zone-ground.ts';
import { zonePalettes } from './zone-palette.ts';
import { opensLocks } from './zone-locks.ts';
import { ZoneNumber } from './zone-number.tsx';
import { ZonePlanDrawing } from './zone-plan.tsx';
import { zoneSvg } from './zone-svg.tsx';

/** Only this much of a zone's top can be grabbed: the rest lets people draw and select inside. */
const grabWidthMax = 640;

export class ZoneShapeUtil extends BaseFrameLikeShapeUtil<ZoneShape> {
  static override type = 'zone' as const;
  static override props = zoneProps;

  override getDefaultProps(): ZoneShape['props'] {
    return { w: 640, h: 480, title: '', prompt: '' };
  }

  override canEdit({ props }: ZoneShape): boolean {
    return props.locked !== true || opensLocks.get(this.editor);
  }

  override canReceiveNewChildrenOfType(zone: ZoneShape, type: TLShape['type']): boolean {
    return !isClosed(this.editor, zone) && super.canReceiveNewChildrenOfType(zone, type);
  }

  override onDragShapesIn(zone: ZoneShape, shapes: TLShape[], info: TLDragShapesInInfo): void {
    if (!isClosed(this.editor, zone)) super.onDragShapesIn(zone, shapes, info);
  }

  override isExportBoundsContainer(): boolean {
    return true;
  }

  /** A note that reaches over the edge is still read whole. */
  override getClipPath(): undefined {
    return undefined;
  }

  override getGeometry({ props }: ZoneShape): Geometry2d {
    const header = new Rectangle2d({
      width: Math.min(props.w, grabWidthMax),
      height: Math.min(props.h, zoneHeaderHeight),
      isFilled: true,
      isLabel: true,
      excludeFromShapeBounds: true,
    });
    return new Group2d({ children: [new Rectangle2d({ width: props.w, height: props.h, isFilled: false }), header] });
  }

  override getText({ props }: ZoneShape): string {
    return props.title;
  }

  /** So that an export holds the letters of its heading, also where nothing else uses them. */
  override getFontFaces(): TLFontFace[] {
    const { normal, bold } = DefaultFontFaces.tldraw_sans.normal;
    return [normal, bold];
  }

  override getAriaDescriptor({ props }: ZoneShape): string {
    return props.prompt === '' ? props.title : `${props.title}: ${props.prompt}`;
  }

  override onResize(shape: ZoneShape, info: TLResizeInfo<ZoneShape>): ZoneShape {
    return resizeBox(shape, info, { minWidth: 160, minHeight: zoneHeaderHeight });
  }

  override component(shape: ZoneShape) {
    return <ZoneView shape={shape} />;
  }

  override getIndicatorPath({ props }: ZoneShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, props.w, props.h, 6);
    return path;
  }

  override toSvg(shape: ZoneShape, context: SvgExportContext) {
    const palette = zonePalettes[context.colorMode];
    return zoneSvg(this.editor, shape, zonesArePaper.get(this.editor) ? palette : { ...palette, fill: 'none' });
  }
}

const drawing: CSSProperties = { position: 'absolute', insetBlockStart: 0, insetInlineStart: 0, direction: 'ltr' };

function ZoneView({ shape }: { shape: ZoneShape }) {
  const palette = zonePalettes[useColorMode()];
  const isEditing = useIsEditing(shape.id);
  const editor = useEditor();
  const plan = useValue('plan of the zone', () => zonePlan(shape.props), [shape.props]);
  const { w, h } = shape.props;
  const style = {
    width: w,
    height: h,
    background: palette.fill,
    border: `1.5px solid ${palette.line}`,
    borderRadius: 6,
  };
  return (
    <HTMLContainer style={style}>
      <svg width={w} height={h} style={drawing} aria-hidden="true">
        <ZoneNumber props={shape.props} palette={palette} />
        <ZonePlanDrawing editor={editor} plan={plan} palette={palette} />
      </svg>
      {isEditing ? (
        <ZoneHeadingForm shape={shape} palette={palette} />
      ) : (
        <ZoneHeading shape={shape} palette={palette} />
      )}
    </HTMLContainer>
  );
}
