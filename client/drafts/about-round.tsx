// Who could know what of a private round, in plain words: before anybody writes.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './drafts.module.css';

export function AboutRound({ round: { isAnonymous }, onClose }: { round: PrivateRound; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={t('drafts.about')}>
      <div className={styles.about}>
        <p>{t('drafts.about.now')}</p>
        <p>{isAnonymous ? t('drafts.about.anonymous') : t('drafts.about.named')}</p>
        {isAnonymous && <p>{t('drafts.few')}</p>}
        <p>{t('drafts.about.host')}</p>
      </div>
    </Dialog>
  );
}
