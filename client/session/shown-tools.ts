// Which tools a person sees: participants the few that everybody needs, unless the step that runs says otherwise; the rest is
// behind one switch.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { currentPhase } from './phase-text.ts';
import { isLeading } from './rights-now.ts';

/** Who only looks has no tools that could be too many. */
export function shownTools(view: SessionView | null, self: Pick<Joined, 'role' | 'participantId'>): 'few' | 'all' {
  if (self.role !== 'edit' || (view && isLeading(view, self))) return 'all';
  return (view && isUnderWay(view) && currentPhase(view)?.tools) || 'few';
}
