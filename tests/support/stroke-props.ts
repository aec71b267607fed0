// What a stroke of tldraw has besides its points.
import type { TLDrawShapeProps } from '@tldraw/tlschema';

/** A finished stroke; `props` says what is different. */
export function strokeProps(props: Partial<TLDrawShapeProps> = {}): TLDrawShapeProps {
  return {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
    scaleX: 1,
    scaleY: 1,
    ...props,
  };
}
