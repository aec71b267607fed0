// Said where a part of the page met a mistake of ours: what happened, and the ways on. None of them takes anything away.
import { Download, RotateCw } from 'lucide-react';
import { Button } from './button.tsx';
import styles from './crash-notice.module.css';
import { t } from './messages/t.ts';

export interface CrashActions {
  onReload: () => void;
  /** The board as it is in this page, to keep. */
  onText: () => void;
  onData: () => void;
  onHome: () => void;
}

export function CrashNotice({ onReload, onText, onData, onHome }: CrashActions) {
  return (
    <section className={styles.notice} role="alert" data-testid="crash">
      <h2 className={styles.title}>{t('crash.title')}</h2>
      <p className={styles.text}>{t('crash.text')}</p>
      <div className={styles.actions}>
        <Button look="primary" large icon={<RotateCw size={18} aria-hidden="true" />} onClick={onReload}>
          {t('crash.reload')}
        </Button>
        <Button large onClick={onHome}>
          {t('board.home')}
        </Button>
      </div>
      <p className={styles.text}>{t('crash.keep')}</p>
      <div className={styles.actions}>
        <Button icon={<Download size={18} aria-hidden="true" />} onClick={onText}>
          {t('licence.download.text')}
        </Button>
        <Button icon={<Download size={18} aria-hidden="true" />} onClick={onData}>
          {t('licence.download.data')}
        </Button>
      </div>
    </section>
  );
}
