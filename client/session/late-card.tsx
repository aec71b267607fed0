// What somebody who comes into a running session gets at once: where it is, what was done, what came out, what to do now.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './late-card.module.css';
import { phaseQuestion, phaseTitle } from './phase-text.ts';

interface LateCardProps {
  board: string;
  view: SessionView;
  phase: Phase;
  /** The private round that is open. */
  round: PrivateRound | null;
  /** In words, what the last vote came to. */
  lastResult: string | null;
  /** Of this device; null where it keeps nothing. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Missing where the step has no place, or there is no canvas. */
  onShow?: () => void;
}

/** Who was here less than this ago only comes back. */
const knownForMs = 2 * 3_600_000;
/** The last steps tell enough. */
const stepsMost = 4;

/** To be mounted when the session is first seen to run. */
export function LateCard({ board, view, phase, round, lastResult, storage, onShow }: LateCardProps) {
  const key = `commonboard.in-session.${board}`;
  const done = stepsBefore(view, phase);
  const [isShown, setShown] = useState(() => done.length > 0 && !wasHere(storage, key));
  const step = phase.id;
  useEffect(() => {
    // Until it is closed it stays, also where the board is opened anew meanwhile.
    if (!isShown && step !== '') remember(storage, key);
  }, [storage, key, step, isShown]);
  if (!isShown) return null;
  const all = view.phases.filter(({ isSkipped }) => !isSkipped);
  const question = phaseQuestion(phase);
  const title = t('session.late-card', { at: all.indexOf(phase) + 1, all: all.length, step: phaseTitle(phase) });
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <output>{title}</output>
        </h2>
        {question !== '' && <p className={styles.elsewhere}>{t('session.late-card.now', { question })}</p>}
        <p>{t('session.late-card.done', { steps: done.slice(-stepsMost).map(phaseTitle).join(' · ') })}</p>
        {lastResult !== null && <p>{t('session.late-card.result', { result: lastResult })}</p>}
        {round && (
          <p className={styles.elsewhere}>
            {round.isAnonymous ? t('session.late-card.anonymous') : t('session.late-card.named')}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        {onShow && (
          <Button
            look="primary"
            onClick={() => {
              setShown(false);
              onShow();
            }}
          >
            {t('session.late-card.show')}
          </Button>
        )}
        <Button look={onShow ? 'secondary' : 'primary'} onClick={() => setShown(false)}>
          {t('session.late-card.close')}
        </Button>
      </div>
    </section>
  );
}

function stepsBefore({ phases }: SessionView, phase: Phase): Phase[] {
  return phases.slice(0, phases.indexOf(phase)).filter(({ isSkipped, kind }) => !isSkipped && kind !== 'break');
}

function wasHere(storage: LateCardProps['storage'], key: string): boolean {
  try {
    const at = Number(storage?.getItem(key) ?? 0);
    return Math.abs(Date.now() - at) < knownForMs;
  } catch {
    return false;
  }
}

function remember(storage: LateCardProps['storage'], key: string): void {
  try {
    storage?.setItem(key, String(Date.now()));
  } catch {
    // A full device: the card comes once more.
  }
}
