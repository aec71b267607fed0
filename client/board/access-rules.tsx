// Who gets in: the pause, what becomes of new people, the passcode.
import { CirclePause, CirclePlay } from 'lucide-react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useState, type FormEvent } from 'react';
import type { WithToken } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './access-parts.module.css';
import { useAccess, type Access } from './use-access.ts';

export function AccessRules({ id, withToken }: { id: BoardId; withToken: WithToken }) {
  const access = useAccess(id, withToken);
  const { info, change } = access;
  if (!info) return <Waiting text={t('people.loading')} />;
  const Sign = info.paused ? CirclePlay : CirclePause;
  return (
    <>
      <section className={styles.part}>
        <p className={styles.text}>{info.paused ? t('access.paused.led') : t('rules.pause.text')}</p>
        <div>
          <Button
            look={info.paused ? 'primary' : 'secondary'}
            icon={<Sign size={18} aria-hidden="true" />}
            onClick={() => void change({ paused: !info.paused })}
          >
            {info.paused ? t('access.go-on') : t('rules.pause')}
          </Button>
        </div>
      </section>
      <section className={styles.part}>
        <SelectField
          label={t('rules.newcomers')}
          value={info.newcomers}
          options={[
            { value: 'join', label: t('rules.newcomers.join') },
            { value: 'wait', label: t('rules.newcomers.wait') },
            { value: 'look', label: t('rules.newcomers.look') },
          ]}
          onValue={(newcomers) => void change({ newcomers })}
        />
        <p className={styles.text}>{t('rules.newcomers.text')}</p>
      </section>
      <section className={styles.part}>
        <h3 className={styles.title}>{t('rules.passcode')}</h3>
        <Passcode hasPasscode={info.hasPasscode} change={change} />
      </section>
    </>
  );
}

function Passcode({ hasPasscode, change }: { hasPasscode: boolean; change: Access['change'] }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <NewPasscode change={change} onClose={() => setOpen(false)} />;
  return (
    <>
      <p className={styles.text}>{hasPasscode ? t('rules.passcode.on') : t('rules.passcode.off')}</p>
      <div className={styles.row}>
        <Button onClick={() => setOpen(true)}>
          {hasPasscode ? t('rules.passcode.change') : t('rules.passcode.set')}
        </Button>
        {hasPasscode && <Button onClick={() => void change({ passcode: null })}>{t('rules.passcode.clear')}</Button>}
      </div>
    </>
  );
}

function NewPasscode({ change, onClose }: { change: Access['change']; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const min = limits.passcodeCharsMin;
    if (typed.trim().length < min) return setError(t('rules.passcode.short', { min }));
    setBusy(true);
    if (await change({ passcode: typed })) onClose();
    else setBusy(false);
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('rules.passcode.field')}
        hint={t('rules.passcode.text')}
        error={error}
        value={typed}
        maxLength={limits.passcodeCharsMax}
        autoCapitalize="off"
        autoFocus
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(null);
        }}
        after={
          <Button type="submit" look="primary" large busy={busy}>
            {t('common.save')}
          </Button>
        }
      />
    </form>
  );
}
