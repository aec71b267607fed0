// React's view of an open board without a canvas.
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useServerNow } from '../session/use-session.ts';
import { openPageSession, type PageSession } from './open-page-session.ts';
import type { Entry } from './outbox.ts';
import { type OwnNote, ownNotes } from './own-notes.ts';
import type { LinkState } from './page-link.ts';
import { isTurnedAway, type PageRound, type ShownRound } from './private-writing.ts';
import { type AroundSession, type Moment, momentOf, saidBetween } from './said-aloud.ts';

/** Null for a moment. */
export function usePageSession(joined: Joined, key: string, onRefused: (error: unknown) => void): PageSession | null {
  const [session, setSession] = useState<PageSession | null>(null);
  const refused = useEffectEvent(onRefused);
  useEffect(() => {
    const opened = openPageSession(joined, key, (error) => refused(error));
    setSession(opened);
    return () => opened.stop();
  }, [joined, key]);
  return session;
}

export function useLinkState({ link }: PageSession): LinkState {
  return useSyncExternalStore(
    useCallback((listener: () => void) => link.onChange(listener), [link]),
    () => link.state(),
  );
}

/** In a private round without those that may be meant for it: they stand there. */
export function useOwnNotes({ outline }: LinkState, entries: readonly Entry[], isInRound: boolean): readonly OwnNote[] {
  return useMemo(() => {
    const shown = isInRound ? entries.filter((entry) => !isTurnedAway(entry)) : entries;
    return ownNotes(outline?.pages ?? [], outline?.own ?? [], shown);
  }, [outline, entries, isInRound]);
}

/** Null where nobody writes in private. */
export function usePrivateRound({ drafts }: PageSession): PageRound | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => drafts.onChange(listener), [drafts]),
    () => drafts.now(),
  );
}

export function useShownRound({ drafts }: PageSession): ShownRound | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => drafts.onChange(listener), [drafts]),
    () => drafts.shown(),
  );
}

/** None where there is no outbox. */
export function useEntries(from: Pick<PageSession, 'outbox'> | null): readonly Entry[] {
  const outbox = from?.outbox;
  return useSyncExternalStore(
    useCallback((listener: () => void) => outbox?.onChange(listener) ?? (() => undefined), [outbox]),
    () => outbox?.entries() ?? noEntries,
  );
}

const noEntries: readonly Entry[] = [];

interface Happening extends Omit<AroundSession, 'now'> {
  view: SessionView | null;
  rounds: readonly RoundView[] | null;
}

/** The sentence that was said last. What there was when the page opened is read, not said. */
export function useSaidAloud({ live }: PageSession, { view, rounds, ...around }: Happening): string {
  const { isPaused, hasResults, zones, participantId } = around;
  const now = useServerNow(live, view?.timer?.pausedAt === null);
  const before = useRef<Moment | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!view || !rounds) return;
    const moment = momentOf(view, rounds, { isPaused, hasResults, zones, now, participantId });
    const news = before.current ? saidBetween(before.current, moment) : [];
    before.current = moment;
    // The same sentence once more is said once more only where something of it is new.
    if (news.length > 0) setSaid((last) => (last === news.join(' ') ? `${last}\u00A0` : news.join(' ')));
  }, [view, rounds, isPaused, hasResults, zones, now, participantId]);
  return said;
}

/** Asks before the page is left with what is found nowhere else. */
export function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
