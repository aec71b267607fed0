// The recovery code: what it is for, and a new one, shown once.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import styles from './access-parts.module.css';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import type { Access } from './use-access.ts';

export function RecoveryCode({ access }: { access: Access }) {
  const [code, setCode] = useState<string | null>(null);
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('access.recovery.title')}</h3>
      <p className={styles.text}>{t('access.recovery.text')}</p>
      {code === null ? (
        <div className={styles.row}>
          <ConfirmButton
            question={t('access.recovery.new.text')}
            onConfirm={async () => setCode(await access.newRecoveryCode())}
          >
            {t('access.recovery.new')}
          </ConfirmButton>
        </div>
      ) : (
        <>
          <p className={styles.spelled}>{code}</p>
          <p className={styles.text}>{t('access.recovery.keep')}</p>
          <div>
            <Button onClick={() => void copyCode(code)}>{t('common.copy')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

async function copyCode(code: string): Promise<void> {
  if (await copyText(code)) showToast('done', t('access.recovery.copied'));
}
