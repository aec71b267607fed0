// What groups made on a part of several zones, and where it stands when it is back.
import { createBindingId, createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { cellsAt } from '@commonboard/shared/domain/placement.ts';
import { bringTogether, emptyZones } from '@commonboard/shared/groups/bring-together.ts';
import { type GroupSet, groupSetIdSchema } from '@commonboard/shared/groups/group-set.ts';
import { groupZones } from '@commonboard/shared/groups/group-zones.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { isZone, type ZoneProps, zonePlan } from '@commonboard/shared/schema/zone-shape.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';

function shape(id: string, type: string, props: object, more: Partial<TLShape> = {}): TLShape {
  const usual = { typeName: 'shape', index: 'a1', x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} };
  const parentId = 'page:page';
  return boardSchema.types.shape.validate({
    ...usual,
    id: createShapeId(id),
    type,
    parentId,
    props,
    ...more,
  }) as TLShape;
}
const zone = (id: string, props: Partial<ZoneProps> = {}, more: Partial<TLShape> = {}) =>
  shape(id, 'zone', { w: 1000, h: 800, title: id, prompt: '', ...props }, more);
const card = (id: string, parentId: string, x: number, y: number) =>
  shape(
    id,
    'card',
    { kind: 'outcome', w: 240, richText: richTextFromPlain(id) },
    { parentId: parentId as TLShape['parentId'], x, y },
  );

const columns: Partial<ZoneProps> = {
  layout: 'columns',
  cells: [
    { id: 'now', title: 'Now' },
    { id: 'later', title: 'Later' },
  ],
};
const prompt = shape('prompt', 'note', noteProps('Write here'), {
  parentId: createShapeId('board'),
  meta: { prompt: 'Write here' },
});
const records: TLRecord[] = [
  ...blankBoardRecords(),
  zone('board', columns),
  zone('grid', { layout: 'quadrant' }, { x: 1100, y: 200 }),
  prompt,
];

const group = (number: number): GroupSet['groups'][number] => ({
  number,
  people: [],
  scribe: null,
  host: null,
  link: null,
  helpAt: null,
  zone: null,
});

const set: GroupSet = {
  id: groupSetIdSchema.parse('g7'),
  how: 'random',
  stage: 'open',
  zone: createShapeId('board'),
  more: [createShapeId('grid')],
  title: 'Group #',
  groups: [group(1), group(2)],
  isChoosing: false,
  unplaced: [],
  away: {},
  warnedAt: null,
  ends: null,
  before: null,
  stayed: 0,
  startedAt: 0,
  by: participantIdSchema.parse('pAAAAAAAAAAAAAAAA'),
  step: null,
};

function grouped(): { board: TLRecord[]; set: GroupSet; idOf: (number: number, of: string) => string } {
  const { shapes, zones } = groupZones(records, set);
  const groups = set.groups.map((one) => ({ ...one, zone: zones.get(one.number) ?? null }));
  const idOf = (number: number, of: string) =>
    shapes.find((one) => isZone(one) && one.props.title === `Group ${number} · ${of}`)?.id ?? '';
  return { board: [...records, ...shapes], set: { ...set, groups }, idOf };
}

function after(board: readonly TLRecord[], { puts, going }: { puts: readonly TLRecord[]; going: readonly string[] }) {
  const now = new Map([...board, ...puts].map((record) => [record.id as string, record]));
  for (const id of going) now.delete(id);
  return [...now.values()];
}

function arrow(from: string, to: string): TLRecord[] {
  const props = { kind: 'arc', elbowMidPoint: 0.5, dash: 'solid', size: 'm', fill: 'none', color: 'black' };
  const more = { labelColor: 'black', bend: 0, start: { x: 0, y: 0 }, end: { x: 1, y: 1 }, labelPosition: 0.5 };
  const heads = {
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    scale: 1,
    richText: richTextFromPlain(''),
  };
  const bind = (terminal: 'start' | 'end', toId: string): TLRecord => ({
    typeName: 'binding',
    id: createBindingId(`link-${terminal}`),
    type: 'arrow',
    fromId: createShapeId('link'),
    toId: createShapeId(toId),
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    meta: {},
  });
  return [shape('link', 'arrow', { ...props, ...more, ...heads }), bind('start', from), bind('end', to)];
}

describe('[R213] the copies', () => {
  it('have headings, cells, axes and prompts of what they are of, and stand to each other as those do', () => {
    const { shapes } = groupZones(records, set);
    const zones = shapes.filter(isZone);
    expect(zones.map(({ props: { title, layout, group: of } }) => [title, layout, of])).toEqual([
      ['Group 1 · board', 'columns', '1'],
      ['Group 1 · grid', 'quadrant', '1'],
      ['Group 2 · board', 'columns', '2'],
      ['Group 2 · grid', 'quadrant', '2'],
    ]);
    const [board, grid] = zones;
    expect([grid!.x - board!.x, grid!.y - board!.y]).toEqual([1100, 200]);
    expect(shapes.filter(({ type }) => type === 'note').map(({ parentId }) => parentId)).toEqual([
      zones[0]!.id,
      zones[2]!.id,
    ]);
    expect(groupZones(records, set)).toEqual(groupZones(records, set));
    for (const one of shapes) boardSchema.types.shape.validate(one);
  });

  it('are empty until somebody writes or draws, prompts or not; of a group that has, all stay', () => {
    const { board, set: open, idOf } = grouped();
    const gone = emptyZones(board, open);
    expect(gone.toSorted()).toEqual(board.flatMap(({ id }) => (id.startsWith('shape:g7-') ? [id] : [])).toSorted());
    const parentId = idOf(2, 'grid') as TLShape['parentId'];
    const drawn = shape('drawn', 'frame', { w: 100, h: 100, name: '', color: 'black' }, { parentId });
    expect(emptyZones([...board, drawn], open)).toEqual(gone.filter((id) => id.startsWith('shape:g7-1')));
  });
});

describe('[R213] what is brought back', () => {
  it.each(['lock', 'remove'] as const)(
    'stands in the part of the zone where its group put it, and on nothing else (%s)',
    (ends) => {
      const { board, set: open, idOf } = grouped();
      const made = [1, 2].flatMap((number) => [
        card(`later-${number}`, idOf(number, 'board'), 640, 200),
        card(`point-${number}`, idOf(number, 'grid'), 300, 300),
      ]);
      const now = after([...board, ...made], bringTogether([...board, ...made], { ...open, ends }));
      const model = boardModel(now, { title: '', template: null });
      expect(Object.fromEntries(model.cards.map(({ title, zoneId, group: of }) => [title, [zoneId, of]]))).toEqual({
        'later-1': ['shape:board', '1'],
        'later-2': ['shape:board', '2'],
        'point-1': ['shape:grid', '1'],
        'point-2': ['shape:grid', '2'],
      });
      const back = now.flatMap((one) =>
        one.typeName === 'shape' && one.type === 'card' && made.every(({ parentId }) => parentId !== one.parentId)
          ? [one]
          : [],
      );
      const [first, second] = back.filter(({ parentId }) => parentId === 'shape:board');
      const plan = zonePlan({ w: 1000, h: 800, title: '', prompt: '', ...columns });
      for (const { x, y } of [first!, second!]) expect(cellsAt(plan, { x: x + 120, y: y + 70 }).cell?.id).toBe('later');
      expect(Math.abs(first!.y - second!.y)).toBeGreaterThanOrEqual(140);
      const points = back.filter(({ parentId }) => parentId === 'shape:grid').map(({ x, y }) => [x, y]);
      expect(points).toEqual([
        [300, 300],
        [332, 332],
      ]);
      expect(now.some(({ id }) => id === 'shape:g7-1-prompt')).toBe(ends === 'lock');
    },
  );

  it('takes the links between its cards along, each once', () => {
    for (const ends of ['lock', 'remove'] as const) {
      const { board, set: open, idOf } = grouped();
      const zoneId = idOf(1, 'board');
      const all = [
        ...board,
        card('cause', zoneId, 40, 200),
        card('effect', zoneId, 640, 200),
        ...arrow('cause', 'effect'),
      ];
      const model = boardModel(after(all, bringTogether(all, { ...open, ends })), { title: '', template: null });
      const title = (id: string) => model.cards.find((one) => one.id === id)?.title;
      expect(model.links.map(({ from, to }) => [title(from), title(to)])).toEqual([['cause', 'effect']]);
    }
  });
});
