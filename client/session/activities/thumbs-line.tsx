// The time of a talk is over: three minutes more? Everybody answers for themselves; when it is closed all see how many said what.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { type Thumb, thumbKinds, thumbsMin, type ThumbsView } from '@commonboard/shared/activities/thumbs-state.ts';
import { Minus, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

interface ThumbsLineProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  mayTakePart: boolean;
  isLeading: boolean;
}

const signs = { up: ThumbsUp, side: Minus, down: ThumbsDown } as const;
const words = {
  up: 'session.thumbs.up',
  side: 'session.thumbs.side',
  down: 'session.thumbs.down',
} as const satisfies Record<Thumb, string>;

export function ThumbsLine(props: ThumbsLineProps) {
  const { thumbs } = props.view;
  if (!thumbs) return null;
  return (
    <section className={styles.turns} aria-label={t('session.thumbs')}>
      <output className={styles.turnsText}>
        {thumbs.counts ? (
          <strong>
            {thumbs.counts === 'few' ? t('session.thumbs.few') : t('session.thumbs.result', thumbs.counts)}
          </strong>
        ) : (
          <>
            <strong>{t('session.thumbs.ask')}</strong> {t('session.thumbs.hidden')}
          </>
        )}
      </output>
      {!thumbs.counts && <Asking key={thumbs.timer} {...props} thumbs={thumbs} />}
      {props.isLeading && thumbs.counts && (
        <Button look="primary" onClick={() => void props.store.send({ type: 'add-time', minutes: 3 })}>
          {t('session.thumbs.more')}
        </Button>
      )}
    </section>
  );
}

function Asking({ store, thumbs, participantId, mayTakePart, isLeading }: ThumbsLineProps & { thumbs: ThumbsView }) {
  const { timer, who } = thumbs;
  // What it was is known to this page only; after a reload it says that there was an answer.
  const [own, setOwn] = useState<Thumb | null>(null);
  const waits = useId();
  const isFew = who.length < thumbsMin;
  const hasAnswered = who.some((one) => one === participantId);
  return (
    <>
      {mayTakePart &&
        thumbKinds.map((thumb) => {
          const Sign = signs[thumb];
          return (
            <Button
              key={thumb}
              icon={<Sign size={18} aria-hidden="true" />}
              aria-pressed={own === thumb}
              look={own === thumb ? 'primary' : 'secondary'}
              onClick={() => {
                setOwn(thumb);
                void store.send({ type: 'say-thumb', timer, thumb });
              }}
            >
              {t(words[thumb])}
            </Button>
          );
        })}
      <span className={styles.live}>
        {hasAnswered && t('session.thumbs.own')} {t('session.thumbs.count', { count: who.length })}
      </span>
      {isLeading && (
        <>
          <Button
            look="quiet"
            disabled={isFew}
            aria-describedby={isFew ? waits : undefined}
            onClick={() => void store.send({ type: 'close-thumbs', timer })}
          >
            {t('session.thumbs.close')}
          </Button>
          {isFew && (
            <span id={waits} className={styles.live}>
              {t('session.thumbs.wait')}
            </span>
          )}
        </>
      )}
    </>
  );
}
