// The link that gives everything, behind a step of its own: nobody should pass it on by mistake.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { LinkPanel, Note } from './link-panel.tsx';
import styles from './link-panel.module.css';

export function FacilitatorPanel({ base, link }: { base: string; link: string }) {
  const [isShown, setShown] = useState(false);
  if (isShown) {
    return (
      <LinkPanel
        label={t('share.link.facilitate')}
        text={t('share.facilitate.text')}
        note={t('share.facilitate.warning')}
        base={base}
        link={link}
      />
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.text}>{t('share.facilitate.text')}</p>
      <Note kind="warning" text={t('share.facilitate.warning')} />
      <div>
        <Button onClick={() => setShown(true)}>{t('share.facilitate.show')}</Button>
      </div>
    </div>
  );
}
