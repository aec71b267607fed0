// The tab says the time and the step before the board's title.
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { t } from '../../ui/messages/t.ts';
import { clockText } from './clock-text.ts';
import { currentPhase, phaseTitle } from '../phase-text.ts';
import type { SessionStore } from '../session-store.ts';
import { useServerNow, useSessionView } from '../use-session.ts';

export function TabTitle({ store, title }: { store: SessionStore; title: string }) {
  const view = useSessionView(store);
  const timer = view?.timer ?? null;
  const now = useServerNow(store, timer !== null && timer.pausedAt === null);
  const phase = view && currentPhase(view);
  const time = timer && clockText(remainingMs(timer, now));
  const parts = [time, phase && phaseTitle(phase)].filter((part) => typeof part === 'string');
  return <title>{parts.length === 0 ? title : t('session.tab', { now: parts.join(' · '), title })}</title>;
}
