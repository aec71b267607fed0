// A note's words that are changed from outside the canvas: from what the person began with, over what others wrote since.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { TLRecord } from '@tldraw/tlschema';
import { recordMaps, recordKeys, type RecordMap } from '@commonboard/shared/board/layout/layout.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { newNoteRecord, noteSide } from '@commonboard/shared/board/notes/new-note.ts';
import { encodeRecord, readFields } from '@commonboard/shared/board/layout/record-codec.ts';
import { createFragment, readFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { changeWords } from '@commonboard/shared/board/notes/written-note.ts';

type Rich = Parameters<typeof createFragment>[0];

function noteWith(words: Rich): { doc: Y.Doc; change: (was: string, text: string) => string; rich: () => Rich } {
  const doc = new Y.Doc();
  const map: RecordMap = new Y.Map();
  map.set(recordKeys.text, createFragment(words));
  recordMaps(doc).set('shape:n', map);
  const rich = () => readFragment(map.get(recordKeys.text) as Y.XmlFragment);
  return {
    doc,
    rich,
    change(was, text) {
      doc.transact(() => changeWords(doc, 'shape:n', { was, text }));
      return plainFromRichText(rich());
    },
  };
}

describe('[R164] a change of words', () => {
  it('of a note that is not there does nothing', () => {
    const { doc } = noteWith(richTextFromPlain('A garden'));
    changeWords(doc, 'shape:gone', { was: 'A garden', text: 'A park' });
    expect(recordMaps(doc).size).toBe(1);
  });

  it.each([
    ['behind it', 'A garden', 'A garden!', 'A garden for all', 'A garden! for all'],
    ['before it', 'A garden', 'A garden!', 'By the river: A garden', 'By the river: A garden!'],
    ['of a letter that stands in theirs too', 'A garden', 'A gardens', 'A garden by the sea', 'A gardens by the sea'],
    ['that takes out, where they took out more', 'A big garden', 'A garden', 'garden', 'garden'],
    ['from nothing', '', 'A park', 'A garden', 'A parkA garden'],
    ['of all lines', 'One\nTwo', 'One!\nTwo!', 'One\nOne and a half\nTwo', 'One!\nOne and a half\nTwo!'],
    ['that they made too', 'A garden', 'A gardens', 'A gardens for all', 'A gardens for all'],
  ])('%s keeps theirs, and twice is once', (_, was, text, theirs, both) => {
    const { change } = noteWith(richTextFromPlain(theirs));
    expect(change(was, text)).toBe(both);
    expect(change(was, text)).toBe(both);
  });

  it('comes again where its answer was lost and others wrote in between', () => {
    const { change } = noteWith(richTextFromPlain('A big garden for all\nby the wide river, near the school'));
    expect(change('A garden\nby the river', 'A big garden\nby the wide river')).toBe(
      'A big garden for all\nby the wide river, near the school',
    );
  });

  it('leaves what is bold and breaks inside a line as they are', () => {
    const bold = { type: 'text', text: 'A garden', marks: [{ type: 'bold' }] };
    const { change, rich } = noteWith({
      content: [{ type: 'paragraph', content: [bold, { type: 'hardBreak' }, { type: 'text', text: 'for all' }] }],
    });
    expect(change('A garden\nfor all', 'A garden\nopen for all')).toBe('A garden\nopen for all');
    expect(rich()).toMatchObject({
      content: [{ content: [bold, { type: 'hardBreak' }, { type: 'text', text: 'open for all' }] }],
    });
  });
});

describe('a note from outside the canvas', () => {
  const page = boardSchema.types.page.validate({
    id: 'page:page',
    typeName: 'page',
    name: 'Page',
    index: 'a1',
    meta: {},
  });
  const long = 'A kitchen that cooks for three hundred people, with apprentices of every school around, paid by all';
  const growthIn = (fields: unknown): number => (fields as { props: { growY: number } }).props.growY;

  it('is as high as its words, and the next one does not lie over it', () => {
    const first = newNoteRecord([page], { text: long });
    if (first?.typeName !== 'shape') throw new Error('There is no note.');
    expect(growthIn(first)).toBeGreaterThan(50);
    const second = newNoteRecord([page, first], { text: 'Short' });
    expect(growthIn(second)).toBe(0);
    expect(second).toMatchObject({ x: first.x });
    expect((second as typeof first).y).toBeGreaterThanOrEqual(first.y + 200 + growthIn(first));
  });

  it('grows with its words and is not made smaller', () => {
    const doc = new Y.Doc();
    const record = newNoteRecord([page], { text: 'Short' });
    if (!record) throw new Error('There is no note.');
    const map = encodeRecord(record, () => undefined);
    recordMaps(doc).set(record.id, map);
    const change = (was: string, text: string) => doc.transact(() => changeWords(doc, record.id, { was, text }));
    change('Short', long);
    const grown = growthIn(readFields(record.id, map));
    expect(grown).toBeGreaterThan(50);
    change(long, 'Short');
    expect(growthIn(readFields(record.id, map))).toBe(grown);
  });

  it.each([
    ['as cards', 'assumption'],
    ['as notes', undefined],
  ])('lies over no other in its zone, %s', (_, kind) => {
    const zone = boardSchema.types.shape.validate({
      id: 'shape:zone',
      typeName: 'shape',
      type: 'zone',
      props: { title: 'Zone', prompt: '', w: 900, h: 900, ...(kind !== undefined && { kind }) },
      parentId: 'page:page',
      x: 0,
      y: 0,
      rotation: 0,
      index: 'a1',
      isLocked: false,
      opacity: 1,
      meta: {},
    });
    const records: TLRecord[] = [page, zone];
    for (let i = 0; i < 6; i++) records.push(newNoteRecord(records, { text: `note ${i}`, zone: zone.id }) as TLRecord);
    const boxes = records.flatMap((record) => {
      if (record.typeName !== 'shape' || record.id === zone.id) return [];
      expect(record.parentId).toBe(zone.id);
      expect(record.type).toBe(kind === undefined ? 'note' : 'card');
      return [{ x: record.x, y: record.y, w: 'w' in record.props ? record.props.w : noteSide }];
    });
    expect(boxes).toHaveLength(6);
    const over = boxes.filter((one, i) =>
      boxes.some((other, j) => {
        const isLower = Math.abs(one.y - other.y) >= noteSide;
        return j < i && !isLower && one.x < other.x + other.w && other.x < one.x + one.w;
      }),
    );
    expect(over).toEqual([]);
  });
});
