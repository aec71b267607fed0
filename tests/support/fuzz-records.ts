// Whole records as tldraw makes them, for tests without an editor.
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { createBindingId, createShapeId, type TLArrowBinding, type TLDrawShape, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { strokeProps } from './stroke-props.ts';

export function drawn(shape: TLDrawShape, props: Partial<TLDrawShape['props']>): TLDrawShape {
  return { ...shape, props: { ...shape.props, ...props } };
}

export function strokeRecord(
  index: IndexKey,
  id: TLShape['id'],
  segments: TLDrawShape['props']['segments'],
): TLDrawShape {
  return {
    ...arrowRecord(index),
    id,
    type: 'draw',
    props: strokeProps({ segments, isComplete: false }),
  };
}

export function arrowRecord(index: IndexKey): TLShape {
  return {
    id: createShapeId(),
    typeName: 'shape',
    type: 'arrow',
    parentId: 'page:page',
    x: 0,
    y: 0,
    rotation: 0,
    index,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      kind: 'arc',
      labelColor: 'black',
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      font: 'sans',
      start: { x: 0, y: 0 },
      end: { x: 10, y: 10 },
      bend: 0,
      richText: richTextFromPlain(''),
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    },
  } as TLShape;
}

export function bindingRecord(arrow: TLShape['id'], shape: TLShape['id'], terminal: 'start' | 'end'): TLArrowBinding {
  return {
    id: createBindingId(),
    typeName: 'binding',
    type: 'arrow',
    fromId: arrow,
    toId: shape,
    meta: {},
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  };
}

/** A note as a card, a card as a note; anything else as it is. */
export function turned(shape: TLShape): TLShape {
  if (shape.type === 'note')
    return { ...shape, type: 'card', props: { kind: 'outcome', w: 240, richText: shape.props.richText } };
  if (shape.type !== 'card') return shape;
  return { ...shape, type: 'note', props: { ...noteProps(''), richText: shape.props.richText } } as TLShape;
}

/** Two fields in turn, and now and then one of them emptied. */
export function withField(shape: TLShape, value: number): TLShape {
  if (shape.type !== 'card') return shape;
  const change = value % 2 === 0 ? { power: value === 0 ? undefined : value % 101 } : { wants: `wish ${value}` };
  return { ...shape, props: { ...shape.props, ...change } };
}
