// What the bar says of saving, from what the connection knows. "Saved" only when nothing waits.
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import type { SaveState } from '../../board/save-state.ts';
import type { ConnectionState } from '../../sync/board-connection.ts';

/** The server settles an edit in well under a second; past this it is not storing. */
const notSavingAfterMs = 8_000;

/** `now`: ms since 1970. */
export function saveStateOf(state: ConnectionState, role: Role, now: number): SaveState {
  if (state.status === 'connecting') return { kind: 'connecting' };
  if (state.status === 'offline') {
    const { unsaved, kept } = state;
    return kept === null ? { kind: 'offline', count: unsaved } : { kind: 'offline-kept', count: kept, all: unsaved };
  }
  if (!mayEdit(role)) return { kind: 'view-only' };
  if (state.waitingSince === null) return { kind: 'saved' };
  return now - state.waitingSince > notSavingAfterMs
    ? { kind: 'not-saving' }
    : { kind: 'saving', count: state.unsaved };
}
