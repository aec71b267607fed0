// The board's title in the bar. Facilitators change it in place: Enter keeps it, Escape leaves it.
import { useRef, useState, type KeyboardEvent } from 'react';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { t } from '../ui/messages/t.ts';
import styles from './board-title.module.css';

interface BoardTitleProps {
  title: string;
  isEditing: boolean;
  /** Missing where this person may not rename the board. */
  onEdit?: (() => void) | undefined;
  /** The new title; null where it stays as it was. */
  onDone: (title: string | null) => void;
}

export function BoardTitle({ title, isEditing, onEdit, onDone }: BoardTitleProps) {
  const shown = title || t('common.untitled');
  if (isEditing) {
    return (
      <h1 className={styles.editing}>
        <TitleInput title={title} onDone={onDone} />
      </h1>
    );
  }
  return (
    <h1 className={styles.title}>
      {onEdit ? (
        <button
          type="button"
          className={styles.button}
          onClick={onEdit}
          aria-label={t('board.title.edit', { title: shown })}
        >
          {shown}
        </button>
      ) : (
        shown
      )}
    </h1>
  );
}

function TitleInput({ title, onDone }: { title: string; onDone: (title: string | null) => void }) {
  const isLeft = useRef(false);
  // Somebody else may rename the board meanwhile: leaving the field as it was must not take that back.
  const [before] = useState(title);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // Shortcuts of the canvas must not see what is typed here.
    event.stopPropagation();
    if (event.key === 'Escape') isLeft.current = true;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  }
  function finish(typed: string): void {
    const clean = typed.trim();
    onDone(isLeft.current || clean === '' || clean === before ? null : clean);
  }
  return (
    <input
      className={styles.input}
      aria-label={t('board.title.label')}
      defaultValue={before}
      maxLength={limits.titleCharsMax}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
