// In a step of the agenda that is for it, who leads is offered the harvest.
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './harvest.module.css';

export function HarvestOffer({ onHarvest }: { onHarvest: () => void }) {
  return (
    <div className={styles.offer}>
      <span>{t('harvest.offer')}</span>
      <Button look="primary" onClick={onHarvest}>
        {t('harvest.open')}
      </Button>
    </div>
  );
}
