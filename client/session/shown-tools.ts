// Which tools a person sees: while a session runs, participants see the few that everybody needs, unless the step says otherwise.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { currentPhase } from './phase-text.ts';
import { isLeading } from './rights-now.ts';

export function shownTools(view: SessionView | null, self: Joined): 'few' | 'all' {
  if (!view || !isUnderWay(view) || isLeading(view, self)) return 'all';
  return currentPhase(view)?.tools ?? 'all';
}
