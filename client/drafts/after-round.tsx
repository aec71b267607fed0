// What is left of private rounds: notes that came too late, and one's own from a round that was cancelled.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { tallyTexts } from '../ui/messages/drafts-text.ts';
import { t } from '../ui/messages/t.ts';
import styles from './drafts.module.css';
import type { DraftsStore } from './drafts-store.ts';
import { useDrafts } from './use-drafts.ts';

interface AfterRoundProps {
  store: DraftsStore;
  isLeading: boolean;
}

export function AfterRound({ store, isLeading }: AfterRoundProps) {
  const { counts, late } = useDrafts(store);
  return (
    <>
      {late && (
        <section className={styles.bar} aria-label={t('drafts.bar')}>
          <EyeOff size={18} aria-hidden="true" />
          <div className={styles.text}>
            <p role="alert">
              {late.isCancelled ? (
                t('drafts.kept', { count: late.notes.length })
              ) : (
                <>
                  {t('drafts.late', { count: late.notes.length })} {late.isAnonymous && t('drafts.late.few')}
                </>
              )}
            </p>
            <details>
              <summary className={styles.quiet}>{t('drafts.kept.show')}</summary>
              <ul>
                {late.notes.map(({ id, text }) => (
                  <li key={id} dir="auto">
                    {text}
                  </li>
                ))}
              </ul>
            </details>
          </div>
          <Button look="primary" onClick={() => void store.handIn()}>
            {late.isCancelled ? t('drafts.kept.put-in') : t('drafts.late.hand-in')}
          </Button>
          <ConfirmButton
            look="quiet"
            question={t('drafts.late.drop.ask', { count: late.notes.length })}
            onConfirm={() => store.dropLate()}
          >
            {t('drafts.late.drop')}
          </ConfirmButton>
        </section>
      )}
      {isLeading &&
        counts?.late.map(({ round, ...tally }) => (
          <section key={round} className={styles.bar} aria-label={t('drafts.bar')}>
            <EyeOff size={18} aria-hidden="true" />
            <p className={styles.text}>
              {t('drafts.late.waiting', tallyTexts(tally))}{' '}
              {tally.people < limits.guessablePeople && <span className={styles.quiet}>{t('drafts.few')}</span>}
            </p>
            <Button look="primary" onClick={() => void store.putInLate(round)}>
              {t('drafts.late.put-in')}
            </Button>
          </section>
        ))}
      <Kept store={store} />
    </>
  );
}

function Kept({ store }: { store: DraftsStore }) {
  const { kept } = useDrafts(store);
  const [isOpen, setOpen] = useState(false);
  if (kept.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('drafts.kept.title')}>
      <EyeOff size={18} aria-hidden="true" />
      <p className={styles.text}>{t('drafts.kept', { count: kept.length })}</p>
      <Button onClick={() => setOpen(true)}>{t('drafts.kept.show')}</Button>
      {isOpen && (
        <Dialog open onClose={() => setOpen(false)} title={t('drafts.kept.title')}>
          <ul className={styles.kept}>
            {kept.map(({ id, text }) => (
              <li key={id} className={styles.keptNote}>
                <p dir="auto">{text}</p>
                <span className={styles.group}>
                  <Button look="primary" onClick={() => void store.putInKept(id)}>
                    {t('drafts.kept.put-in')}
                  </Button>
                  <Button look="quiet" onClick={() => void store.remove(id)}>
                    {t('drafts.kept.remove')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </section>
  );
}
