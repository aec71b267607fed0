// A button for what hurts: the first press asks, in its place, the second does it.
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './confirm-button.module.css';
import { t } from './messages/t.ts';

interface ConfirmButtonProps {
  icon?: ReactNode;
  look?: 'secondary' | 'quiet';
  /** What is asked, with what comes of it. */
  question: string;
  /** Resolves when it is done, whether it worked or not. */
  onConfirm: () => Promise<unknown> | void;
  children: ReactNode;
}

export function ConfirmButton({ icon, look = 'secondary', question, onConfirm, children }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button icon={icon} look={look} onClick={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  return (
    <ConfirmLine question={question} onConfirm={onConfirm} onClose={() => setAsking(false)}>
      {children}
    </ConfirmLine>
  );
}

interface ConfirmLineProps {
  question: string;
  onConfirm: () => Promise<unknown> | void;
  onClose: () => void;
  /** The word on the button. */
  children: ReactNode;
}

export function ConfirmLine({ question, onConfirm, onClose, children }: ConfirmLineProps) {
  const [busy, setBusy] = useState(false);
  async function confirm(): Promise<void> {
    setBusy(true);
    await onConfirm();
    onClose();
  }
  return (
    <fieldset className={styles.confirm} aria-label={question}>
      <p>{question}</p>
      <div className={styles.row}>
        <Button look="danger" busy={busy} autoFocus onClick={() => void confirm()}>
          {children}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </fieldset>
  );
}
