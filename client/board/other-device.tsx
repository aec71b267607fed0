// Goes on on another device as the same person: a code to be scanned, good once and for some minutes.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { call, type WithToken } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import styles from './access-parts.module.css';
import { LinkPanel } from './link-panel.tsx';

interface OtherDeviceProps {
  joined: Joined;
  boardKey: string;
  /** The server's address. */
  base: string;
  withToken: WithToken;
}

export function OtherDevice({ joined: { id, resume }, boardKey, base, withToken }: OtherDeviceProps) {
  const [link, setLink] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  async function open(): Promise<void> {
    try {
      const body = { key: boardKey, resume };
      const { code } = await withToken((token) => call('openPairing', { params: { id }, token, body }));
      setLink(`${base}/pair#${code}`);
    } catch (error) {
      setWrong(errorText(error));
    }
  }
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('pair.own')}</h3>
      {link === null ? (
        <>
          <p className={styles.text}>{t('pair.own.text')}</p>
          <div className={styles.row}>
            <Button icon={<Smartphone size={18} aria-hidden="true" />} onClick={() => void open()}>
              {t('pair.own.do')}
            </Button>
          </div>
          {wrong !== null && <p role="alert">{wrong}</p>}
        </>
      ) : (
        <LinkPanel label={t('pair.link')} text={t('pair.link.text')} base={base} link={link} />
      )}
    </section>
  );
}
