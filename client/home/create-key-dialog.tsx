// Asks for the key of a server that does not let everybody make boards.
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';

interface CreateKeyDialogProps {
  /** Makes the board with it. Rejects with what kept it from being made. */
  onKey: (createKey: string) => Promise<void>;
  onClose: () => void;
}

export function CreateKeyDialog({ onKey, onClose }: CreateKeyDialogProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      await onKey(typed.trim());
    } catch (thrown) {
      setError(errorText(thrown));
      setBusy(false);
    }
  }
  return (
    <Dialog open onClose={onClose} title={t('create-key.title')} text={t('create-key.text')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('create-key.field')}
          type="password"
          autoComplete="current-password"
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(null);
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('create-key.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
