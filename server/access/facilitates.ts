// Who leads: whoever came by the link for that, and was the first or has been confirmed.
import type { ParticipantRow } from '../storage/board-store.ts';

/** Until then they take part like anybody else. */
export function facilitates({ role, leading }: Pick<ParticipantRow, 'role' | 'leading'>): boolean {
  return role === 'facilitate' && leading === 'yes';
}
