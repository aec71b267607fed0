// The page without canvas as a whole: which board the address asks for, the way into it, and the messages over it.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { useState } from 'react';
import { BoardResults } from '../app/board-results.tsx';
import { CodePage } from '../app/entry/code-page.tsx';
import { LetInPage } from '../app/entry/let-in-page.tsx';
import { goHome, goToOtherWay, usePage } from '../app/router.ts';
import { useBoardEntry } from '../app/entry/use-board-entry.ts';
import { WayIn } from '../app/entry/way-in.tsx';
import { t } from '../ui/messages/t.ts';
import { Toasts } from '../ui/toasts.tsx';
import { NeedsLink, NotFound, Offline, Refused, TooOld } from './closed-pages.tsx';
import { OpenPage } from './open-page.tsx';

export function PageApp() {
  const page = usePage();
  return (
    <>
      {page.kind === 'board' && <Way key={`${page.id} ${page.visit}`} id={page.id} secret={page.secret} />}
      {page.kind === 'code' && <CodePage key={page.code} code={page.code} />}
      {page.kind !== 'board' && page.kind !== 'code' && <NotFound />}
      <Toasts />
    </>
  );
}

function Way({ id, secret }: { id: BoardId; secret: string | null }) {
  const { state, retry, join } = useBoardEntry(id, secret);
  const [refused, setRefused] = useState<{ error: unknown } | null>(null);
  const again = (): void => {
    setRefused(null);
    retry();
  };
  if (refused) return <Refused error={refused.error} onRetry={again} />;
  switch (state.kind) {
    case 'looking':
    case 'ask-name':
      return <WayIn state={state} join={join} otherWay={{ words: t('page.canvas'), onGo: () => goToOtherWay(id) }} />;
    case 'joined':
      return (
        <BoardResults joined={state.joined} boardKey={state.key} isWanted>
          {(onResults) => (
            <OpenPage
              joined={state.joined}
              boardKey={state.key}
              onRefused={(error) => setRefused({ error })}
              onRole={again}
              onResults={onResults}
            />
          )}
        </BoardResults>
      );
    case 'waiting':
      return <LetInPage joined={state.joined} onDecided={again} onHome={goHome} />;
    case 'need-link':
      return <NeedsLink id={id} />;
    case 'not-found':
      return <NotFound />;
    case 'offline':
      return <Offline onRetry={again} />;
    case 'too-old':
      return <TooOld />;
    case 'failed':
      return <Refused error={state.error} onRetry={again} />;
    case 'closed':
      return null;
  }
}
