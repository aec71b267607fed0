// store = repair(document): which of the readable records are shown, and where. A pure function of the document, so that
// every client and the server come to the same picture in whatever order updates arrived. Nothing is written back.
//
//   R1  an unreadable record is hidden (decodeRecord)          R4  a circle, or nesting too deep: one shape of it goes to the page
//   R2  a binding without an arrow and another shape is hidden  R5  equal index among siblings: ordered by (index, id)
//   R3  a shape without its parent stands on the page          R6  no document or page record: fixed ones, the same for all
import type { TLBinding, TLPage, TLPageId, TLRecord, TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { generateKeyBetween } from 'fractional-indexing';
import { limits } from '../protocol/limits.ts';
import { defaultDocument, defaultPage } from './default-records.ts';
import type { DecodedRecord } from './record-codec.ts';

export interface RepairedBoard {
  records: Map<string, TLRecord>;
  /** Records that are in the document but cannot be shown. */
  hidden: number;
}

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
    const fallback = decoded.get(shape.id)?.fallback;
    const page =
      fallback && records.get(fallback.pageId)?.typeName === 'page' ? (fallback.pageId as TLPageId) : firstPage.id;
    return fallback
      ? { ...shape, parentId: page, x: fallback.x, y: fallback.y, rotation: fallback.rotation }
      : { ...shape, parentId: page };
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
      const circle = path.slice(path.indexOf(id));
      breakers.add(circle.reduce((a, b) => (a < b ? a : b)));
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

/** Pages among pages and shapes among siblings: of two with the same index, the later id gets a derived index after it. */
function orderSiblings(records: Map<string, TLRecord>): void {
  const families = new Map<string, (TLShape | TLPage)[]>();
  for (const record of records.values()) {
    if (record.typeName !== 'shape' && record.typeName !== 'page') continue;
    const parent = record.typeName === 'shape' ? record.parentId : 'pages';
    const family = families.get(parent);
    if (family) family.push(record);
    else families.set(parent, [record]);
  }
  for (const family of families.values()) {
    if (new Set(family.map((record) => record.index)).size < family.length) spreadEqualIndexes(family, records);
  }
}

function spreadEqualIndexes(family: (TLShape | TLPage)[], records: Map<string, TLRecord>): void {
  family.sort(byIndexThenId);
  for (let i = 0; i < family.length;) {
    const index = family[i]?.index;
    let end = i + 1;
    while (family[end]?.index === index) end++;
    const next = family[end]?.index;
    let previous = index;
    for (const record of family.slice(i + 1, end)) {
      previous = derivedIndexBetween(previous, next);
      records.set(record.id, { ...record, index: previous });
    }
    i = end;
  }
}

// tldraw's own keys carry random jitter; a repair must come out the same everywhere, so this one has none.
function derivedIndexBetween(below: IndexKey | undefined, above: IndexKey | undefined): IndexKey {
  return generateKeyBetween(below ?? null, above ?? null) as IndexKey;
}

/** Returns how many had to be hidden. */
function addBindings(bindings: TLBinding[], records: Map<string, TLRecord>): number {
  const taken = new Set<string>();
  let hidden = 0;
  for (const binding of bindings.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const from = records.get(binding.fromId);
    const end = `${binding.fromId} ${binding.props.terminal}`;
    const to = records.get(binding.toId);
    const joins =
      from?.typeName === 'shape' && from.type === 'arrow' && to?.typeName === 'shape' && to.type !== 'arrow';
    if (!joins || taken.has(end)) {
      hidden++;
      continue;
    }
    taken.add(end);
    records.set(binding.id, binding);
  }
  return hidden;
}

function byIndexThenId(a: { index: string; id: string }, b: { index: string; id: string }): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
