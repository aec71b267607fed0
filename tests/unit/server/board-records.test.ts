// The records of an open board, read once until something changes.
import { expect, it } from 'vitest';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { boardRecords } from '@commonboard/server/sync/document/board-records.ts';

it('are the same until the next change, and then what the board holds', () => {
  const doc = quietDoc();
  seedBoard(doc, blankBoardRecords());
  const first = boardRecords(doc);
  expect(boardRecords(doc)).toBe(first);
  for (let i = 0; i < 3; i++) {
    const note = newNoteRecord(boardRecords(doc), { text: `Note ${i}` });
    if (!note) throw new Error('There is a page.');
    doc.transact(() => putRecord(doc, note));
    expect(boardRecords(doc).map(({ id }) => id)).toContain(note.id);
    expect(boardRecords(doc)).toEqual(readBoardRecords(doc).records);
  }
  expect(first).toHaveLength(blankBoardRecords().length);
});
