// The fields of this moment, as inputs right under the card that is being edited; as large on the screen at any zoom.
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { useEditor, useValue, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { changeFields, fieldChange } from './card-changes.ts';
import { shownFields } from './card-content.ts';
import { cardChoices } from './card-choices.ts';
import { FieldInput } from './field-input.tsx';
import styles from './card-fields-in-place.module.css';

/** `top`: page units. */
export function CardFieldsInPlace({ shape, top }: { shape: CardShape; top: number }) {
  const editor = useEditor();
  const zoom = useValue('zoom', () => editor.getEfficientZoomLevel(), [editor]);
  const names = useValue('shown fields', () => shownFields(editor, shape), [editor, shape]);
  if (names.length === 0) return null;
  return (
    <fieldset
      ref={(box) => keepKeys(editor, box)}
      className={styles.box}
      style={{ top, transform: `scale(${1 / zoom})` }}
      data-card-fields
      aria-label={t('cards.details')}
    >
      {names.map((name) => (
        <FieldInput
          key={name}
          name={name}
          value={shape.props[name]}
          choices={cardChoices(editor, name, shape.id)}
          onStart={() => editor.markHistoryStoppingPoint('edit field')}
          onChange={(value) => {
            const card = editor.getShape(shape.id);
            if (card && isCard(card)) changeFields(editor, [card], fieldChange(name, value));
          }}
        />
      ))}
    </fieldset>
  );
}

/** Keys and pointers in here are not the canvas's. Escape, and Enter in a line, end the editing. Returns its stop. */
function keepKeys(editor: Editor, box: HTMLElement | null): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
    if (!isDone) return;
    event.preventDefault();
    editor.complete();
    editor.getContainer().focus();
  };
  const keep = (event: Event): void => event.stopPropagation();
  box?.addEventListener('keydown', onKeyDown);
  box?.addEventListener('pointerdown', keep);
  return () => {
    box?.removeEventListener('keydown', onKeyDown);
    box?.removeEventListener('pointerdown', keep);
  };
}
