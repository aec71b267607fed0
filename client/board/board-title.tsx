// The board's title in the bar. Facilitators change it in place: Enter keeps it, Escape leaves it.
import { useState, type KeyboardEvent } from 'react';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { t } from '../ui/messages/t.ts';
import styles from './board-title.module.css';

interface BoardTitleProps {
  title: string;
  /** Missing where this person may not rename the board. */
  onRename?: ((title: string) => void) | undefined;
}

export function BoardTitle({ title, onRename }: BoardTitleProps) {
  const [isEditing, setEditing] = useState(false);
  const shown = title || t('common.untitled');
  if (!onRename) return <h1 className={styles.title}>{shown}</h1>;

  function finish(next: string): void {
    setEditing(false);
    const clean = next.trim();
    if (clean !== '' && clean !== title) onRename?.(clean);
  }
  return (
    <h1 className={styles.title}>
      {isEditing ? (
        <TitleInput title={title} onDone={finish} onCancel={() => setEditing(false)} />
      ) : (
        <button
          type="button"
          className={styles.button}
          onClick={() => setEditing(true)}
          aria-label={t('board.title.edit', { title: shown })}
        >
          {shown}
        </button>
      )}
    </h1>
  );
}

interface TitleInputProps {
  title: string;
  onDone: (title: string) => void;
  onCancel: () => void;
}

function TitleInput({ title, onDone, onCancel }: TitleInputProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // Shortcuts of the canvas must not see what is typed here.
    event.stopPropagation();
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') onCancel();
  }
  return (
    <input
      className={styles.input}
      aria-label={t('board.title.label')}
      defaultValue={title}
      maxLength={limits.titleCharsMax}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onDone(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
