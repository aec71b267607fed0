// Records that a raw client with an edit link could write, each of which has stopped a canvas, a server or an export
// before. Used without a browser and in one.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import * as Y from 'yjs';
import { strokeProps } from './stroke-props.ts';

type Fields = Record<string, unknown>;
/** Writes the record, and what it needs, under this id. */
type HostileRecord = (doc: Y.Doc, id: string) => void;

const note = {
  color: 'yellow',
  labelColor: 'black',
  size: 'm',
  font: 'sans',
  fontSizeAdjustment: 1,
  align: 'middle',
  verticalAlign: 'middle',
  growY: 0,
  url: '',
  scale: 1,
  textLastEditedBy: null,
};
const geo = {
  geo: 'rectangle',
  dash: 'draw',
  url: '',
  w: 100,
  h: 100,
  growY: 0,
  scale: 1,
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  size: 'm',
  font: 'draw',
  align: 'middle',
  verticalAlign: 'middle',
};
const arrow = {
  kind: 'arc',
  elbowMidPoint: 0.5,
  dash: 'draw',
  size: 'm',
  fill: 'none',
  color: 'black',
  labelColor: 'black',
  bend: 0,
  start: { x: 0, y: 0 },
  end: { x: 100, y: 50 },
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  font: 'draw',
  labelPosition: 0.5,
  scale: 1,
};
const draw = { ...strokeProps() };
const line = { dash: 'draw', size: 'm', spline: 'cubic', color: 'black', scale: 1 };
const image = {
  w: 100,
  h: 100,
  playing: true,
  url: '',
  assetId: null,
  crop: null,
  flipX: false,
  flipY: false,
  altText: '',
};
const imageAsset = {
  name: 'x',
  src: `asset:${'a'.repeat(32)}.png`,
  w: 10,
  h: 10,
  mimeType: 'image/png',
  isAnimated: false,
};

function shape(type: string, props: Fields, over: Fields = {}): Fields {
  return {
    typeName: 'shape',
    type,
    parentId: 'page:page',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a2',
    isLocked: false,
    opacity: 1,
    meta: {},
    ...over,
    props,
  };
}

function write(doc: Y.Doc, id: string, base: Fields, text?: Y.XmlFragment): void {
  const map = new Y.Map<unknown>([['', base]]);
  if (text) map.set('t', text);
  recordMaps(doc).set(id, map);
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[] = [], attributes: Fields = {}): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

function letters(text: string, marks: Fields = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, text, marks);
  return made;
}

function fragment(...nodes: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const made = new Y.XmlFragment();
  made.insert(0, nodes);
  return made;
}

/** Y types can be put into a document once, so each use makes its own. */
function textCase(node: () => Y.XmlElement | Y.XmlText): HostileRecord {
  return (doc, id) => write(doc, `shape:${id}`, shape('note', note), fragment(node()));
}

function shapeCase(type: string, props: Fields, over: Fields = {}): HostileRecord {
  return (doc, id) =>
    write(
      doc,
      `shape:${id}`,
      shape(type, props, over),
      'labelColor' in props ? fragment(element('paragraph')) : undefined,
    );
}

function arrows(doc: Y.Doc, pairs: readonly (readonly [string, string])[], anchor: number): void {
  for (const [from, to] of pairs) {
    write(doc, `shape:${from}`, shape('arrow', { ...arrow, kind: 'elbow' }), fragment(element('paragraph')));
    for (const terminal of ['start', 'end']) {
      const props = {
        terminal,
        normalizedAnchor: { x: anchor, y: 0.5 },
        isExact: false,
        isPrecise: true,
        snap: 'none',
      };
      write(doc, `binding:${from}${terminal}`, {
        typeName: 'binding',
        type: 'arrow',
        fromId: `shape:${from}`,
        toId: `shape:${to}`,
        meta: {},
        props,
      });
    }
  }
}

function nested(name: string, depth: number): Y.XmlElement {
  let node = element('paragraph', [letters('deep')]);
  for (let i = 0; i < depth; i++) node = element(name, [node]);
  return node;
}

function cardCase(props: Fields): HostileRecord {
  const text = () => fragment(element('paragraph', [letters('q')]));
  return (doc, id) => write(doc, `shape:${id}`, shape('card', { kind: 'outcome', w: 240, ...props }), text());
}

function zoneCase(props: Fields): HostileRecord {
  return (doc, id) => write(doc, `shape:${id}`, shape('zone', { w: 600, h: 600, title: 'z', prompt: '', ...props }));
}

function cells(count: number): Fields[] {
  return Array.from({ length: count }, (_, i) => ({ id: `c${i}`, title: `Part ${i}` }));
}

export const hostileRecords: Readonly<Record<string, HostileRecord>> = {
  'a quotation': textCase(() => element('blockquote', [element('paragraph', [letters('q')])])),
  'a block of code': textCase(() => element('codeBlock', [letters('q')])),
  'a rule': textCase(() => element('horizontalRule')),
  'a paragraph in a paragraph': textCase(() => element('paragraph', [element('paragraph', [letters('q')])])),
  'letters at the top': textCase(() => letters('q')),
  'a list item at the top': textCase(() => element('listItem', [element('paragraph', [letters('q')])])),
  'a list without items': textCase(() => element('bulletList')),
  'a break at the top': textCase(() => element('hardBreak')),
  'a heading of level 99': textCase(() => element('heading', [letters('q')], { level: 99 })),
  'a link that is a program': textCase(() =>
    element('paragraph', [letters('q', { link: { href: 'javascript:alert(1)' } })]),
  ),
  'a link dressed as a button': textCase(() =>
    element('paragraph', [
      letters('q', { link: { href: 'https://a.example/', class: 'tlui-button', style: 'position:fixed' } }),
    ]),
  ),
  'marks that are no objects': textCase(() => element('paragraph', [letters('q', { bold: 'x', link: 5, blink: {} })])),
  'a direction that is an object': textCase(() => element('paragraph', [letters('q')], { dir: { a: 1 } })),
  'a list that starts at 1e300': textCase(() =>
    element('orderedList', [element('listItem', [element('paragraph')])], { start: 1e300 }),
  ),
  'a megabyte of letters': textCase(() => element('paragraph', [letters('a'.repeat(1_000_000))])),
  'quotations in quotations': textCase(() => nested('blockquote', 300)),
  'an order key of 20,000 letters': (doc, id) => {
    // Valid, and equal among three, so that two have to be given others.
    const index = `${'z'.repeat(27)}${'z'.repeat(20_000)}y`;
    for (const name of ['a', 'b', 'c']) {
      shapeCase('note', note)(doc, `${id}${name}`);
      recordMaps(doc).get(`shape:${id}${name}`)?.set('index', index);
    }
  },
  'an id of 100,000 letters': (doc, id) => shapeCase('note', note)(doc, id + 'x'.repeat(100_000)),
  'a number in the place of a record': (doc, id) => void recordMaps(doc).set(`shape:${id}`, 5 as never),
  'a stroke of forty long segments': shapeCase('draw', {
    ...draw,
    segments: Array.from({ length: 40 }, () => ({ type: 'free', path: 'AAAA'.repeat(20_000) })),
  }),
  'a line without points': shapeCase('line', { ...line, points: {} }),
  'a line to the end of the world': shapeCase('line', {
    ...line,
    points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 1e308, y: 1e308 } },
  }),
  'a line of 50,000 points': shapeCase('line', {
    ...line,
    points: Object.fromEntries(
      Array.from({ length: 50_000 }, (_, i) => [`a${i}`, { id: `a${i}`, index: 'a1', x: i % 300, y: 0 }]),
    ),
  }),
  'a stroke without segments': shapeCase('draw', draw),
  'a stroke that is no base64': shapeCase('draw', { ...draw, segments: [{ type: 'free', path: '!!!' }] }),
  'a stroke too short to be one': shapeCase('draw', { ...draw, segments: [{ type: 'free', path: 'AAAA' }] }),
  'a stroke of 30,000 empty segments': shapeCase('draw', {
    ...draw,
    segments: Array.from({ length: 30_000 }, () => ({ type: 'straight', path: '' })),
  }),
  'an arrow bound to itself': (doc, id) => arrows(doc, [[id, id]], 0.5),
  'two arrows bound to each other': (doc, id) =>
    arrows(
      doc,
      [
        [`${id}p`, `${id}q`],
        [`${id}q`, `${id}p`],
      ],
      1e308,
    ),
  'an arrow to the end of the world': shapeCase('arrow', { ...arrow, bend: 1e5, end: { x: 1e200, y: 1e200 } }),
  'groups in groups, 3,000 deep': (doc, id) => {
    for (let i = 0; i < 3_000; i++)
      write(doc, `shape:${id}c${i}`, shape('group', {}, { parentId: i === 0 ? 'page:page' : `shape:${id}c${i - 1}` }));
    write(
      doc,
      `shape:${id}`,
      shape('note', note, { parentId: `shape:${id}c2999` }),
      fragment(element('paragraph', [letters('deep')])),
    );
  },
  'its own parent': (doc, id) =>
    write(doc, `shape:${id}`, shape('note', note, { parentId: `shape:${id}` }), fragment(element('paragraph'))),
  'a zone with a book for a title': shapeCase('zone', {
    w: 600,
    h: 400,
    title: 'W'.repeat(190_000),
    prompt: 'p '.repeat(90_000),
  }),
  'a note a million times its size': shapeCase('note', { ...note, scale: 1e6, growY: 1e6 }),
  'a shape too small to see': shapeCase('geo', { ...geo, geo: 'cloud', w: 1e-300, h: 1e-300, scale: 1e-300 }),
  'not a number': shapeCase('note', note, { x: Number.NaN }),
  'a kind nobody knows': shapeCase('evil', { a: 1 }),
  'an embedded page': shapeCase('embed', { w: 300, h: 300, url: 'https://evil.example/' }),
  'meta without end': shapeCase('note', note, { meta: { long: 'm'.repeat(100_000) } }),
  'a picture of another host': (doc, id) => {
    write(doc, `asset:${id}`, {
      typeName: 'asset',
      type: 'image',
      meta: {},
      props: { ...imageAsset, src: 'https://evil.example/x.png' },
    });
    write(doc, `shape:${id}`, shape('image', { ...image, assetId: `asset:${id}` }));
  },
  'a picture without end': (doc, id) => {
    write(doc, `asset:${id}`, { typeName: 'asset', type: 'image', meta: {}, props: { ...imageAsset, w: 1e308, h: 0 } });
    write(
      doc,
      `shape:${id}`,
      shape('image', {
        ...image,
        assetId: `asset:${id}`,
        crop: { topLeft: { x: 1e308, y: -5 }, bottomRight: { x: 0, y: 0 } },
      }),
    );
  },
  'a page with a book for a name': (doc, id) =>
    write(doc, `page:${id}`, { typeName: 'page', name: 'N'.repeat(2_000_000), index: 'a9', meta: {} }),
  'a grid of size 0': (doc) =>
    write(doc, 'document:document', { typeName: 'document', gridSize: 0, name: '', meta: {} }),
  'a card of a kind nobody knows': cardCase({ kind: '__proto__' }),
  'a card that belongs to itself': cardCase({ kind: 'indicator', on: 'shape:bad', parent: 'shape:bad' }),
  'a card with choices nobody knows': cardCase({ sector: 'toString', stance: 99, due: '2027-02-30', power: 1e9 }),
  'a card as wide as a town': cardCase({ w: 1e300 }),
  'a card with a list of 10,000': cardCase({ tags: Array.from({ length: 10_000 }, (_, i) => `t${i}`) }),
  'a card with a book in a field': cardCase({ note: 'N'.repeat(1_000_000) }),
  'a card with a field of another type': cardCase({ power: 'much' }),
  'a card with a number no one can write': cardCase({ target: 1e200 }),
  'a zone of 10,000 parts': zoneCase({ layout: 'columns', cells: cells(10_000) }),
  'a zone of 500 rows and columns': zoneCase({ layout: 'table', cells: cells(500), rows: cells(500) }),
  'a zone with a part of no size': zoneCase({ layout: 'rows', cells: [{ id: 'a', title: 'a', size: 0 }] }),
  'a zone with two parts of one name': zoneCase({ layout: 'sectors', cells: [...cells(1), ...cells(1)] }),
  'a zone whose axes are nothing': zoneCase({
    layout: 'quadrant',
    across: { field: '__proto__', title: '', low: '', high: '' },
    kind: 'constructor',
    sets: { toString: 'x', power: 'x' },
    shows: ['hasOwnProperty', 'power'],
  }),
  'a zone smaller than its heading': zoneCase({ w: 1, h: 1, layout: 'sectors', cells: cells(3), rows: cells(3) }),
  'an arrow that means nothing readable': (doc, id) =>
    write(
      doc,
      `shape:${id}`,
      shape('arrow', arrow, { meta: { linkType: 'valueOf', linkPolarity: [], linkConfidence: 'x', linkRationale: 5 } }),
      fragment(element('paragraph', [letters('q')])),
    ),
};
