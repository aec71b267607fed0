// The line that all see while people write in private: what was promised, how much there is, and one's own part of it.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { EyeOff, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { tallyTexts } from '../ui/messages/drafts-text.ts';
import { t } from '../ui/messages/t.ts';
import { AboutRound } from './about-round.tsx';
import styles from './drafts.module.css';
import { type DraftsStore, isSilencedIn } from './drafts-store.ts';
import { RoundMenu, type RoundActs } from './round-menu.tsx';
import { useDrafts } from './use-drafts.ts';

interface RoundBarProps {
  store: DraftsStore;
  round: PrivateRound;
  /** Of those who are here and may write. */
  peopleHere: number;
  /** Null for who does not lead. */
  lead: RoundActs | null;
}

export function RoundBar({ store, round, peopleHere, lead }: RoundBarProps) {
  const drafts = useDrafts(store);
  const { counts, own } = drafts;
  const isSilenced = isSilencedIn(drafts, round);
  const [isAsking, setAsking] = useState(false);
  const { isAnonymous, notesMax, best } = round;
  const Sign = isAnonymous ? VenetianMask : EyeOff;
  const tally = counts?.round === round.id ? counts : { people: 0, notes: 0 };
  return (
    <section className={styles.bar} aria-label={t('drafts.bar')}>
      <Sign size={18} aria-hidden="true" />
      <div className={styles.text}>
        <output>{isAnonymous ? t('drafts.bar.anonymous') : t('drafts.bar.named')}</output>{' '}
        {isAnonymous && peopleHere < limits.guessablePeople && (
          <span className={`${styles.quiet} ${styles.few}`}>{t('drafts.few')}</span>
        )}{' '}
        <button type="button" className={styles.link} onClick={() => setAsking(true)}>
          {t('drafts.about')}
        </button>
      </div>
      <span className={styles.count} data-count>
        {t('drafts.count', tallyTexts(tally))}
      </span>
      {isSilenced && <output className={styles.own}>{t('drafts.refused.silenced')}</output>}
      {own && !isSilenced && (
        <output className={styles.own}>
          {own.isSaved ? t('drafts.own', { count: own.notes, most: notesMax }) : t('drafts.own.saving')}
          {best !== null &&
            own.notes > best &&
            ` · ${t('drafts.best', { count: Math.min(own.best, best), most: best })}`}
        </output>
      )}
      {own && own.held > 0 && <output className={styles.own}>{t('drafts.held', { count: own.held })}</output>}
      {own && !isAnonymous && own.notes > own.shown && own.isSaved && (
        <Button look="quiet" onClick={() => void store.showOwn(round)}>
          {t('drafts.show-own')}
        </Button>
      )}
      {lead && <RoundMenu round={round} acts={lead} />}
      {isAsking && <AboutRound round={round} onClose={() => setAsking(false)} />}
    </section>
  );
}
