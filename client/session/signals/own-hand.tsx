// What a person says for themselves: a hand, and that they are ready. Also where there is no canvas, so nothing of it is named here.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Hand } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

interface OwnHandProps {
  store: SessionStore;
  view: SessionView;
  /** Oneself. */
  participantId: string;
  isLeading: boolean;
}

export function OwnHand({ store, view, participantId, isLeading }: OwnHandProps) {
  const isRaised = view.hands.some((hand) => hand.participant === participantId);
  const own = view.hands.find((hand) => hand.participant === participantId);
  const isReady = view.ready?.who.some((one) => one === participantId) ?? false;
  return (
    <span className={styles.own}>
      {view.ready && !isLeading && (
        <Button
          look={isReady ? 'secondary' : 'primary'}
          aria-pressed={isReady}
          onClick={() => void store.send({ type: 'say-ready', isReady: !isReady })}
        >
          {isReady ? t('session.ready.said') : t('session.ready.say')}
        </Button>
      )}
      {!isLeading && !view.off.includes('hands') && (
        <Button
          aria-pressed={isRaised}
          icon={<Hand size={18} aria-hidden="true" />}
          onClick={() =>
            void store.send(own ? { type: 'lower-hand', participant: own.participant } : { type: 'raise-hand' })
          }
        >
          {isRaised ? t('session.hand.lower') : t('session.hand.raise')}
        </Button>
      )}
    </span>
  );
}
