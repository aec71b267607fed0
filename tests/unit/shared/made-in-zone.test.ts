// What a group has put together, framed or drawn in its zone, when it is brought back.
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { bringTogether } from '@commonboard/shared/groups/bring-together.ts';
import { groupSetIdSchema } from '@commonboard/shared/groups/group-set.ts';
import { madeInZone } from '@commonboard/shared/groups/made-in-zone.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';

function shape(id: string, type: string, parent: string, props: object, more: object = {}): TLShape {
  const usual = { typeName: 'shape', index: 'a1', x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} };
  const parentId = parent === 'page:page' ? parent : createShapeId(parent);
  return boardSchema.types.shape.validate({
    ...usual,
    id: createShapeId(id),
    type,
    parentId,
    props,
    ...more,
  }) as TLShape;
}
const zone = (id: string) => shape(id, 'zone', 'page:page', { w: 2_000, h: 1_000, title: id, prompt: '' });
const note = (id: string, parent: string, more: object = {}) => shape(id, 'note', parent, noteProps(id), more);
const words = (id: string, parent: string, more: object = {}) =>
  shape(
    id,
    'text',
    parent,
    {
      color: 'black',
      size: 'm',
      w: 100,
      font: 'sans',
      textAlign: 'start',
      autoSize: true,
      scale: 1,
      richText: richTextFromPlain(id),
    },
    more,
  );

/** One group whose zone is `own`. */
const made: TLRecord[] = [
  ...blankBoardRecords(),
  zone('main'),
  zone('own'),
  shape('pair', 'group', 'own', {}, { x: 500, y: 300, rotation: Math.PI / 2 }),
  note('low', 'pair', { x: 200, y: 0 }),
  note('high', 'pair', { x: 0, y: 0 }),
  shape('cluster', 'group', 'own', {}, { x: 900, y: 0 }),
  note('named', 'cluster'),
  words('Title', 'cluster'),
  shape('frame', 'frame', 'own', { w: 300, h: 300, name: 'Costs', color: 'black' }, { x: 1_500, y: 600 }),
  note('framed', 'frame', { x: 10, y: 10 }),
  words('Heading of the template', 'own', { isLocked: true }),
];

function brought(ends: 'lock' | 'remove') {
  const group = {
    number: 1,
    people: [],
    scribe: null,
    host: null,
    link: null,
    helpAt: null,
    zone: createShapeId('own'),
  };
  const set = { id: groupSetIdSchema.parse('g1'), groups: [group], zone: createShapeId('main'), more: [], ends };
  return bringTogether(made, set);
}
const idsIn = (puts: readonly TLRecord[], parent: string) =>
  puts
    .flatMap((one) => (one.typeName === 'shape' && one.parentId === createShapeId(parent) ? [one.id] : []))
    .toSorted();

describe('[R174] what lies deeper in the zone of a group', () => {
  it('is nothing in an empty zone, and in one that is not there', () => {
    expect(madeInZone(made, createShapeId('main'))).toEqual({ things: [], emptied: [], others: 0 });
    expect(madeInZone(made, 'shape:none')).toEqual({ things: [], emptied: [], others: 0 });
  });

  it('is found where it stands in the zone, turned with what holds it', () => {
    const { things, emptied, others } = madeInZone(made, createShapeId('own'));
    expect(things.map(({ id, x, y }) => [id.slice('shape:'.length), Math.round(x), Math.round(y)])).toEqual([
      ['named', 900, 0],
      ['high', 500, 300],
      ['low', 500, 500],
      ['framed', 1_510, 610],
    ]);
    expect(emptied).toEqual([createShapeId('pair')]);
    // The title and the frame.
    expect(others).toBe(2);
  });

  it('moves with the rest where the zone goes; what holds nothing any more goes too, and the others are counted', () => {
    const { puts, going, stayed } = brought('remove');
    expect(idsIn(puts, 'main')).toEqual(['framed', 'high', 'low', 'named'].map((id) => createShapeId(id)));
    expect(going).toContain(createShapeId('pair'));
    expect(going).not.toContain(createShapeId('cluster'));
    expect(stayed).toBe(2);
  });

  it('is copied where the zone stays, and stays itself as it lies', () => {
    const { puts, going, stayed } = brought('lock');
    expect(idsIn(puts, 'main')).toEqual(['framed', 'high', 'low', 'named'].map((id) => createShapeId(`of-${id}`)));
    const low = puts.find(({ id }) => id === createShapeId('low'));
    expect(low).toMatchObject({ x: 200, y: 0, parentId: createShapeId('pair'), isLocked: true });
    expect([going, stayed]).toEqual([[], 2]);
  });
});
