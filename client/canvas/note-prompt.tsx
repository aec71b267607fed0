// The way to the first note: shown until this person has written one, then out of the way.
import { StickyNote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { addNoteInView } from './first-note.ts';
import styles from './note-prompt.module.css';

export function NotePrompt() {
  const editor = useEditor();
  const isEmpty = useValue('board is empty', () => editor.getCurrentPageShapeIds().size === 0, [editor]);
  const isIdle = useValue(
    'nothing is being edited',
    () =>
      editor.getEditingShapeId() === null &&
      !editor.getIsReadonly() &&
      editor.getInstanceState().followingUserId === null,
    [editor],
  );
  const hasWritten = useHasWritten(editor);
  if (!isIdle || (hasWritten && !isEmpty)) return null;
  return (
    <div className={styles.place} data-empty={isEmpty}>
      {isEmpty && <p className={styles.hint}>{t('canvas.empty')}</p>}
      <button
        type="button"
        className={styles.button}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => addNoteInView(editor)}
      >
        <StickyNote aria-hidden size={18} />
        {t('canvas.first-note')}
        <kbd className={styles.key}>{t('canvas.first-note.key')}</kbd>
      </button>
    </div>
  );
}

/** Whether this person has made a note since the board was opened, in whatever way. */
function useHasWritten(editor: Editor): boolean {
  const [hasWritten, setHasWritten] = useState(false);
  useEffect(
    () =>
      editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
        if (source === 'user' && shape.type === 'note') setHasWritten(true);
      }),
    [editor],
  );
  return hasWritten;
}
