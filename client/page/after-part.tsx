// What became of a private round: one's notes that are on the board, those that came too late, and those of a cancelled one.
import { useDrafts } from '../drafts/use-drafts.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './page.module.css';
import type { PrivateWriting, ShownRound } from './private-writing.ts';
import { useKeptFocus } from './use-kept-focus.ts';

export function AfterPart({ drafts: { store }, shown }: { drafts: PrivateWriting; shown: ShownRound | null }) {
  const heading = useKeptFocus();
  const { late, kept } = useDrafts(store);
  const became = shown && becameText(shown);
  if (!became && !late && kept.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="page-after">
      <h2 ref={heading} id="page-after" tabIndex={-1} className={styles.partTitle}>
        {t('page.private.after')}
      </h2>
      {became && <p>{became}</p>}
      {late && (
        <>
          <p role="alert">
            {late.isCancelled
              ? t('drafts.kept', { count: late.notes.length })
              : t('drafts.late', { count: late.notes.length })}{' '}
            {late.isAnonymous && !late.isCancelled && t('drafts.late.few')}
          </p>
          <ul className={styles.notes}>
            {late.notes.map(({ id, text }) => (
              <li key={id} className={styles.note}>
                <p className={styles.words}>{text}</p>
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
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
          </div>
        </>
      )}
      {kept.length > 0 && (
        <>
          <p>{t('drafts.kept', { count: kept.length })}</p>
          <ul className={styles.notes}>
            {kept.map(({ id, text }) => (
              <li key={id} className={styles.note}>
                <p className={styles.words}>{text}</p>
                <div className={styles.actions}>
                  <Button
                    look="primary"
                    onClick={() => void store.putInKept(id)}
                    aria-label={t('page.private.put-in-what', { note: text })}
                  >
                    {t('drafts.kept.put-in')}
                  </Button>
                  <Button
                    look="quiet"
                    onClick={() => void store.remove(id)}
                    aria-label={t('page.private.remove-what', { note: text })}
                  >
                    {t('drafts.kept.remove')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Null where there is nothing to say. */
function becameText({ round: { stage, isAnonymous }, notes: count }: ShownRound): string | null {
  if (count === 0 || stage === 'cancelled') return null;
  if (stage !== 'revealed') return t('page.private.showing', { count });
  return isAnonymous ? t('page.private.shown.anonymous', { count }) : t('page.private.shown.named', { count });
}
