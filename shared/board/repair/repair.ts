// store = repair(document): which of the readable records are shown, and where. A pure function of the document, so that
// every client and the server come to the same picture in whatever order updates arrived. Nothing is written back.
//
//   R1  an unreadable record is hidden (decodeRecord)          R4  a circle, or nesting too deep: one shape of it goes to the page
//   R2  a binding without an arrow and another shape is hidden  R5  equal index among siblings: ordered by (index, id)
//   R3  a shape without its parent stands on the page          R6  no document or page record: fixed ones, the same for all
import type { TLBinding, TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import { limits } from '../../protocol/limits.ts';
import { defaultDocument, defaultPage } from './default-records.ts';
import type { DecodedRecord } from '../layout/record-codec.ts';
import {
  breakerOf,
  byIndexThenId,
  onItsPage,
  shownBindings,
  spreadEqualIndexes,
  type Ordered,
} from './repair-rules.ts';

export interface RepairedBoard {
  records: Map<string, TLRecord>;
  /** Records that are in the document but cannot be shown. */
  hidden: number;
}

/** The whole board at once. `LiveRepair` comes to the same, a change at a time. */
export function repairBoard(decoded: ReadonlyMap<string, DecodedRecord | null>): RepairedBoard {
  const records = new Map<string, TLRecord>();
  const shapes = new Map<string, TLShape>();
  const bindings: TLBinding[] = [];
  let hidden = 0;
  for (const [id, entry] of decoded) {
    if (!entry) hidden++;
    else if (entry.record.typeName === 'shape') shapes.set(id, entry.record);
    else if (entry.record.typeName === 'binding') bindings.push(entry.record);
    else records.set(id, entry.record);
  }
  if (!records.has(defaultDocument.id)) records.set(defaultDocument.id, defaultDocument);
  const firstPage = ensurePage(records);
  for (const shape of placeShapes(shapes, decoded, records, firstPage)) records.set(shape.id, shape);
  orderSiblings(records);
  hidden += addBindings(bindings, records);
  return { records, hidden };
}

function ensurePage(records: Map<string, TLRecord>): TLPage {
  const pages = [...records.values()].filter((record): record is TLPage => record.typeName === 'page');
  const first = pages.sort(byIndexThenId)[0];
  if (first) return first;
  records.set(defaultPage.id, defaultPage);
  return defaultPage;
}

function placeShapes(
  shapes: ReadonlyMap<string, TLShape>,
  decoded: ReadonlyMap<string, DecodedRecord | null>,
  records: ReadonlyMap<string, TLRecord>,
  firstPage: TLPage,
): TLShape[] {
  const broken = circleBreakers(shapes);
  for (const id of tooDeep(shapes, broken)) broken.add(id);
  return [...shapes.values()].map((shape) => {
    const parentThere = records.get(shape.parentId)?.typeName === 'page' || shapes.has(shape.parentId);
    if (parentThere && !broken.has(shape.id)) return shape;
    const entry = decoded.get(shape.id) ?? { record: shape, fallback: null };
    return onItsPage(shape, entry, (id) => records.get(id)?.typeName === 'page', firstPage);
  });
}

/** The smallest id of each circle of parents. */
function circleBreakers(shapes: ReadonlyMap<string, TLShape>): Set<string> {
  const breakers = new Set<string>();
  const settled = new Set<string>();
  for (const start of shapes.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let id: string = start;
    while (shapes.has(id) && !settled.has(id) && !onPath.has(id)) {
      path.push(id);
      onPath.add(id);
      id = shapes.get(id)?.parentId ?? '';
    }
    if (onPath.has(id)) {
      breakers.add(breakerOf(path.slice(path.indexOf(id))));
    }
    for (const member of path) settled.add(member);
  }
  return breakers;
}

/** Shapes nested deeper than anybody can draw; each starts anew on the page, with what is inside it. */
function tooDeep(shapes: ReadonlyMap<string, TLShape>, broken: ReadonlySet<string>): string[] {
  const depths = new Map<string, number>();
  const cut: string[] = [];
  for (const start of shapes.keys()) {
    const path: string[] = [];
    let id: string = start;
    while (shapes.has(id) && !depths.has(id)) {
      path.push(id);
      if (broken.has(id)) break;
      id = shapes.get(id)?.parentId ?? '';
    }
    let depth = depths.get(id) ?? 0;
    for (const member of path.reverse()) {
      depth = broken.has(member) ? 1 : depth + 1;
      if (depth > limits.nestingMax) {
        cut.push(member);
        depth = 1;
      }
      depths.set(member, depth);
    }
  }
  return cut;
}

/** Pages among pages and shapes among siblings. */
function orderSiblings(records: Map<string, TLRecord>): void {
  const families = new Map<string, Ordered[]>();
  for (const record of records.values()) {
    if (record.typeName !== 'shape' && record.typeName !== 'page') continue;
    const parent = record.typeName === 'shape' ? record.parentId : 'pages';
    const family = families.get(parent);
    if (family) family.push(record);
    else families.set(parent, [record]);
  }
  for (const family of families.values()) {
    if (new Set(family.map((record) => record.index)).size === family.length) continue;
    for (const record of spreadEqualIndexes(family)) records.set(record.id, record);
  }
}

/** Returns how many had to be hidden. */
function addBindings(bindings: TLBinding[], records: Map<string, TLRecord>): number {
  const ofArrow = Map.groupBy(bindings, ({ fromId }) => fromId);
  let shown = 0;
  for (const group of ofArrow.values()) {
    for (const binding of shownBindings(group, (id) => records.get(id))) {
      records.set(binding.id, binding);
      shown++;
    }
  }
  return bindings.length - shown;
}
