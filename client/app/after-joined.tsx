// The after-page of a board that has been joined, with the right to fetch it.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useMemo } from 'react';
import { AfterPage } from '../harvest/after-page.tsx';
import { call } from '../sync/api.ts';
import { openAccess } from './board-access.ts';
import { pageVersion } from './page-version.ts';
import { goHome } from './router.ts';

interface AfterJoinedProps {
  joined: Joined;
  /** The secret to come back with. */
  boardKey: string;
  onBoard: () => void;
}

export function AfterJoined({ joined, boardKey, onBoard }: AfterJoinedProps) {
  const { withToken } = useMemo(() => {
    const { id, name, resume } = joined;
    const join = () => call('joinBoard', { params: { id }, body: { key: boardKey, name, resume, ...pageVersion() } });
    return openAccess(joined, { join, now: Date.now });
  }, [joined, boardKey]);
  return <AfterPage joined={joined} withToken={withToken} onBoard={onBoard} onHome={goHome} />;
}
