// The boards of this device, last opened first; or what will be here one day.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { BoardCard } from './board-card.tsx';
import styles from './board-list.module.css';
import { BoardDialogs, type OpenDialog } from './board-dialogs.tsx';
import type { ListedBoard } from './listed-board.ts';

export interface BoardListProps {
  boards: readonly ListedBoard[];
  /** ms since 1970 */
  now: number;
  onOpen: (id: string) => void;
  /** These reject with nothing: what went wrong has been said by then. */
  onRename: (id: string, title: string) => Promise<void>;
  onDuplicate: (id: string) => Promise<void>;
  onDelete: (id: string) => Promise<void>;
  onForget: (id: string) => void;
}

/** One row on a wide screen: the templates below should stay in sight. */
const firstShown = 5;

export function BoardList({ boards, now, onOpen, onDuplicate, ...dialogActions }: BoardListProps) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isAll, setAll] = useState(false);
  // One more than fits is shown rather than hidden behind a button.
  const shown = isAll || boards.length <= firstShown + 1 ? boards : boards.slice(0, firstShown);
  const hidden = boards.length - shown.length;
  return (
    <section className={styles.section} aria-labelledby="boards-title">
      <h2 id="boards-title" className={styles.title}>
        {t('home.boards.title')}
      </h2>
      {boards.length === 0 && <NoBoards />}
      <ul className={styles.grid}>
        {shown.map((board) => (
          <li key={board.id}>
            <BoardCard
              board={board}
              now={now}
              onOpen={() => onOpen(board.id)}
              onAction={(kind) => (kind === 'duplicate' ? void onDuplicate(board.id) : setDialog({ kind, board }))}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('home.boards.all', { count: hidden })}
        </Button>
      )}
      {dialog && <BoardDialogs dialog={dialog} onClose={() => setDialog(null)} {...dialogActions} />}
    </section>
  );
}

function NoBoards() {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{t('home.boards.empty.title')}</p>
      <p>{t('home.boards.empty.text')}</p>
    </div>
  );
}
