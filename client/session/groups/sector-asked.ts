// Whether a person is asked where they come from just now: where facilitators ask all who are here, or, once on this device, who
// joins and was not asked before. Rule R212.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useState } from 'react';

export interface SectorAsked {
  /** On this device, for this board. */
  wasAsked: boolean;
  onAsked: () => void;
}

interface SectorLineState {
  isShown: boolean;
  onClose?: () => void;
}

export function useSectorLine(
  { sectors }: SessionView,
  participantId: string,
  { wasAsked, onAsked }: SectorAsked,
): SectorLineState {
  const [isClosed, setClosed] = useState(wasAsked);
  // Who has just answered reads that it has arrived.
  const [hadSaid] = useState(() => Object.hasOwn(sectors.said, participantId));
  if (sectors.isAsked) return { isShown: true };
  return {
    isShown: sectors.atJoin && !isClosed && !hadSaid,
    onClose: () => {
      setClosed(true);
      onAsked();
    },
  };
}
