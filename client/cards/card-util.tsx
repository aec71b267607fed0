// How a card looks and behaves on the canvas. Its width is the person's, its height follows from what it shows.
import { cardProps, cardWidth, cardWidthMin, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { emptyRichText, plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import {
  DefaultFontFaces,
  getFontsFromRichText,
  Rectangle2d,
  ShapeUtil,
  type Geometry2d,
  type SvgExportContext,
  type TLFontFace,
  type TLResizeInfo,
} from 'tldraw';
import { cardContent, kindOfCard } from './card-content.ts';
import { cardEdge, cardPalette, edgeRadius } from './card-palette.ts';
import { cardSvg } from './card-svg.tsx';
import { CardView } from './card-view.tsx';

export class CardShapeUtil extends ShapeUtil<CardShape> {
  static override type = 'card' as const;
  static override props = cardProps;

  override getDefaultProps(): CardShape['props'] {
    return { kind: 'idea', w: cardWidth, richText: emptyRichText() };
  }

  override canEdit(): boolean {
    return true;
  }

  override getGeometry(shape: CardShape): Geometry2d {
    return new Rectangle2d({ width: shape.props.w, height: cardContent(this.editor, shape).height, isFilled: true });
  }

  override getText({ props }: CardShape): string {
    return plainFromRichText(props.richText);
  }

  override getAriaDescriptor(shape: CardShape): string {
    const { kindLabel, lines } = cardContent(this.editor, shape);
    return [kindLabel, this.getText(shape), ...lines.map(({ label, text }) => `${label}: ${text}`)].join(', ');
  }

  override getFontFaces({ props }: CardShape): TLFontFace[] {
    const { normal, bold } = DefaultFontFaces.tldraw_sans.normal;
    const inText = getFontsFromRichText(this.editor, props.richText, {
      family: 'tldraw_sans',
      weight: 'normal',
      style: 'normal',
    });
    return [normal, bold, ...inText.filter((face) => face !== normal && face !== bold)];
  }

  /** Only the width: the height is not a person's to say. */
  override onResize(shape: CardShape, { scaleX, initialShape, handle, newPoint }: TLResizeInfo<CardShape>) {
    const w = Math.max(cardWidthMin, Math.abs(initialShape.props.w * scaleX));
    const isFromLeft = handle.includes('left');
    return { x: isFromLeft ? newPoint.x : shape.x, y: initialShape.y, props: { w } };
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  override component(shape: CardShape) {
    return <CardView shape={shape} />;
  }

  override getIndicatorPath(shape: CardShape): Path2D {
    const path = new Path2D();
    const { height } = cardContent(this.editor, shape);
    path.roundRect(0, 0, shape.props.w, height, edgeRadius[cardEdge(kindOfCard(shape))]);
    return path;
  }

  override toSvg(shape: CardShape, context: SvgExportContext) {
    return cardSvg(this.editor, shape, cardPalette(kindOfCard(shape), context.colorMode));
  }
}
