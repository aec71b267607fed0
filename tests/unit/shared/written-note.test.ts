// A note's words that are changed from outside the canvas: from what the person began with, over what others wrote since.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordMaps, recordKeys, type RecordMap } from '@commonboard/shared/board/layout.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/rich-text.ts';
import { createFragment, readFragment } from '@commonboard/shared/board/rich-text-fragment.ts';
import { changeWords } from '@commonboard/shared/board/written-note.ts';

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
