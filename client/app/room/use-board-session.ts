// React's view of an open board: the session as long as the component lives, its state and what is saved.
import { documentVersion } from '@commonboard/shared/board/layout/layout.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import { isOlderThan } from '@commonboard/shared/schema/client-version.ts';
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { SaveState } from '../../board/save-state.ts';
import type { ConnectionState } from '../../sync/board-connection.ts';
import { openOfflineCopy, type OfflineCopy } from '../../sync/offline-copy.ts';
import { openBoardSession, type BoardSession, type SessionEvents, type SessionOptions } from '../live/board-session.ts';
import { pageVersion } from '../page-version.ts';
import { saveStateOf } from '../live/save-state-of.ts';

/** Null until this device's copy has been looked for, which takes some seconds at most. */
export function useBoardSession(
  { joined, key, isSecondTry }: Omit<SessionOptions, 'kept'>,
  events: SessionEvents,
): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  const onClosed = useEffectEvent(events.onClosed);
  const onRefused = useEffectEvent(events.onRefused);
  const onNews = useEffectEvent(events.onNews);
  const onHidden = useEffectEvent(events.onHidden);
  const onDiffers = useEffectEvent(events.onDiffers);
  const onPersists = useEffectEvent(events.onPersists);
  useEffect(() => {
    const told = { onClosed, onRefused, onNews, onHidden, onDiffers, onPersists };
    return openWithCopy({ joined, key, isSecondTry }, told, setSession);
  }, [joined, key, isSecondTry]);
  return session;
}

/** Looks for this device's copy, then opens the session with it. Returns its stop, which may come before. */
function openWithCopy(
  { joined, key, isSecondTry }: Omit<SessionOptions, 'kept'>,
  events: SessionEvents,
  onOpen: (session: BoardSession) => void,
): () => void {
  let opened: BoardSession | null = null;
  let isOver = false;
  const open = (copy: OfflineCopy): void => {
    if (isOver) {
      copy.stop();
    } else if (isOlderThan(pageVersion(), documentVersion(copy.doc))) {
      // Kept by a newer page: this one cannot read it, and must not write into it.
      copy.stop();
      events.onClosed(closeCodes.tooOld, null, '');
    } else {
      opened = openBoardSession({ joined, key, kept: copy, isSecondTry }, events);
      onOpen(opened);
    }
  };
  const { id, participantId, role } = joined;
  void openOfflineCopy({ id, participantId, mayEdit: mayEdit(role) }).then(open);
  return () => {
    isOver = true;
    opened?.stop();
  };
}

const notYet: ConnectionState = { status: 'connecting', loaded: false, unsaved: 0, kept: null, waitingSince: null };
const doNothing = (): void => undefined;

export function useConnectionState(session: BoardSession | null): ConnectionState {
  return useSyncExternalStore(
    useMemo(() => (listener: () => void) => session?.connection.onState(listener) ?? doNothing, [session]),
    () => session?.connection.state() ?? notYet,
  );
}

export function useSaveState(state: ConnectionState, role: Role): SaveState {
  const [now, setNow] = useState(() => Date.now());
  const isWaiting = state.waitingSince !== null;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return saveStateOf(state, role, now);
}

/** Asks before the page with unsaved work is left. */
export function useLeaveWarning(unsaved: number): void {
  const hasUnsaved = unsaved > 0;
  useEffect(() => {
    if (!hasUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [hasUnsaved]);
}
