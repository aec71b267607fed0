// What stands in for a board that does not open here: a sentence on what happened, and always a way on.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { useEffect, type ReactNode } from 'react';
import { LinkForm } from '../app/entry/link-form.tsx';
import { goHome } from '../app/router.ts';
import { ApiError } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { PlainActions, PlainPage } from '../ui/plain-page.tsx';

interface SaysProps {
  title: string;
  text: string;
  /** Missing where another try leads nowhere. */
  onRetry?: () => void;
  again?: string;
  children?: ReactNode;
}

function Says({ title, text, onRetry, again = t('common.retry'), children }: SaysProps) {
  return (
    <PlainPage title={title} tabTitle={title} text={text} onHome={goHome}>
      {children}
      <PlainActions>
        {onRetry && (
          <Button look="primary" large onClick={onRetry}>
            {again}
          </Button>
        )}
        <Button look="secondary" large onClick={goHome}>
          {t('common.home')}
        </Button>
      </PlainActions>
    </PlainPage>
  );
}

export function NeedsLink({ id }: { id: BoardId }) {
  return (
    <Says title={t('join.need.title')} text={t('join.need.text')}>
      <LinkForm boardId={id} hint={t('access.recovery.hint')} />
    </Says>
  );
}

/** Unknown board and wrong key look alike. */
export function NotFound() {
  return (
    <Says title={t('join.gone.title')} text={t('join.gone.text')}>
      <LinkForm />
    </Says>
  );
}

export function Offline({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [onRetry]);
  return <Says title={t('join.offline.title')} text={t('join.offline.text')} onRetry={onRetry} />;
}

export function TooOld() {
  const reload = (): void => window.location.reload();
  return (
    <Says title={t('join.too-old.title')} text={t('join.too-old.text')} again={t('join.too-old.do')} onRetry={reload} />
  );
}

/** Why the server does not let this person on, or the page cannot go on. */
export function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  switch (error instanceof ApiError ? error.code : '') {
    case 'not-found':
      return <Says title={t('join.deleted.title')} text={t('join.deleted.text')} />;
    case 'revoked':
      return (
        <Says title={t('join.revoked.title')} text={t('join.revoked.text')}>
          <LinkForm />
        </Says>
      );
    case 'sent-away':
      return (
        <Says
          title={t('join.sent-away.title')}
          text={t('join.sent-away.text')}
          again={t('join.sent-away.do')}
          onRetry={onRetry}
        />
      );
    case 'banned':
      return <Says title={t('join.banned.title')} text={t('join.banned.text')} />;
    case 'unauthorised':
      return <Says title={t('join.refused.title')} text={t('join.refused.text')} onRetry={onRetry} />;
    default:
      return <Says title={t('join.failed.title')} text={errorText(error)} onRetry={onRetry} />;
  }
}
