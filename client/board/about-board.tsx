// Title and save state in the bar. On a phone the two lie above each other and are one target: it opens the whole sentence and,
// for facilitators, the way to rename.
import { useState } from 'react';
import { BoardTitle } from './board-title.tsx';
import styles from './about-board.module.css';
import { SaveMark } from './save-mark.tsx';
import type { SaveState } from './save-state.ts';

interface AboutBoardProps {
  title: string;
  saveState: SaveState;
  /** Missing where this person may not rename the board. */
  onRename?: ((title: string) => void) | undefined;
  onPlain?: (() => void) | undefined;
}

export function AboutBoard({ title, saveState, onRename, onPlain }: AboutBoardProps) {
  const [isEditing, setEditing] = useState(false);
  const edit = onRename && (() => setEditing(true));
  return (
    <div className={styles.about}>
      <BoardTitle
        title={title}
        isEditing={isEditing}
        onEdit={edit}
        onDone={(next) => {
          setEditing(false);
          if (next !== null) onRename?.(next);
        }}
      />
      <SaveMark state={saveState} onRename={edit} onPlain={onPlain} />
    </div>
  );
}
