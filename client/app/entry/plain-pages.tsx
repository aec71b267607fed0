// The pages for everything that is not a board or the start: a sentence on what happened, and always a way on.
import { Download } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { PlainActions, PlainPage } from '../../ui/plain-page.tsx';
import type { BoardCopy } from '../device/board-copy.ts';
import { LinkForm } from './link-form.tsx';
import styles from './plain-pages.module.css';
import { goHome, goTo } from '../router.ts';
import { thisDevice } from '../device/this-device.ts';

function HomeButton() {
  return (
    <Button look="secondary" large onClick={goHome}>
      {t('common.home')}
    </Button>
  );
}

export function NothingHerePage() {
  return (
    <PlainPage title={t('nothing.title')} tabTitle={t('nothing.title')} text={t('nothing.text')} onHome={goHome}>
      <PlainActions>
        <HomeButton />
      </PlainActions>
    </PlainPage>
  );
}

/** The page for a projector is for who facilitates. */
export function NoScreenPage({ id }: { id: BoardId }) {
  return (
    <PlainPage title={t('screen.no.title')} tabTitle={t('screen.no.title')} text={t('screen.no.text')} onHome={goHome}>
      <PlainActions>
        <Button look="primary" large onClick={() => goTo(`/b/${id}`)}>
          {t('screen.no.board')}
        </Button>
      </PlainActions>
    </PlainPage>
  );
}

interface BoardGonePageProps {
  /** The address's, where it can be one. */
  board?: BoardId;
  /** Where this device lists the board and may want to drop it. */
  id?: BoardId;
  /** No link of this device opens the board; else only this one was wrong. */
  isShutOut: boolean;
}

/** Unknown board and wrong key look alike. */
export function BoardGonePage({ board, id, isShutOut }: BoardGonePageProps) {
  const unsent = useUnsentCopy(id, isShutOut);
  return (
    <PlainPage title={t('join.gone.title')} tabTitle={t('join.gone.title')} text={t('join.gone.text')} onHome={goHome}>
      {unsent && <KeptCopy copy={unsent} text={t('join.gone.kept')} />}
      <LinkForm {...(board !== undefined && { boardId: board, hint: t('access.recovery.hint') })} />
      <PlainActions>
        <HomeButton />
        {id !== undefined && (
          <Button
            look="quiet"
            large
            onClick={() => {
              thisDevice.forget(id);
              goHome();
            }}
          >
            {t('join.gone.forget')}
          </Button>
        )}
      </PlainActions>
    </PlainPage>
  );
}

function useUnsentCopy(id: BoardId | undefined, isShutOut: boolean): BoardCopy | null {
  const [copy, setCopy] = useState<BoardCopy | null>(null);
  useEffect(() => {
    const board = id === undefined ? undefined : thisDevice.get(id);
    if (!board) return;
    // Where its code cannot be fetched, the copy stays for the next time.
    void import('../device/unsent-copy.ts')
      .then(({ takeUnsentCopy }) => takeUnsentCopy(board, isShutOut))
      .then(setCopy, () => undefined);
  }, [id, isShutOut]);
  return copy;
}

export function NeedLinkPage({ id }: { id: BoardId }) {
  return (
    <PlainPage title={t('join.need.title')} tabTitle={t('join.need.title')} text={t('join.need.text')} onHome={goHome}>
      <LinkForm boardId={id} hint={t('access.recovery.hint')} />
    </PlainPage>
  );
}

export function OfflinePage({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [onRetry]);
  return <RetryPage title={t('join.offline.title')} text={t('join.offline.text')} onRetry={onRetry} />;
}

export function FailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <RetryPage title={t('join.failed.title')} text={errorText(error)} onRetry={onRetry} />;
}

/** Why an open board was closed from outside. */
export type GoneReason = 'deleted' | 'refused' | 'too-old' | 'revoked' | 'sent-away' | 'banned' | 'many-windows';

interface ClosedPageProps {
  reason: GoneReason;
  /** The board as it was in this page, where the server does not have all of it. */
  copy: BoardCopy | null;
  onRetry: () => void;
}

export function ClosedPage({ reason, copy, onRetry }: ClosedPageProps) {
  const isSentLater = reason === 'too-old' && copy?.isOnDevice === true;
  const kept = copy && <KeptCopy copy={copy} text={isSentLater ? t('join.too-old.kept') : t('join.kept')} />;
  switch (reason) {
    case 'deleted':
      return (
        <PlainPage title={t('join.deleted.title')} text={t('join.deleted.text')} onHome={goHome}>
          {kept}
          <PlainActions>
            <HomeButton />
          </PlainActions>
        </PlainPage>
      );
    case 'refused':
      return (
        <RetryPage title={t('join.refused.title')} text={t('join.refused.text')} onRetry={onRetry}>
          {kept}
        </RetryPage>
      );
    case 'revoked':
      return (
        <PlainPage
          title={t('join.revoked.title')}
          tabTitle={t('join.revoked.title')}
          text={t('join.revoked.text')}
          onHome={goHome}
        >
          {kept}
          <LinkForm />
          <PlainActions>
            <HomeButton />
          </PlainActions>
        </PlainPage>
      );
    case 'many-windows':
      return (
        <RetryPage title={t('join.many-windows.title')} text={t('join.many-windows.text')} onRetry={onRetry}>
          {kept}
        </RetryPage>
      );
    case 'sent-away':
      return (
        <RetryPage
          title={t('join.sent-away.title')}
          text={t('join.sent-away.text')}
          again={t('join.sent-away.do')}
          onRetry={onRetry}
        >
          {kept}
        </RetryPage>
      );
    case 'banned':
      return (
        <PlainPage
          title={t('join.banned.title')}
          tabTitle={t('join.banned.title')}
          text={t('join.banned.text')}
          onHome={goHome}
        >
          {kept}
          <PlainActions>
            <HomeButton />
          </PlainActions>
        </PlainPage>
      );
    case 'too-old':
      return (
        <PlainPage title={t('join.too-old.title')} text={t('join.too-old.text')} onHome={goHome}>
          {kept}
          <PlainActions>
            <Button look="primary" large onClick={() => window.location.reload()}>
              {t('join.too-old.do')}
            </Button>
          </PlainActions>
        </PlainPage>
      );
  }
}

function KeptCopy({ copy, text }: { copy: BoardCopy; text: string }) {
  return (
    <section className={styles.kept}>
      <p>{text}</p>
      <div className={styles.downloads}>
        <Button icon={<Download size={18} aria-hidden="true" />} onClick={copy.saveText}>
          {t('licence.download.text')}
        </Button>
        <Button icon={<Download size={18} aria-hidden="true" />} onClick={copy.saveData}>
          {t('licence.download.data')}
        </Button>
      </div>
    </section>
  );
}

interface RetryPageProps {
  title: string;
  text: string;
  /** In place of "Try again". */
  again?: string;
  onRetry: () => void;
  children?: ReactNode;
}

function RetryPage({ title, text, again = t('common.retry'), onRetry, children }: RetryPageProps) {
  return (
    <PlainPage title={title} tabTitle={title} text={text} onHome={goHome}>
      {children}
      <PlainActions>
        <Button look="primary" large onClick={onRetry}>
          {again}
        </Button>
        <HomeButton />
      </PlainActions>
    </PlainPage>
  );
}
