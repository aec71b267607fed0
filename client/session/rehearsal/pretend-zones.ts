// Whether people are pretended, and where: for who rehearses, in the places of the step.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { currentPhase } from '../phase-text.ts';
import { isLeading } from '../rights-now.ts';

const everywhere: readonly string[] = [];

/** Null: nobody is. */
export function pretendZones(
  view: SessionView | null,
  self: Pick<Joined, 'role' | 'participantId'>,
): readonly string[] | null {
  if (view?.status !== 'rehearsing' || !isLeading(view, self)) return null;
  return currentPhase(view)?.zones ?? everywhere;
}
