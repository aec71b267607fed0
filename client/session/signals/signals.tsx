// Reactions rising at the edge of the canvas, and one quiet line for who listens.
import type { ReactionKind } from '@commonboard/shared/protocol/presence.ts';
import { Heart, CircleQuestionMark, Lightbulb, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Hidden } from '../../ui/hidden.tsx';
import { reactionText } from '../../ui/messages/session-text.ts';
import { t } from '../../ui/messages/t.ts';
import { createSignalList, type Announced, type SignalSource } from './signal-list.ts';
import styles from './signals.module.css';

export const reactionSigns: Record<ReactionKind, LucideIcon> = {
  thumb: ThumbsUp,
  heart: Heart,
  bravo: PartyPopper,
  idea: Lightbulb,
  question: CircleQuestionMark,
};

interface SignalsProps {
  sources: readonly SignalSource[];
}

export function Signals({ sources }: SignalsProps) {
  const [said, setSaid] = useState('');
  const list = useMemo(
    () => createSignalList({ after: afterMs, announce: (news) => setSaid(announcedText(news)) }),
    [],
  );
  useEffect(() => () => list.stop(), [list]);
  useEffect(() => list.heard(sources), [list, sources]);
  const shown = useSyncExternalStore(
    useCallback((listener: () => void) => list.onChange(listener), [list]),
    () => list.shown(),
  );
  return (
    <>
      <ul className={styles.signals} aria-hidden="true">
        {shown.map(({ key, name, kind }) => {
          const Sign = reactionSigns[kind];
          return (
            <li key={key} className={styles.signal} data-reaction={kind}>
              <Sign size={22} />
              <span>{name}</span>
            </li>
          );
        })}
      </ul>
      <Hidden>
        <output aria-label={t('session.signals')}>{said}</output>
      </Hidden>
    </>
  );
}

function afterMs(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

function announcedText({ reactions, chats }: Announced): string {
  const counted = (Object.entries(reactions) as [ReactionKind, number][]).map(([kind, count]) =>
    t('session.signals.count', { kind: reactionText(kind), count }),
  );
  return [...chats.map(({ name, chat }) => t('session.signals.chat', { name, chat })), ...counted].join(' · ');
}
