// The pages for everything that is not a board or the start: a sentence on what happened, and always a way on.
import { useEffect } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { PlainActions, PlainPage } from '../ui/plain-page.tsx';
import { LinkForm } from './link-form.tsx';
import { goHome } from './router.ts';
import { thisDevice } from './this-device.ts';

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

/** Unknown board and wrong key look alike. `id` where this device lists the board and may want to drop it. */
export function BoardGonePage({ id }: { id?: BoardId }) {
  return (
    <PlainPage title={t('join.gone.title')} tabTitle={t('join.gone.title')} text={t('join.gone.text')} onHome={goHome}>
      <LinkForm />
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

export function NeedLinkPage() {
  return (
    <PlainPage title={t('join.need.title')} tabTitle={t('join.need.title')} text={t('join.need.text')} onHome={goHome}>
      <LinkForm />
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
export type GoneReason = 'deleted' | 'refused' | 'too-old';

export function ClosedPage({ reason, onRetry }: { reason: GoneReason; onRetry: () => void }) {
  switch (reason) {
    case 'deleted':
      return (
        <PlainPage title={t('join.deleted.title')} text={t('join.deleted.text')} onHome={goHome}>
          <PlainActions>
            <HomeButton />
          </PlainActions>
        </PlainPage>
      );
    case 'refused':
      return <RetryPage title={t('join.refused.title')} text={t('join.refused.text')} onRetry={onRetry} />;
    case 'too-old':
      return (
        <PlainPage title={t('join.too-old.title')} text={t('join.too-old.text')} onHome={goHome}>
          <PlainActions>
            <Button look="primary" large onClick={() => window.location.reload()}>
              {t('join.too-old.do')}
            </Button>
          </PlainActions>
        </PlainPage>
      );
  }
}

function RetryPage({ title, text, onRetry }: { title: string; text: string; onRetry: () => void }) {
  return (
    <PlainPage title={title} tabTitle={title} text={text} onHome={goHome}>
      <PlainActions>
        <Button look="primary" large onClick={onRetry}>
          {t('common.retry')}
        </Button>
        <HomeButton />
      </PlainActions>
    </PlainPage>
  );
}
