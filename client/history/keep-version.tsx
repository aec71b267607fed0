// Gives the board of this moment, or a version, a name.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { BookmarkPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { call } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-list.ts';
import type { HistoryPorts } from './history-ports.ts';
import styles from './history.module.css';

export function KeepVersion({ ports, onKept }: { ports: HistoryPorts; onKept: () => void }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button icon={<BookmarkPlus size={18} aria-hidden="true" />} onClick={() => setOpen(true)}>
          {t('history.keep')}
        </Button>
      </div>
    );
  }
  async function keep(name: string): Promise<void> {
    const params = { id: ports.boardId };
    const kept = await ports.withToken((token) => call('keepVersion', { params, token, body: { name } }));
    showToast('done', t('history.kept', { name: kept.name ?? name }));
    setOpen(false);
    onKept();
  }
  return <NameForm name="" action={t('history.keep.do')} onName={keep} onCancel={() => setOpen(false)} />;
}

interface NameFormProps {
  name: string;
  action: string;
  onName: (name: string) => Promise<void>;
  onCancel: () => void;
}

export function NameForm({ name: given, action, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(given);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return setError(t('history.keep.empty'));
    setBusy(true);
    try {
      await onName(name.trim());
    } catch (reason) {
      setError(errorText(reason));
      setBusy(false);
    }
  }
  return (
    <form className={styles.panel} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('history.keep.label')}
        hint={t('history.keep.hint')}
        value={name}
        maxLength={limits.versionNameCharsMax}
        error={error}
        ref={(field) => field?.focus()}
        onChange={({ target }) => setName(target.value)}
      />
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
