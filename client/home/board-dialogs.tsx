// The dialogs of a listed board: rename it, delete it for everyone, forget it here. Each names the board.
import { useState, type FormEvent } from 'react';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import type { BoardAction, ListedBoard } from './listed-board.ts';

export interface OpenDialog {
  kind: Exclude<BoardAction, 'duplicate'>;
  board: ListedBoard;
}

interface BoardDialogsProps {
  dialog: OpenDialog;
  onClose: () => void;
  onRename: (id: string, title: string) => Promise<void>;
  onDelete: (id: string) => Promise<void>;
  onForget: (id: string) => void;
}

export function BoardDialogs({ dialog: { kind, board }, onClose, onRename, onDelete, onForget }: BoardDialogsProps) {
  switch (kind) {
    case 'rename':
      return <RenameDialog board={board} onClose={onClose} onRename={(title) => onRename(board.id, title)} />;
    case 'delete':
      return <DeleteDialog board={board} onClose={onClose} onDelete={() => onDelete(board.id)} />;
    case 'forget':
      return <ForgetDialog board={board} onClose={onClose} onForget={() => onForget(board.id)} />;
  }
}

interface RenameProps {
  board: ListedBoard;
  onClose: () => void;
  onRename: (title: string) => Promise<void>;
}

function RenameDialog({ board, onClose, onRename }: RenameProps) {
  const [title, setTitle] = useState(board.title);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (title.trim() === '') return setError(t('home.rename.empty'));
    setBusy(true);
    await onRename(title.trim());
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title={t('home.rename.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('home.rename.label')}
          value={title}
          maxLength={limits.titleCharsMax}
          error={error}
          onChange={(event) => setTitle(event.target.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface DeleteProps {
  board: ListedBoard;
  onClose: () => void;
  onDelete: () => Promise<void>;
}

function DeleteDialog({ board, onClose, onDelete }: DeleteProps) {
  const [busy, setBusy] = useState(false);
  async function doDelete(): Promise<void> {
    setBusy(true);
    await onDelete();
    onClose();
  }
  const title = t('home.delete.title', { title: board.title || t('common.untitled') });
  return (
    <Dialog open onClose={onClose} title={title} text={t('home.delete.text')}>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="danger" busy={busy} onClick={() => void doDelete()}>
          {t('home.delete.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ForgetProps {
  board: ListedBoard;
  onClose: () => void;
  onForget: () => void;
}

function ForgetDialog({ board, onClose, onForget }: ForgetProps) {
  const title = t('home.forget.title', { title: board.title || t('common.untitled') });
  function doForget(): void {
    onForget();
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title={title} text={t('home.forget.text')}>
      {board.role === 'facilitate' && <p>{t('home.forget.facilitator')}</p>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look={board.role === 'facilitate' ? 'danger' : 'primary'} onClick={doForget}>
          {t('home.forget.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
