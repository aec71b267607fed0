// Notes for the board that came to the server when a private round was open already, before this page had heard of it. One press puts
// them into the round; by themselves they go nowhere: they were written for the board.
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import type { Entry, Outbox } from './outbox.ts';
import styles from './page.module.css';
import { isTurnedAway, type PrivateWriting } from './private-writing.ts';

interface TurnedAwayProps {
  drafts: Pick<PrivateWriting, 'takeIn'>;
  /** Where they were to go to the board from. */
  outbox: Outbox;
  entries: readonly Entry[];
  /** Nothing goes into the round just now. */
  isFrozen: boolean;
}

export function TurnedAway({ drafts, outbox, entries, isFrozen }: TurnedAwayProps) {
  // As they were written: the last one last.
  const notes = entries
    .filter(isTurnedAway)
    .toReversed()
    .flatMap(({ wish }) => (wish.kind === 'add' ? [wish] : []));
  if (notes.length === 0) return null;
  return (
    <>
      <p role="alert">{t('page.private.came', { count: notes.length })}</p>
      <ul className={styles.notes}>
        {notes.map(({ id, text }) => (
          <li key={id} className={styles.note}>
            <p className={styles.words}>{text}</p>
            <div className={styles.actions}>
              <Button
                look="primary"
                aria-disabled={isFrozen}
                onClick={() => !isFrozen && drafts.takeIn(outbox, id)}
                aria-label={t('page.private.take-in-what', { note: text })}
              >
                {t('page.private.take-in')}
              </Button>
              <Button look="quiet" onClick={() => outbox.drop(id)}>
                {t('page.own.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
