// The fields of this moment, as inputs right under the card that is being edited; as large on the screen at any zoom.
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import type { KeyboardEvent } from 'react';
import { stopEventPropagation, useEditor, useValue } from 'tldraw';
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
  const onKeyDown = (event: KeyboardEvent): void => {
    // The canvas has keys of its own.
    event.stopPropagation();
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
    if (!isDone) return;
    event.preventDefault();
    editor.complete();
    editor.getContainer().focus();
  };
  return (
    <div
      className={styles.box}
      style={{ top, transform: `scale(${1 / zoom})` }}
      data-card-fields
      onKeyDown={onKeyDown}
      onPointerDown={stopEventPropagation}
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
    </div>
  );
}
