// Notes as a canvas would write them, all in one update.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import * as Y from 'yjs';

export function notesAtOnce(texts: readonly string[]): Uint8Array {
  const doc = new Y.Doc();
  const blank = blankBoardRecords();
  const page = blank.find(({ typeName }) => typeName === 'page');
  doc.transact(() => {
    for (const text of texts) {
      const note = newNoteRecord(blank, { text });
      if (note)
        recordMaps(doc).set(
          note.id,
          encodeRecord(note, () => page),
        );
    }
  });
  return Y.encodeStateAsUpdate(doc);
}
