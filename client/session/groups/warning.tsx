// Two minutes are left: said to all, and shown as long as it is true.
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { SessionStore } from '../session-store.ts';
import { useServerNow } from '../use-session.ts';
import { t } from '../../ui/messages/t.ts';
import styles from './groups.module.css';

interface WarningProps {
  store: SessionStore;
  set: GroupSet;
  /** It is said elsewhere in the page. */
  isSaidElsewhere?: boolean;
}

export function Warning({ set: { warnedAt }, ...props }: WarningProps) {
  return warnedAt === null ? null : <Fresh key={warnedAt} {...props} at={warnedAt} />;
}

function Fresh({ store, at, isSaidElsewhere }: Omit<WarningProps, 'set'> & { at: number }) {
  const now = useServerNow(store, true);
  if (now - at > limits.groupWarningMs) return null;
  return (
    <p className={styles.warned} role={isSaidElsewhere === true ? undefined : 'alert'}>
      {t('groups.warned')}
    </p>
  );
}
