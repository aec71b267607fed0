// Whether what was written is stored, in words that are true: nothing is called saved before it is on the server's disk.
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { saveSigns } from '../board/save-sign.ts';
import { type SaveState, saveWords, spokenState } from '../board/save-state.ts';
import { ApiError } from '../sync/api.ts';
import { Hidden } from '../ui/hidden.tsx';
import { t } from '../ui/messages/t.ts';
import type { Entry } from './outbox.ts';
import type { LinkState } from './page-link.ts';
import styles from './page.module.css';

interface SaveLineProps {
  link: LinkState;
  entries: readonly Entry[];
  role: Role;
}

export function SaveLine({ link, entries, role }: SaveLineProps) {
  const state = pageSaveState(link, entries, role);
  const refused = entries.filter((entry) => entry.state === 'refused').length;
  const { short } = saveWords(state);
  const Sign = saveSigns[state.kind];
  return (
    <p className={styles.save} data-save={state.kind} data-testid="save-state">
      <Sign size={16} aria-hidden="true" />
      <span>{short}</span>
      {refused > 0 && <strong>{t('page.save.refused', { count: refused })}</strong>}
      <Hidden>
        <span aria-live="polite">{spokenState(state)}</span>
      </Hidden>
    </p>
  );
}

export function pageSaveState(link: Pick<LinkState, 'status'>, entries: readonly Entry[], role: Role): SaveState {
  const waiting = entries.filter(({ state }) => state === 'sending' || state === 'kept' || state === 'here');
  if (link.status === 'offline') {
    const kept = waiting.filter(({ state }) => state === 'kept').length;
    const isKept = waiting.every(({ state }) => state !== 'here');
    return isKept ? { kind: 'offline-kept', count: kept, all: kept } : { kind: 'offline', count: waiting.length };
  }
  if (link.status === 'connecting') return { kind: 'connecting' };
  if (!mayEdit(role)) return { kind: 'view-only' };
  if (waiting.some(({ error }) => error instanceof ApiError && error.code === 'not-saving'))
    return { kind: 'not-saving' };
  return waiting.length > 0 ? { kind: 'saving', count: waiting.length } : { kind: 'saved' };
}
