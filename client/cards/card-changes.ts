// Changes of cards by a person: fields, kind, note to card and back. Each one step for undo.
import { withOriginOf } from '@commonboard/shared/board/notes/group-origin.ts';
import { emptyRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import type { CardFields, FieldName, FieldValue } from '@commonboard/shared/domain/fields.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import { cardWidth, isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { createShapeId, startEditingShapeWithRichText, type Editor, type TLNoteShape, type TLShape } from 'tldraw';
import { freePlace } from '../canvas/first-note.ts';
import { moveToItsValues } from './place-of-card.ts';

/** `undefined` empties a field. */
export type FieldChanges = CardFields;

/** A change of one field to a value that is of its type. */
export function fieldChange(name: FieldName, value: FieldValue | undefined): FieldChanges {
  return { [name]: value };
}

/** Where the zone says that a place means something, a new value also moves the card. */
export function changeFields(editor: Editor, cards: readonly CardShape[], changes: FieldChanges): void {
  editor.run(() => {
    editor.updateShapes(cards.map(({ id }) => ({ id, type: 'card', props: changes })));
    for (const { id } of cards) {
      const card = editor.getShape(id);
      if (card && isCard(card)) moveToItsValues(editor, card, Object.keys(changes));
    }
  });
}

/** Notes become cards of this kind, cards change theirs; anything else stays as it is. */
export function makeCards(editor: Editor, shapes: readonly TLShape[], kind: Kind): void {
  editor.markHistoryStoppingPoint('make cards');
  editor.run(() => {
    for (const shape of shapes) {
      if (isCard(shape)) editor.updateShape({ id: shape.id, type: 'card', props: { kind } });
      else if (shape.type === 'note') putCard(editor, shape, kind);
    }
  });
}

export function makeNotes(editor: Editor, shapes: readonly TLShape[]): void {
  editor.markHistoryStoppingPoint('make notes');
  editor.run(() => {
    for (const shape of shapes) if (isCard(shape)) putNote(editor, shape);
  });
}

/** In place: the same id, text and arrows. */
export function putCard(editor: Editor, note: TLNoteShape, kind: string): void {
  editor.store.put([cardOf(note, kind)]);
}

/** The note as a card, not yet on the board. */
export function cardOf(note: TLNoteShape, kind: string): Extract<TLShape, { type: 'card' }> {
  const { richText, color } = note.props;
  return { ...note, type: 'card', props: { kind, w: cardWidth, richText, noteColor: color } };
}

/** A new card where the person looks, ready to be written on. */
export function addCardInView(editor: Editor, kind: Kind): void {
  if (editor.getIsReadonly()) return;
  const id = createShapeId();
  const { x, y } = freePlace(editor, kind);
  editor.markHistoryStoppingPoint('add card');
  editor.createShape({
    id,
    type: 'card',
    x,
    y,
    props: { kind, w: cardWidth, richText: emptyRichText() },
  });
  editor.select(id);
  startEditingShapeWithRichText(editor, id, { selectAll: true });
}

function putNote(editor: Editor, card: CardShape): void {
  const { richText, noteColor = 'yellow' } = card.props;
  const props = { ...noteProps('', noteColor), richText } as TLNoteShape['props'];
  editor.store.put([withOriginOf(card, { ...card, type: 'note', props })]);
}
