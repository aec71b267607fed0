// What cards bring to the canvas.
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue, type Editor, type TLUiActionItem } from 'tldraw';
import type { CanvasParts } from '../canvas/canvas-parts.ts';
import { t } from '../ui/messages/t.ts';
import { addCardInView, makeCards, makeNotes } from './card-changes.ts';
import { CardToolbar } from './card-toolbar.tsx';
import { CardShapeUtil } from './card-util.tsx';
import { openDetails } from './details-request.ts';
import { selectedCards } from './place-of-card.ts';
import { settleCards } from './settle-cards.ts';
import { defaultKind } from './default-kind.ts';

function actions(editor: Editor): TLUiActionItem[] {
  return [
    { id: 'make-card', label: t('cards.action.make'), kbd: 'c', onSelect: () => cardFromKey(editor) },
    { id: 'card-details', label: t('cards.action.details'), kbd: 'i', onSelect: () => openDetails(editor) },
  ];
}

/** Selected notes become cards; with nothing selected, a new card comes to the person. */
function cardFromKey(editor: Editor): void {
  if (editor.getIsReadonly()) return;
  const notes = editor.getSelectedShapes().filter((shape) => shape.type === 'note');
  if (notes.length > 0) makeCards(editor, notes, defaultKind(editor, notes[0]));
  else if (editor.getSelectedShapeIds().length === 0) addCardInView(editor, defaultKind(editor));
}

function MenuItems() {
  const editor = useEditor();
  const notes = useValue('selected notes', () => editor.getSelectedShapes().filter(({ type }) => type === 'note'), [
    editor,
  ]);
  const cards = useValue('selected cards', () => selectedCards(editor), [editor]);
  const isReadonly = useValue('look only', () => editor.getIsReadonly(), [editor]);
  if (isReadonly || notes.length + cards.length === 0) return null;
  return (
    <TldrawUiMenuGroup id="cards">
      {notes.length > 0 && (
        <TldrawUiMenuItem
          id="make-card"
          label={t('cards.make', { count: notes.length })}
          kbd="c"
          onSelect={() => makeCards(editor, notes, defaultKind(editor, notes[0]))}
        />
      )}
      {cards.length > 0 && (
        <TldrawUiMenuItem id="card-to-note" label={t('cards.to-note')} onSelect={() => makeNotes(editor, cards)} />
      )}
      {cards.length > 0 && (
        <TldrawUiMenuItem
          id="card-details"
          label={t('cards.action.details')}
          kbd="i"
          onSelect={() => openDetails(editor)}
        />
      )}
    </TldrawUiMenuGroup>
  );
}

export const cardParts: CanvasParts = {
  shapeUtils: [CardShapeUtil],
  Over: CardToolbar,
  actions,
  MenuItems,
  watch: settleCards,
};
