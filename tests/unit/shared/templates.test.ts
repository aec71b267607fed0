// Templates as data: what every one of them must hold, and that a board made from it is whole.
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { findTemplate, templates } from '@commonboard/shared/templates/catalogue.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';

import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

test('an id nobody knows finds no template', () => {
  expect(findTemplate('nothing')).toBeUndefined();
  expect(findTemplate('__proto__')).toBeUndefined();
});

test('a language that is missing falls back to its own base, then to English', () => {
  expect(textIn({ en: 'Goal', fr: 'But' }, 'fr-CA')).toBe('But');
  expect(textIn({ en: 'Goal' }, 'sw')).toBe('Goal');
});

// Letters of the canvas are about half as wide as they are high; a heading is one line.
test.each(templates)('$id: headings and prompts fit their zones', ({ zones }) => {
  const tooLong = zones.filter(
    ({ title, prompt, w }) => title.en.length * 23 > w - 56 || prompt.en.length * 16 > w - 56,
  );
  expect(tooLong.map(({ id }) => id)).toEqual([]);
});

test.each(templates)('$id: the board it makes reads back whole, and its outline names every zone', (template) => {
  const records = templateRecords(template, 'en');
  const doc = new Y.Doc();
  seedBoard(doc, records);
  const read = readBoardRecords(doc);
  expect(read.hidden).toBe(0);
  expect(read.records).toHaveLength(records.length);
  const zones = boardOutline(read.records)[0]?.children.filter(({ kind }) => kind === 'zone') ?? [];
  expect(zones.map(({ title }) => title).sort()).toEqual(template.zones.map(({ title }) => title.en).sort());
});

test('notes written into a zone from outside lie side by side and never on each other', () => {
  const doc = new Y.Doc();
  seedBoard(doc, templateRecords(findTemplate('toc-backward-map')!, 'en'));
  for (let i = 0; i < 8; i++) {
    const note = newNoteRecord(readBoardRecords(doc).records, { text: `note ${i}`, zone: 'shape:zone-long' });
    if (!note) throw new Error('The zone is there.');
    putRecord(doc, note);
  }
  const places = readBoardRecords(doc).records.flatMap((record) =>
    record.typeName === 'shape' && record.parentId === 'shape:zone-long' ? [[record.x, record.y] as const] : [],
  );
  for (const [i, [x1, y1]] of places.entries()) {
    for (const [x2, y2] of places.slice(i + 1)) expect(Math.abs(x1 - x2) >= 200 || Math.abs(y1 - y2) >= 200).toBe(true);
  }
});

test('notes for a full zone lie under it on the page, on nothing and not on each other', () => {
  let records = templateRecords(findTemplate('toc-backward-map')!, 'en');
  const added: TLShape[] = [];
  for (let i = 0; i < 60; i++) {
    const note = newNoteRecord(records, { text: `note ${i}`, zone: 'shape:zone-long' });
    if (note?.typeName !== 'shape') throw new Error('The zone is there.');
    records = [...records, note];
    added.push(note);
  }
  const zone = records.find((record): record is ZoneShape & TLShape => record.id === 'shape:zone-long')!;
  const outside = added.filter(({ parentId }) => parentId !== zone.id);
  expect(outside.length).toBeGreaterThan(0);
  for (const [i, note] of outside.entries()) {
    expect([note.parentId, note.y >= zone.y + zone.props.h]).toEqual([zone.parentId, true]);
    for (const other of outside.slice(i + 1))
      expect(Math.abs(note.x - other.x) >= 200 || Math.abs(note.y - other.y) >= 200).toBe(true);
  }
});

test('a note goes below 200,000 others', () => {
  const records = templateRecords(findTemplate('toc-backward-map')!, 'en');
  const shape = newNoteRecord(records, { text: 'x' });
  if (shape?.typeName !== 'shape') throw new Error('The page is there.');
  const many = Array.from({ length: 200_000 }, (_, i) => ({ ...shape, id: createShapeId(String(i)), y: i }));
  expect(newNoteRecord([...records, ...many], { text: 'below' })).toMatchObject({ y: 199_999 + 200 + 24 });
});

test('an outline of groups nested 20,000 deep names what lies in the last', () => {
  const page = templateRecords(findTemplate('toc-backward-map')!, 'en').find(({ typeName }) => typeName === 'page')!;
  const shape = newNoteRecord([page], { text: 'deepest' }) as TLShape;
  const groups = Array.from({ length: 20_000 }, (_, i) => ({
    ...shape,
    id: createShapeId(`g${i}`),
    type: 'group',
    props: {},
    parentId: i === 0 ? page.id : createShapeId(`g${i - 1}`),
  })) as TLRecord[];
  const outline = boardOutline([page, ...groups, { ...shape, parentId: createShapeId('g19999') }]);
  expect(JSON.stringify(outline)).toContain('deepest');
});

test('a note for a zone that is not there is no note', () => {
  expect(
    newNoteRecord(templateRecords(findTemplate('toc-backward-map')!, 'en'), { text: 'x', zone: 'shape:zone-none' }),
  ).toBeNull();
  expect(
    newNoteRecord(templateRecords(findTemplate('toc-backward-map')!, 'en'), { text: 'x', zone: 'shape:note-start' }),
  ).toBeNull();
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '-'])(
  'the language "%s" is English',
  (locale) => {
    expect(textIn({ en: 'Goal', fr: 'But' }, locale)).toBe('Goal');
  },
);

test('a text is that of the region, else of the language, else English', () => {
  const text = { en: 'Goal', fr: 'But', 'fr-CA': 'Objectif' };
  expect(['fr-CA', 'fr-BE', 'de'].map((locale) => textIn(text, locale))).toEqual(['Objectif', 'But', 'Goal']);
});

test('written from outside into a zone that says a kind, a note is a card of it; where places say something, it waits below', () => {
  const template = findTemplate('stakeholder-grid');
  if (!template) throw new Error('There is no such template.');
  const records = templateRecords(template, 'en');
  const zoneOf = (part: string) => {
    const zone = records.find((record): record is ZoneShape & TLShape => record.id === `shape:zone-${part}`);
    if (!zone) throw new Error(`There is no zone ${part}.`);
    return zone;
  };
  const written = (part: string) => newNoteRecord(records, { text: 'Parents', zone: zoneOf(part).id });
  const grid = zoneOf('grid');
  expect(written('tray')).toMatchObject({ type: 'card', parentId: zoneOf('tray').id, props: { kind: 'stakeholder' } });
  expect(written('grid')).toMatchObject({ type: 'card', parentId: grid.parentId, props: { kind: 'stakeholder' } });
  expect((written('grid') as TLShape).y).toBeGreaterThan(grid.y + grid.props.h);
  expect(written('grid')).not.toHaveProperty('props.power');
});
