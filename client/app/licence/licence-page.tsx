// Stands in for the canvas where tldraw would not draw: why, what can be done about it, and the board to read and take along.
import { Download } from 'lucide-react';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { OutlineView } from '../../outline/outline-view.tsx';
import { Button } from '../../ui/button.tsx';
import { dayText } from '../../ui/messages/dates.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { PlainActions, PlainPage } from '../../ui/plain-page.tsx';
import { Waiting } from '../../ui/spinner.tsx';
import { goHome, goToOtherWay } from '../router.ts';
import { fetchAndSaveData, saveBoardText } from '../device/save-board.ts';
import type { LicenceVerdict } from './check-licence.ts';
import styles from './licence-page.module.css';
import { useOutline } from './use-outline.ts';

/** As it is typed on a server, whatever the language. */
const setting = 'TLDRAW_LICENSE_KEY=tldraw-…';

export function LicencePage({ joined, verdict }: { joined: Joined; verdict: LicenceVerdict }) {
  const outline = useOutline(joined);
  return (
    <PlainPage title={t('licence.title')} tabTitle={joined.title} text={reasonText(verdict)} wide onHome={goHome}>
      <p className={styles.safe}>{t('licence.safe')}</p>
      <PlainActions>
        <Button look="primary" large onClick={() => goToOtherWay(joined.id)}>
          {t('page.open')}
        </Button>
      </PlainActions>
      <HowTo />
      <section className={styles.board} aria-labelledby="licence-board">
        <p className={styles.kicker}>{t('licence.read.title')}</p>
        <h2 id="licence-board" className={styles.title}>
          {joined.title}
        </h2>
        <div className={styles.downloads}>
          <Button
            icon={<Download size={18} aria-hidden="true" />}
            disabled={outline.kind !== 'read'}
            onClick={() => outline.kind === 'read' && saveBoardText(outline.outline)}
          >
            {t('licence.download.text')}
          </Button>
          <Button icon={<Download size={18} aria-hidden="true" />} onClick={() => void fetchAndSaveData(joined)}>
            {t('licence.download.data')}
          </Button>
          <p className={styles.hint}>{t('licence.download.hint')}</p>
        </div>
        {outline.kind === 'reading' && <Waiting text={t('licence.read.loading')} />}
        {outline.kind === 'failed' && <p role="alert">{errorText(outline.error)}</p>}
        {outline.kind === 'read' && <OutlineView pages={outline.outline.pages} />}
      </section>
    </PlainPage>
  );
}

function HowTo() {
  return (
    <section className={styles.how} aria-labelledby="licence-how">
      <h2 id="licence-how" className={styles.subtitle}>
        {t('licence.how.title')}
      </h2>
      <ol className={styles.steps}>
        <li>
          {t('licence.how.ask', { host: window.location.hostname })}
          <br />
          <a href="https://tldraw.dev" target="_blank" rel="noreferrer">
            {t('licence.how.address')}
          </a>
        </li>
        <li>
          {t('licence.how.set')}
          <code className={styles.code}>{setting}</code>
        </li>
      </ol>
      <p className={styles.hint}>{t('licence.how.http')}</p>
    </section>
  );
}

function reasonText(verdict: LicenceVerdict): string {
  switch (verdict.kind) {
    case 'wrong-host':
      return t('licence.wrong-host', { hosts: verdict.hosts.join(', '), host: verdict.host });
    case 'expired':
      return t('licence.expired', { date: dayText(verdict.date) });
    case 'missing':
      return t('licence.missing');
    case 'unreadable':
    case 'ok':
    case 'not-needed':
      return t('licence.unreadable');
  }
}
