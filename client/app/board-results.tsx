// What a joined board shows first: the results, where they are published and no session is under way; else what `children` draw. From
// each there is a way to the other.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { type ReactNode, useState } from 'react';
import { AfterJoined } from './after-joined.tsx';

interface BoardResultsProps {
  joined: Joined;
  boardKey: string;
  /** False for a screen that shows the board to a room. */
  isWanted: boolean;
  /** The board, given the way to its results. */
  children: (onResults: () => void) => ReactNode;
}

export function BoardResults({ joined, boardKey, isWanted, children }: BoardResultsProps) {
  // Who facilitates comes to work on.
  const [isShown, setShown] = useState(isWanted && joined.results === true && joined.role !== 'facilitate');
  if (isShown) return <AfterJoined joined={joined} boardKey={boardKey} onBoard={() => setShown(false)} />;
  return children(() => setShown(true));
}
