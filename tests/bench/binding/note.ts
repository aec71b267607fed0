// A note as the measures of typing use it: one, with a text, on an otherwise usual board.
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { createShapeId, toRichText, type TLNoteShape, type TLStore } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';

export const noteId = createShapeId('typedInto');

export function noteWith(text: string): TLNoteShape {
  return boardSchema.types.shape.validate({
    id: noteId,
    typeName: 'shape',
    type: 'note',
    parentId: defaultPage.id,
    index: 'a0' as IndexKey,
    x: 0,
    y: -400,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...noteProps(''), richText: toRichText(text) },
  }) as TLNoteShape;
}

export function noteText(store: TLStore): string {
  return plainFromRichText(noteIn(store).props.richText);
}

/** As tldraw's editor does at each key: the whole text, as the writer's screen shows it. */
export function showTyped(store: TLStore, text: string): void {
  const note = noteIn(store);
  store.put([{ ...note, props: { ...note.props, richText: toRichText(text) } }]);
}

function noteIn(store: TLStore): TLNoteShape {
  const note = store.get(noteId);
  if (note?.typeName !== 'shape' || note.type !== 'note') throw new Error('The note is gone.');
  return note;
}
