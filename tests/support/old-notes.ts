// A board as it was stored before tldraw gave notes rich text.
import { boardMeta, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape } from '@tldraw/tlschema';
import * as Y from 'yjs';

/** tldraw's migration 9 of notes makes their text rich, 10 to 13 change what stands beside it. */
const beforeRichText = { ...boardSchemaVersions(), 'com.tldraw.shape.note': 7 };

export function oldNotes(ids: readonly string[], text: string): Y.Doc {
  const doc = new Y.Doc();
  seedBoard(doc, blankBoardRecords());
  boardMeta(doc).set('schema', beforeRichText);
  const { id: _id, props, ...base } = newNoteRecord(blankBoardRecords(), { text: '' }) as TLNoteShape;
  const { richText: _text, labelColor: _color, textLastEditedBy: _by, ...kept } = props;
  for (const id of ids) {
    const record = { ...base, props: { ...kept, text, fontSizeAdjustment: 0 } };
    recordMaps(doc).set(id, new Y.Map<unknown>([['', record]]));
  }
  return doc;
}
