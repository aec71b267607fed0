// A board's address: finds out who we are to it, asks for a name where it must, and opens the room.
import { useEffect } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { t } from '../ui/messages/t.ts';
import { BoardResults } from './board-results.tsx';
import { LetInPage } from './entry/let-in-page.tsx';
import { OpenBoard } from './open-board.tsx';
import { BoardGonePage, ClosedPage, FailedPage, NeedLinkPage, OfflinePage } from './entry/plain-pages.tsx';
import { loadRoom } from './load-room.ts';
import { goHome, goToOtherWay } from './router.ts';
import { thisDevice } from './device/this-device.ts';
import { useBoardEntry } from './entry/use-board-entry.ts';
import { WayIn } from './entry/way-in.tsx';

interface BoardPageProps {
  id: BoardId;
  secret: string | null;
  /** For a projector. */
  isScreen: boolean;
}

export function BoardPage({ id, secret, isScreen }: BoardPageProps) {
  const { state, retry, join, close } = useBoardEntry(id, secret);
  useEffect(() => {
    // Fetched while the person types a name. A failure is met again, and shown, when the room is opened.
    loadRoom().catch(() => undefined);
  }, []);

  switch (state.kind) {
    case 'looking':
    case 'ask-name':
      return (
        <WayIn
          state={state}
          join={join}
          otherWay={{ words: t('page.open'), text: t('page.open.text'), onGo: () => goToOtherWay(id) }}
        />
      );
    case 'joined':
      return (
        <BoardResults joined={state.joined} boardKey={state.key} isWanted={!isScreen}>
          {(onResults) => (
            <OpenBoard
              joined={state.joined}
              boardKey={state.key}
              isScreen={isScreen}
              onGone={close}
              onLeave={goHome}
              onRetry={retry}
              onResults={onResults}
            />
          )}
        </BoardResults>
      );
    case 'waiting':
      return <LetInPage joined={state.joined} onDecided={retry} onHome={goHome} />;
    case 'need-link':
      return <NeedLinkPage id={id} />;
    case 'not-found':
      return <BoardGonePage board={id} isShutOut={state.isShutOut} {...(thisDevice.get(id) ? { id } : {})} />;
    case 'offline':
      return <OfflinePage onRetry={retry} />;
    case 'too-old':
      return <ClosedPage reason="too-old" copy={null} onRetry={retry} />;
    case 'failed':
      return <FailedPage error={state.error} onRetry={retry} />;
    case 'closed':
      return <ClosedPage reason={state.reason} copy={state.copy} onRetry={retry} />;
  }
}
