// In place of what is being fetched, or could not be.
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import styles from './history.module.css';

export function NotHere({ trouble, onAgain }: { trouble: string | null; onAgain: () => void }) {
  if (trouble === null) return <Waiting text={t('history.loading')} />;
  return (
    <div className={styles.panel} role="alert">
      <p className={styles.lead}>{t('history.failed', { reason: trouble })}</p>
      <div>
        <Button onClick={onAgain}>{t('common.retry')}</Button>
      </div>
    </div>
  );
}
