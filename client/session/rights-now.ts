// What this person may change just now, and whether they lead.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { leads } from '@commonboard/shared/session/command-context.ts';
import type { Rights } from '@commonboard/shared/session/phase.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';

type Self = Pick<Joined, 'role' | 'participantId'>;

export function isLeading(view: SessionView, { role, participantId }: Self): boolean {
  return leads(view, role, participantId);
}

/** Facilitators are free of what a step says. */
export function rightsNow(view: SessionView | null, { role }: Self): Rights {
  return view === null || role === 'facilitate' ? 'free' : view.rights;
}
