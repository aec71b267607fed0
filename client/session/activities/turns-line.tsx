// Whose turn it is to speak and who comes after, for all; the one who speaks goes on or passes, and who leads may do it for them.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Mic } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

interface TurnsLineProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  isLeading: boolean;
}

export function TurnsLine({ store, view: { turns }, participantId, isLeading }: TurnsLineProps) {
  if (!turns) return null;
  const { order, at, isCut } = turns;
  const [now, then] = [order[at], order[at + 1]];
  const isMe = now?.participant === participantId;
  const go = (isPassing: boolean) => void store.send({ type: 'next-turn', at, isPassing });
  return (
    <section className={styles.turns} aria-label={t('session.turns')}>
      <Mic size={18} aria-hidden="true" />
      <output className={styles.turnsText}>
        {now ? (
          <strong>{isMe ? t('session.turns.me') : t('session.turns.now', { name: now.name })}</strong>
        ) : (
          t(isCut ? 'session.turns.cut' : 'session.turns.over')
        )}{' '}
        {then && t('session.turns.next', { name: then.name })}
      </output>
      {isMe && (
        <>
          <Button look="primary" onClick={() => go(false)}>
            {t('session.turns.done')}
          </Button>
          {then && <Button onClick={() => go(true)}>{t('session.turns.pass')}</Button>}
        </>
      )}
      {isLeading && now && !isMe && <Button onClick={() => go(false)}>{t('session.turns.lead.next')}</Button>}
      {isLeading && then && !isMe && <Button onClick={() => go(true)}>{t('session.turns.lead.later')}</Button>}
      {isLeading && now && (
        <Button look="quiet" onClick={() => void store.send({ type: 'end-turns' })}>
          {t('session.turns.end')}
        </Button>
      )}
    </section>
  );
}
