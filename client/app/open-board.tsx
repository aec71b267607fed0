// A board that has been joined: its room, or the page that stands in for it where tldraw has no licence.
import { useEffect, useState } from 'react';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { CrashActions } from '../ui/crash-notice.tsx';
import { Waiting } from '../ui/spinner.tsx';
import { t } from '../ui/messages/t.ts';
import type { BoardCopy } from './device/board-copy.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { LicencePage } from './licence/licence-page.tsx';
import { loadRoom, type RoomOutcome } from './load-room.ts';
import { FailedPage, type GoneReason, NoScreenPage } from './entry/plain-pages.tsx';
import { fetchAndSaveData, fetchAndSaveText } from './device/save-board.ts';
import { thisDevice } from './device/this-device.ts';
import { WaitingPage } from './entry/waiting-page.tsx';

interface OpenBoardProps {
  joined: Joined;
  boardKey: string;
  /** The page for a projector, for who facilitates. */
  isScreen: boolean;
  onGone: (reason: GoneReason, copy: BoardCopy | null) => void;
  onLeave: () => void;
  onRetry: () => void;
  /** To what is published. */
  onResults: () => void;
}

type State = RoomOutcome | { kind: 'loading' } | { kind: 'failed'; error: unknown };

export function OpenBoard({ joined, boardKey, isScreen, onGone, onLeave, onRetry, onResults }: OpenBoardProps) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    loadRoom().then(setState, (error: unknown) => setState({ kind: 'failed', error }));
  }, []);

  switch (state.kind) {
    case 'loading':
      return (
        <WaitingPage>
          <Waiting text={t('join.loading')} />
        </WaitingPage>
      );
    case 'failed':
      return <FailedPage error={state.error} onRetry={onRetry} />;
    case 'no-licence':
      return <LicencePage joined={joined} verdict={state.verdict} />;
    case 'room':
      if (isScreen && joined.role !== 'facilitate') return <NoScreenPage id={joined.id} />;
      if (isScreen)
        return (
          <state.Screen
            joined={joined}
            boardKey={boardKey}
            licenceKey={state.licenceKey}
            onGone={(reason) => onGone(reason, null)}
            onFailed={(error) => setState({ kind: 'failed', error })}
          />
        );
      return (
        <CrashBoundary actions={crashActions(joined, onLeave)}>
          <state.Room
            joined={joined}
            boardKey={boardKey}
            licenceKey={state.licenceKey}
            onLeave={onLeave}
            onGone={onGone}
            onTitle={(title) => thisDevice.rename(joined.id, title)}
            onRole={onRetry}
            onResults={onResults}
            onThumbnail={(dataUrl) => thisDevice.setThumbnail(joined.id, dataUrl)}
          />
        </CrashBoundary>
      );
  }
}

/** The room is gone with its document: the copy is the server's. */
function crashActions(joined: Joined, onHome: () => void): CrashActions {
  return {
    onReload: () => window.location.reload(),
    onText: () => void fetchAndSaveText(joined),
    onData: () => void fetchAndSaveData(joined),
    onHome,
  };
}
