// Which group a note or card comes from: what keeps it, where it is told, and where it is not.
import { createShapeId, type TLNoteShape, type TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { groupOrigin, withOriginOf } from '@commonboard/shared/board/notes/group-origin.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { shownColumns } from '@commonboard/shared/domain/harvest/table.ts';
import { tableNamed, workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { revealedNotes } from '@commonboard/shared/drafts/reveal-notes.ts';
import { bringTogether } from '@commonboard/shared/groups/bring-together.ts';
import { groupSetIdSchema } from '@commonboard/shared/groups/group-set.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import { publishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import type { CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { aCard, aNote, aZone, board } from '../../support/harvest-board.ts';

const choice = { locale: 'en' };

function shape(id: string, type: string, props: object, parentId: string = 'page:page'): TLShape {
  const usual = { typeName: 'shape', index: 'a1', x: 40, y: 160, rotation: 0, isLocked: false, opacity: 1, meta: {} };
  return boardSchema.types.shape.validate({ ...usual, id: createShapeId(id), type, parentId, props }) as TLShape;
}
const zone = (id: string, props: object = {}) =>
  shape(id, 'zone', { w: 1200, h: 900, title: id, prompt: '', ...props });
const note = (id: string, parent: string) => shape(id, 'note', noteProps(id), createShapeId(parent));

/** A group with a note of its own, a card, and one that an anonymous round has shown. */
function groupBoard() {
  const page = [...blankBoardRecords(), zone('main'), zone('g1-1', { group: '1' })];
  const draft = note('secret', 'main') as TLNoteShape;
  const [shown] = revealedNotes(
    page,
    { isAnonymous: true, zone: createShapeId('g1-1') },
    [{ person: 'somebody', name: 'Ada', drafts: [draft] }],
    () => 0,
  );
  const card = shape(
    'idea',
    'card',
    { kind: 'idea', w: 240, richText: richTextFromPlain('idea') },
    createShapeId('g1-1'),
  );
  return [...page, note('kestrel', 'g1-1'), card, shown!.record];
}

function brought(ends: 'lock' | 'remove') {
  const records = groupBoard();
  const group = {
    number: 1,
    people: [],
    scribe: null,
    host: null,
    link: null,
    helpAt: null,
    zone: createShapeId('g1-1'),
  };
  const { puts, going } = bringTogether(records, {
    id: groupSetIdSchema.parse('g1'),
    groups: [group],
    zone: createShapeId('main'),
    more: [],
    ends,
  });
  const now = new Map([...records, ...puts].map((record) => [record.id as string, record]));
  for (const id of going) now.delete(id);
  return boardModel([...now.values()], { title: 'Board', template: null });
}

const origins = ({ notes, cards }: BoardModel) =>
  Object.fromEntries([
    ...notes.map(({ text, group }) => [text, group]),
    ...cards.map(({ title, group }) => [title, group]),
  ]);

const made = board({
  zones: [aZone('z', 'Ideas')],
  notes: [aNote('n', 'A bench', { zoneId: 'shape:z', group: '2' }), aNote('m', 'A tree', { zoneId: 'shape:z' })],
  cards: [
    aCard('c', 'commitment', 'Dig', { owner: 'Ada' }, { zoneId: 'shape:z', group: '3' }),
    aCard('s', 'stakeholder', 'School', { entity: 'organisation' }, { zoneId: 'shape:z', group: '1' }),
  ],
});

describe('[R211] what is brought back', () => {
  it.each(['lock', 'remove'] as const)(
    'has its group and counts once; of an anonymous round it has none (%s)',
    (ends) => expect(origins(brought(ends))).toEqual({ kestrel: '1', idea: '1', secret: null }),
  );

  it('keeps it as a card that becomes a note, and the group’s own still does not count', () => {
    const card = { ...(shape('c', 'card', { kind: 'idea', w: 240, richText: richTextFromPlain('c') }) as CardShape) };
    const copy = { ...card, props: { ...card.props, group: '4', sources: ['shape:own'] } };
    const asNote = withOriginOf(copy, shape('c', 'note', noteProps('c')) as TLNoteShape);
    expect(asNote.meta).toEqual({ group: '4', source: 'shape:own' });
    expect(groupOrigin(withOriginOf(card, asNote))).toBe('4');
    expect(groupOrigin({ ...card, meta: asNote.meta })).toBe('4');
    expect(groupOrigin({ ...card, meta: { group: 7 } })).toBeNull();
  });
});

describe('[R211] files', () => {
  const columnsOf = (name: string, redacted = false) =>
    tableNamed(name, forExport(made, { redacted }), choice)!.columns.map(({ key }) => key);

  it('have a column for it where something comes from a group, and none where nothing does', () => {
    for (const name of ['notes', 'cards', 'commitments', 'stakeholders']) expect(columnsOf(name)).toContain('group');
    const none = { ...made, notes: [], cards: made.cards.map((card) => ({ ...card, group: null })) };
    for (const name of ['notes', 'cards', 'commitments', 'stakeholders'])
      expect(tableNamed(name, forExport(none), choice)!.columns.map(({ key }) => key)).not.toContain('group');
    const notes = workbookTables(forExport(made), choice).find(({ name }) => name === 'notes')!;
    expect(shownColumns(notes).map(({ title }) => title.en)).toContain('Group');
    expect(notes.rows.map(({ group }) => group)).toEqual(['2', null]);
  });

  it('say it in the report, and in no copy that may be public', () => {
    const words = (redacted: boolean) =>
      JSON.stringify(reportOf(forExport(made, { redacted }), { date: '2027-01-05' }, choice).blocks);
    expect(words(false)).toContain('Group 3');
    expect(words(true)).not.toContain('Group');
    for (const name of ['cards', 'commitments', 'stakeholders']) expect(columnsOf(name, true)).not.toContain('group');
    const published = publishedBoard(made, [], { edit: newHarvest().edit, people: [], agreed: [] });
    expect(new Set(Object.values(origins(published.model)))).toEqual(new Set([null]));
    // A picture of it shows no group.
    expect(published.altered).not.toContain('shape:n');
  });
});
