// Asks where a person comes from, so that groups can be mixed. What they say goes to facilitators only.
import type { PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { useState } from 'react';
import type { SessionStore } from '../session-store.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { SectorField } from '../../ui/sector-field.tsx';
import styles from './groups.module.css';

interface SectorLineProps {
  store: SessionStore;
  hasSaid: boolean;
  /** Left out: until facilitators ask no more. */
  onClose?: () => void;
}

export function SectorLine({ store, hasSaid, onClose }: SectorLineProps) {
  const [own, setOwn] = useState<PersonSector | null>(null);
  // What it was is for facilitators: this page knows only what was chosen on it.
  const [isChosen, setChosen] = useState(false);
  return (
    <>
      <output className={styles.text}>{hasSaid ? t('groups.sector.thanks') : t('groups.sector')}</output>
      <SectorField
        value={own}
        isKept={hasSaid && !isChosen}
        onValue={(sector) => {
          setOwn(sector);
          setChosen(true);
          void store.send({ type: 'say-sector', sector });
        }}
      />
      {onClose && (
        <Button look="quiet" onClick={onClose}>
          {hasSaid ? t('common.close') : t('groups.sector.not-now')}
        </Button>
      )}
    </>
  );
}
