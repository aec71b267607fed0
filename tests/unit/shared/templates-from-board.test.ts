// Save as template: a board becomes a file that others can open, with or without what people wrote.
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { findTemplate, templates } from '@commonboard/shared/templates/catalogue.ts';
import { templateFromBoard, type SavingAsTemplate } from '@commonboard/shared/templates/template-from-board.ts';
import { readTemplateFile, writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import { blankBoardRecords, templateRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';

const toc = findTemplate('toc-backward-map')!;
const saving: SavingAsTemplate = {
  id: 'our-own',
  title: 'Our own',
  purpose: 'For us',
  leaveWith: 'A map',
  credits: 'After backwards mapping',
  licence: 'CC-BY-4.0',
  locale: 'en',
  content: 'kept',
  base: toc,
};
const written = (records: TLRecord[], zone: string): TLRecord[] => [
  ...records,
  newNoteRecord(records, { text: 'Somebody wrote this', zone })!,
];

test('an empty board is no template yet, and says why', () => {
  const { template, outside } = templateFromBoard(blankBoardRecords(), { ...saving, base: undefined });
  expect([template.zones, template.phases, outside]).toEqual([[], [], 0]);
  expect(readTemplateFile(writeTemplateFile(template))).toEqual({
    ok: false,
    problems: ['zones: A template needs at least one zone.'],
  });
});

test('zones over each other are named before others cannot open the file', () => {
  const records = templateRecords(toc, 'en').map((record) =>
    record.id === 'shape:zone-long' && record.typeName === 'shape' ? { ...record, y: 0 } : record,
  );
  expect(templateFromBoard(records, saving).problems[0]?.says).toMatch(/lies over/);
});

test('what lies in no zone is counted', () => {
  const records = templateRecords(toc, 'en');
  const loose = newNoteRecord(records, { text: 'On the page' })!;
  expect(templateFromBoard([...records, loose], saving).outside).toBe(1);
});

describe('what people wrote', () => {
  const records = written(templateRecords(toc, 'en', { withExamples: true }), 'shape:zone-long');
  const notesOf = (content: SavingAsTemplate['content']) =>
    templateFromBoard(records, { ...saving, content }).template.notes;

  test('is left out, and prompts stay', () => {
    expect(notesOf('left-out').map(({ text }) => text.en)).toEqual(
      expect.arrayContaining(toc.notes.map(({ text }) => text.en)),
    );
    expect(notesOf('left-out')).toHaveLength(toc.notes.length);
  });

  test('is kept, or becomes the example', () => {
    // Its zone has made a card of it.
    const own = (content: SavingAsTemplate['content']) =>
      templateFromBoard(records, { ...saving, content }).template.cards.find(
        ({ title }) => title.en === 'Somebody wrote this',
      );
    expect(own('kept')).not.toHaveProperty('example');
    expect(own('example')).toMatchObject({ example: true, zone: 'long' });
  });
});

describe.each(templates)('$id', (template) => {
  test('made into a board and saved again, it opens and makes the same board', () => {
    const records = templateRecords(template, 'en', { withExamples: true });
    const saved = templateFromBoard(records, { ...saving, base: template });
    expect(saved.outside).toBe(0);
    const read = readTemplateFile(writeTemplateFile(saved.template));
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const facts = { title: '', template: null };
    const before = boardModel(records, facts);
    const after = boardModel(templateRecords(read.template, 'en', { withExamples: true }), facts);
    expect(after.zones.map(({ id, title, x, y, w, h, cells }) => ({ id, title, x, y, w, h, cells }))).toEqual(
      before.zones.map(({ id, title, x, y, w, h, cells }) => ({ id, title, x, y, w, h, cells })),
    );
    const card = ({ title, kind, fields, example }: (typeof before.cards)[number]) => ({
      title,
      kind,
      example,
      fields: Object.keys(fields).toSorted(),
    });
    const byTitle = (a: { title: string; kind: string }, b: { title: string; kind: string }): number =>
      a.title + a.kind < b.title + b.kind ? -1 : 1;
    expect(after.cards.map(card).toSorted(byTitle)).toEqual(before.cards.map(card).toSorted(byTitle));
    expect(after.links).toHaveLength(before.links.length);
    expect(after.ceilings.map(({ y }) => y)).toEqual(before.ceilings.map(({ y }) => y));
    expect(read.template.phases).toEqual(JSON.parse(JSON.stringify(template.phases)));
  });
});
