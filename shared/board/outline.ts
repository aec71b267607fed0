// A board as a tree in reading order: pages, zones, what lies in them. For screen readers, simple clients and text exports.
import type { TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import type { FieldValue } from '../domain/fields.ts';
import { inReadingOrder } from '../domain/reading-order.ts';
import { limits } from '../protocol/limits.ts';
import type { OutlineNode } from '../protocol/note-routes.ts';
import type { CardShape } from '../schema/card-shape.ts';
import { filledFields } from './board-model.ts';
import { plainFromRichText } from './text/rich-text.ts';

type NodeKind = OutlineNode['kind'];

export function boardOutline(records: readonly TLRecord[]): OutlineNode[] {
  const children = new Map<string, TLShape[]>();
  for (const record of records) {
    if (record.typeName !== 'shape') continue;
    const siblings = children.get(record.parentId);
    if (siblings) siblings.push(record);
    else children.set(record.parentId, [record]);
  }
  const nodesOf = (parentId: string, depth: number): OutlineNode[] =>
    inReadingOrder(children.get(parentId) ?? []).flatMap((shape) => nodeOf(shape, depth));
  const nodeOf = (shape: TLShape, depth: number): OutlineNode[] => {
    // Deeper than anybody reads, and than the stack would bear, what lies in a shape stands beside it.
    if (depth >= limits.nestingMax) return flat(shape).flatMap((one) => nodeWith(one, []));
    return nodeWith(shape, nodesOf(shape.id, depth + 1));
  };
  const flat = (shape: TLShape): TLShape[] => {
    const all = [shape];
    for (const one of all) for (const child of inReadingOrder(children.get(one.id) ?? [])) all.push(child);
    return all;
  };
  const pages = records.filter((record): record is TLPage => record.typeName === 'page');
  return pages
    .sort((a, b) => (a.index < b.index ? -1 : 1))
    .map((page): OutlineNode => ({ id: page.id, kind: 'page', title: page.name, children: nodesOf(page.id, 0) }));
}

function nodeWith(shape: TLShape, inside: OutlineNode[]): OutlineNode[] {
  const title = titleOf(shape);
  // Lines and strokes without words or content say nothing in a list.
  if (title === '' && inside.length === 0 && shape.type !== 'zone') return [];
  const node: OutlineNode = { id: shape.id, kind: kindOf(shape), title, children: inside };
  if (shape.type === 'zone') {
    node.prompt = shape.props.prompt;
    if (shape.props.part !== undefined) node.part = shape.props.part;
  }
  if (shape.type === 'card') node.card = { kind: shape.props.kind, fields: valuesOf(shape) };
  return [node];
}

function valuesOf(card: CardShape): Record<string, FieldValue> {
  const filled = Object.entries<FieldValue | undefined>(filledFields({ ...card.props }));
  return Object.fromEntries(filled.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

export function titleOf(shape: TLShape): string {
  if (shape.type === 'zone') return shape.props.title;
  if (shape.type === 'frame') return shape.props.name;
  if (shape.type === 'image') return shape.props.altText;
  if (shape.type === 'bookmark') return shape.props.url;
  return 'richText' in shape.props ? plainFromRichText(shape.props.richText) : '';
}

function kindOf(shape: TLShape): NodeKind {
  switch (shape.type) {
    case 'zone':
    case 'frame':
    case 'group':
    case 'note':
    case 'card':
    case 'text':
    case 'image':
      return shape.type;
    default:
      return 'shape';
  }
}
