// Somebody has put a shape as far out, or as far up, as one may be: what others write beside it is still there for everybody.
import { describe, expect, it } from 'vitest';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { allowedContent } from '@commonboard/shared/board/repair/content-rules.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { bringTogether } from '@commonboard/shared/groups/bring-together.ts';
import { groupZones } from '@commonboard/shared/groups/group-zones.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';

const usual = { typeName: 'shape', rotation: 0, isLocked: false, opacity: 1, meta: {}, x: 0, y: 0, index: 'a1' };
const shape = (more: object): TLShape => boardSchema.types.shape.validate({ ...usual, ...more }) as TLShape;
const note = (id: string, more: object = {}) =>
  shape({ id: `shape:${id}`, type: 'note', props: noteProps(id), parentId: 'page:page', ...more });
const zone = (id: string, more: object = {}) =>
  shape({
    id: `shape:${id}`,
    type: 'zone',
    parentId: 'page:page',
    props: { w: 1_200, h: 900, title: id, prompt: '', ...more },
  });

const most = limits.coordinateMax;
const lastKey = 'z'.repeat(limits.indexCharsMax);
const pushes = {
  'the last key': { index: lastKey },
  'far down': { y: most },
  'far right': { x: most },
  'far up': { y: -most },
};
const groups = [1, 2].map((number) => ({
  number,
  zone: `shape:g-${number}`,
  people: [],
  scribe: null,
  needsHelp: false,
}));
const set = { id: 'g', groups, more: [], zone: 'shape:wall', ends: 'lock', title: 'Group #' } as never;

const allShown = (records: readonly TLRecord[]) => records.map((record) => allowedContent(record));

describe.each(Object.entries(pushes))('beside a shape with %s', (_, push) => {
  const board = (parentId: string, ...more: TLShape[]): TLRecord[] => [
    ...blankBoardRecords(),
    zone('wall'),
    note('pusher', { parentId, ...push }),
    ...more,
  ];

  it.each(['page:page', 'shape:wall'])('[R163] a note that is written without the canvas shows, in %s', (parentId) => {
    const inZone = newNoteRecord(board(parentId), { text: 'Hello', zone: 'shape:wall' });
    const onPage = newNoteRecord(board(parentId), { text: 'Hello' });
    expect(allShown([inZone, onPage].flatMap((record) => record ?? []))).toEqual([true, true]);
  });

  it('[R170] the zones of groups show', () => {
    const { shapes } = groupZones(board('page:page'), set);
    expect(shapes).toHaveLength(2);
    expect(new Set(allShown(shapes))).toEqual(new Set([true]));
  });

  it.each(['page:page', 'shape:wall'])('[R174] what is brought back shows, in %s', (parentId) => {
    const made = [
      zone('g-1'),
      zone('g-2'),
      note('one', { parentId: 'shape:g-1' }),
      note('two', { parentId: 'shape:g-2' }),
    ];
    const { puts } = bringTogether(board(parentId, ...made), set);
    expect(puts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(allShown(puts))).toEqual(new Set([true]));
  });
});
