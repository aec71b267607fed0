// Under a link, for facilitators: make it anew, switch it off, switch it on again.
import { Link2Off, RefreshCw } from 'lucide-react';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './access-parts.module.css';
import { ConfirmButton } from '../ui/confirm-button.tsx';

export interface LinkChanges {
  renew: (role: Role) => Promise<void>;
  switchOff: (role: 'edit' | 'view') => Promise<void>;
}

export function LinkActions({ of: role, changes: { renew, switchOff } }: { of: Role; changes: LinkChanges }) {
  const leads = role === 'facilitate';
  return (
    <section className={styles.part}>
      <div className={styles.row}>
        <ConfirmButton
          icon={<RefreshCw size={18} aria-hidden="true" />}
          question={leads ? t('link.renew.ask.facilitate') : t('link.renew.ask')}
          onConfirm={() => renew(role)}
        >
          {t('link.renew')}
        </ConfirmButton>
        {!leads && (
          <ConfirmButton
            icon={<Link2Off size={18} aria-hidden="true" />}
            question={t('link.off.ask')}
            onConfirm={() => switchOff(role)}
          >
            {t('link.off')}
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}

export function LinkIsOff({ of: role, changes }: { of: 'edit' | 'view'; changes: LinkChanges }) {
  return (
    <section className={styles.part}>
      <p>{t('link.is-off')}</p>
      <div>
        <Button onClick={() => void changes.renew(role)}>{t('link.on')}</Button>
      </div>
    </section>
  );
}
