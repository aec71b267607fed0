// What the participants' link opens once the results are published: the after-page, one's own notes and commitments, and the way to
// the board.
import type { OwnHarvest } from '@commonboard/shared/protocol/harvest-routes.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useState } from 'react';
import type { WithToken } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { dayText } from '../ui/messages/dates.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { Logo } from '../ui/logo.tsx';
import { HomeLink } from '../ui/plain-page.tsx';
import { Waiting } from '../ui/spinner.tsx';
import { showToast } from '../ui/toast-list.ts';
import { AfterView, Commitment, Section } from './after-view.tsx';
import styles from './after.module.css';
import { fileAddress, type AfterAnswer, useAfterPage } from './use-after-page.ts';

interface AfterPageProps {
  joined: Joined;
  withToken: WithToken;
  onBoard: () => void;
  onHome: () => void;
}

export function AfterPage({ joined, withToken, onBoard, onHome }: AfterPageProps) {
  const { answer, error, refresh } = useAfterPage(joined.id, withToken);
  const title = answer?.page.title ?? joined.title;
  return (
    <div className={styles.after}>
      <title>{title}</title>
      <header className={styles.head}>
        <HomeLink className={styles.home} onHome={onHome}>
          <Logo />
          {t('common.product')}
        </HomeLink>
        <Button onClick={onBoard}>{t('after.board')}</Button>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        {answer && <p className={styles.quiet}>{headLine(answer)}</p>}
        {!answer && error === null && <Waiting text={t('after.loading')} />}
        {error !== null && <p role="alert">{error}</p>}
        {answer && (
          <AfterView
            page={answer.page}
            addressOf={(file) => fileAddress(joined.id, file, answer.revision)}
            own={<Own own={answer.own} named={answer.named} onNamed={(named) => refresh(named)} />}
          />
        )}
      </main>
    </div>
  );
}

function headLine({ page: { date, people } }: AfterAnswer): string {
  return t('after.head', { date: dayText(new Date(date)), people: t('after.people', { count: people }) });
}

interface OwnProps {
  own: OwnHarvest;
  named: boolean;
  onNamed: (named: boolean) => Promise<void>;
}

function Own({ own: { notes, commitments }, named, onNamed }: OwnProps) {
  const [busy, setBusy] = useState(false);
  async function change(next: boolean): Promise<void> {
    setBusy(true);
    await onNamed(next).catch((error: unknown) => showToast('trouble', errorText(error)));
    setBusy(false);
  }
  return (
    <Section id="own" title={t('after.own')}>
      {notes.length + commitments.length === 0 && <p className={styles.quiet}>{t('after.own.none')}</p>}
      {commitments.length > 0 && (
        <>
          <h3 className={styles.zoneTitle}>{t('after.own.commitments')}</h3>
          <ul className={styles.commitments}>
            {commitments.map((one, i) => (
              <li key={`${i} ${one.what}`} className={styles.commitment}>
                <Commitment {...one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 className={styles.zoneTitle}>{t('after.own.notes')}</h3>
          <ul className={styles.lines}>
            {notes.map(({ text, zone }, i) => (
              <li key={`${i} ${text}`}>
                {text} {zone !== '' && <small className={styles.more}>{zone}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      <label className={styles.named}>
        <input
          type="checkbox"
          checked={named}
          aria-disabled={busy}
          onChange={({ target }) => busy || void change(target.checked)}
        />
        <span>
          {t('after.named')} <small>{busy ? t('after.named.busy') : t('after.named.text')}</small>
        </span>
      </label>
    </Section>
  );
}
