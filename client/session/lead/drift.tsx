// How late the session runs, and the one tap that brings it back.
import { driftMs, shortened } from '@commonboard/shared/session/drift.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Scissors } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { timeText } from '../../ui/messages/dates.ts';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';
import { useServerNow } from '../use-session.ts';

export function Drift({ store, view }: { store: SessionStore; view: SessionView }) {
  const now = useServerNow(store, isUnderWay(view));
  const late = driftMs(view, now);
  const { phase, plannedEndAt } = view;
  if (late === null || phase === null || plannedEndAt === null) return null;
  const minutes = Math.trunc(late / 60_000);
  const gain = shortened(view, now).length > 0;
  return (
    <span className={styles.drift} data-late={minutes > 0}>
      <span className={styles.live}>
        {t('session.ends', { time: timeText(new Date(plannedEndAt)) })}
        {minutes > 0 && ` · ${t('session.late', { count: minutes })}`}
        {minutes < 0 && ` · ${t('session.early', { count: -minutes })}`}
      </span>
      {minutes > 0 && gain && (
        <Button
          look="quiet"
          icon={<Scissors size={16} aria-hidden="true" />}
          onClick={() => void store.send({ type: 'shorten', phase })}
        >
          {t('session.shorten')}
        </Button>
      )}
    </span>
  );
}
