// What a step asks of all while it runs, one line each: whose turn it is, who has the floor, which idea to score, whether to go on.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { FloorLine } from './floor-line.tsx';
import { isLeading } from '../rights-now.ts';
import { ScoreLine } from './score-line.tsx';
import type { SessionStore } from '../session-store.ts';
import { ThumbsLine } from './thumbs-line.tsx';
import { TurnsLine } from './turns-line.tsx';

interface StepLinesProps {
  store: SessionStore;
  view: SessionView;
  self: Joined;
  /** Of ideas, by their ids. */
  words: ReadonlyMap<string, string>;
}

export function StepLines({ store, view, self, words }: StepLinesProps) {
  const { participantId } = self;
  const mayTakePart = mayEdit(self.role);
  const all = { store, view, participantId, isLeading: isLeading(view, self) };
  return (
    <>
      <TurnsLine {...all} />
      <FloorLine {...all} mayTakePart={mayTakePart} />
      {mayTakePart && <ScoreLine store={store} view={view} participantId={participantId} words={words} />}
      <ThumbsLine {...all} mayTakePart={mayTakePart} />
    </>
  );
}
