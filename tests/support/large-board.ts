// A big board as a group would leave it behind, made from a seed: 40 % geometric shapes, 25 % notes, 15 % texts, 10 % strokes
// of 80 points and 10 % arrows bound to two shapes. Every record is as tldraw writes it and valid in our schema.
import { defaultDocument, defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import {
  b64Vecs,
  createBindingId,
  createShapeId,
  PageRecordType,
  toRichText,
  type TLBinding,
  type TLDrawShapeSegment,
  type TLPage,
  type TLRecord,
  type TLShape,
} from '@tldraw/tlschema';
import { getIndices, type IndexKey } from '@tldraw/utils';
import { between, pick, randomFrom, randomId, type Random } from './seeded-random.ts';
import { strokeProps } from './stroke-props.ts';

export interface LargeBoard {
  shapes: number;
  /** The first is the page of a blank board. */
  pages?: number;
  seed?: number;
}

type Kind = 'geo' | 'note' | 'text' | 'draw' | 'arrow';

interface Spot {
  pageId: TLPage['id'];
  index: IndexKey;
  /** Page units. */
  x: number;
  y: number;
}

// One in twenty shapes each; arrows come after what they join.
const mix: readonly Kind[] = [
  ...Array.from({ length: 8 }, (): Kind => 'geo'),
  ...Array.from({ length: 5 }, (): Kind => 'note'),
  ...Array.from({ length: 3 }, (): Kind => 'text'),
  ...Array.from({ length: 2 }, (): Kind => 'draw'),
  ...Array.from({ length: 2 }, (): Kind => 'arrow'),
];
const columns = 50;
const stepX = 260;
const stepY = 250;
const strokePoints = 80;
const colors = [
  'black',
  'grey',
  'yellow',
  'light-blue',
  'blue',
  'green',
  'light-green',
  'orange',
  'red',
  'violet',
] as const;
const words =
  'water school clinic road market group council young elders women farmers trust funds plan next year meeting report needs strong local shared goal change learn measure together'.split(
    ' ',
  );

/** Document, pages, shapes and bindings. */
export function largeBoard({ shapes, pages = 1, seed = 1 }: LargeBoard): TLRecord[] {
  const random = randomFrom(seed);
  const records: TLRecord[] = [defaultDocument];
  const pageIndexes = getIndices(pages);
  for (let number = 0; number < pages; number++) {
    const page = makePage(number, pageIndexes[number] as IndexKey, random);
    const share = Math.floor((shapes * (number + 1)) / pages) - Math.floor((shapes * number) / pages);
    records.push(page, ...pageContent(page, share, random));
  }
  return records;
}

function makePage(number: number, index: IndexKey, random: Random): TLPage {
  if (number === 0) return { ...defaultPage, index };
  return PageRecordType.create({
    id: PageRecordType.createId(randomId(random)),
    name: `Page ${number + 1}`,
    index,
  });
}

function pageContent(page: TLPage, count: number, random: Random): TLRecord[] {
  const kinds = Array.from({ length: count }, (_, i) => mix[i % mix.length] as Kind);
  // The order of drawing is no order of kinds.
  const plain = kinds.filter((kind) => kind !== 'arrow').sort(() => random() - 0.5);
  const indexes = getIndices(count);
  const spot = (i: number): Spot => ({
    pageId: page.id,
    index: indexes[i] as IndexKey,
    x: (i % columns) * stepX + round(random() * 40),
    y: Math.floor(i / columns) * stepY + round(random() * 40),
  });
  const drawn = plain.map((kind, i) => makeShape(kind, spot(i), random));
  const joined = drawn.filter((shape) => shape.type !== 'draw');
  const arrows = kinds.slice(plain.length).flatMap((_, i) => makeArrow(joined, spot(plain.length + i), random));
  return [...drawn, ...arrows];
}

function makeShape(kind: Kind, spot: Spot, random: Random): TLShape {
  switch (kind) {
    case 'geo':
      return shapeRecord('geo', spot, random, geoProps(random));
    case 'note':
      return shapeRecord('note', spot, random, noteProps(random));
    case 'text':
      return shapeRecord('text', spot, random, textProps(random));
    case 'draw':
      return shapeRecord('draw', spot, random, drawProps(random));
    case 'arrow':
      return shapeRecord('arrow', spot, random, arrowProps(random));
  }
}

/** An arrow and its two bindings; loose where there is nothing to join. */
function makeArrow(joined: readonly TLShape[], spot: Spot, random: Random): TLRecord[] {
  const arrow = makeShape('arrow', spot, random);
  const from = between(random, 0, joined.length - 2);
  const [start, end] = [joined[from], joined[from + 1]];
  if (!start || !end) return [arrow];
  return [arrow, bindingRecord(arrow, start, 'start', random), bindingRecord(arrow, end, 'end', random)];
}

function shapeRecord(type: Kind, { pageId, index, x, y }: Spot, random: Random, props: object): TLShape {
  const record = boardSchema.types.shape.validate({
    id: createShapeId(randomId(random)),
    typeName: 'shape',
    type,
    parentId: pageId,
    index,
    x,
    y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  });
  return record as TLShape;
}

function bindingRecord(arrow: TLShape, to: TLShape, terminal: 'start' | 'end', random: Random): TLBinding {
  const record = boardSchema.types.binding.validate({
    id: createBindingId(randomId(random)),
    typeName: 'binding',
    type: 'arrow',
    fromId: arrow.id,
    toId: to.id,
    meta: {},
    props: {
      terminal,
      normalizedAnchor: { x: round(random()), y: round(random()) },
      isExact: false,
      isPrecise: random() < 0.5,
      snap: 'none',
    },
  });
  return record as TLBinding;
}

function geoProps(random: Random): object {
  return {
    geo: pick(random, ['rectangle', 'ellipse', 'diamond', 'cloud']),
    dash: 'draw',
    url: '',
    w: round(80 + random() * 120),
    h: round(60 + random() * 120),
    growY: 0,
    scale: 1,
    flipX: false,
    flipY: false,
    labelColor: 'black',
    color: pick(random, colors),
    fill: pick(random, ['none', 'semi', 'solid']),
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    richText: toRichText(random() < 0.5 ? '' : sentence(random, 2, 5)),
  };
}

function noteProps(random: Random): object {
  return {
    color: pick(random, colors),
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    fontSizeAdjustment: 1,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: toRichText(sentence(random, 4, 20)),
    scale: 1,
    textLastEditedBy: null,
  };
}

function textProps(random: Random): object {
  return {
    color: pick(random, colors),
    size: 'm',
    font: 'draw',
    textAlign: 'start',
    w: round(150 + random() * 80),
    richText: toRichText(sentence(random, 3, 14)),
    scale: 1,
    autoSize: true,
  };
}

function drawProps(random: Random): object {
  let [x, y, heading] = [0, 0, random() * Math.PI * 2];
  const points = Array.from({ length: strokePoints }, () => {
    const point = { x: round(x), y: round(y), z: 0.5 };
    heading += (random() - 0.5) * 0.8;
    x += Math.cos(heading) * 4;
    y += Math.sin(heading) * 4;
    return point;
  });
  const segments: TLDrawShapeSegment[] = [{ type: 'free', path: b64Vecs.encodePoints(points, 2), dim: 2 }];
  return strokeProps({ color: pick(random, colors), segments });
}

function arrowProps(random: Random): object {
  return {
    kind: 'arc',
    labelColor: 'black',
    color: pick(random, colors),
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'draw',
    start: { x: 0, y: 0 },
    end: { x: stepX, y: 0 },
    bend: 0,
    richText: toRichText(random() < 0.2 ? sentence(random, 1, 3) : ''),
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  };
}

function sentence(random: Random, least: number, most: number): string {
  return Array.from({ length: between(random, least, most) }, () => pick(random, words)).join(' ');
}

/** To a hundredth, as tldraw rounds. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
