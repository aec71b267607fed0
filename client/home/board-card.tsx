// One board of this device: its picture, title, when and as whom it was opened, and a menu.
import { Copy, EyeOff, MoreHorizontal, PencilLine, Trash2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { IconButton } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { agoText } from '../ui/messages/dates.ts';
import { roleText } from '../ui/messages/role-text.ts';
import { t } from '../ui/messages/t.ts';
import styles from './board-card.module.css';
import type { BoardAction, ListedBoard } from './listed-board.ts';

interface BoardCardProps {
  board: ListedBoard;
  now: number;
  onOpen: () => void;
  onAction: (action: BoardAction) => void;
}

export function BoardCard({ board, now, onOpen, onAction }: BoardCardProps) {
  const title = board.title || t('common.untitled');
  function open(event: MouseEvent): void {
    // Another tab is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  }
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        {board.thumbnail === null ? <Logo size={32} /> : <img src={board.thumbnail} alt="" />}
      </div>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <a href={`/b/${board.id}`} onClick={open} className={styles.open}>
            {title}
          </a>
        </h3>
        <p className={styles.meta}>
          <span>{agoText(board.lastOpened, now)}</span>
          <span>{roleText(board.role)}</span>
        </p>
      </div>
      <div className={styles.menu}>
        <CardMenu title={title} role={board.role} onAction={onAction} />
      </div>
    </article>
  );
}

function CardMenu({ title, role, onAction }: { title: string; role: Role; onAction: (action: BoardAction) => void }) {
  const isFacilitator = role === 'facilitate';
  return (
    <Menu
      trigger={
        <IconButton label={t('home.boards.menu', { title })}>
          <MoreHorizontal size={18} aria-hidden="true" />
        </IconButton>
      }
    >
      {isFacilitator && (
        <MenuItem icon={<PencilLine size={18} aria-hidden="true" />} onSelect={() => onAction('rename')}>
          {t('home.boards.rename')}
        </MenuItem>
      )}
      {role !== 'view' && (
        <MenuItem icon={<Copy size={18} aria-hidden="true" />} onSelect={() => onAction('duplicate')}>
          {t('home.boards.duplicate')}
        </MenuItem>
      )}
      <MenuItem icon={<EyeOff size={18} aria-hidden="true" />} onSelect={() => onAction('forget')}>
        {t('home.boards.forget')}
      </MenuItem>
      {isFacilitator && (
        <>
          <MenuLine />
          <MenuItem icon={<Trash2 size={18} aria-hidden="true" />} danger onSelect={() => onAction('delete')}>
            {t('home.boards.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
