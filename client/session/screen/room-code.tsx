// How the room gets onto the board: the address, and the short code while facilitators have one open.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { AccessInfo } from '@commonboard/shared/protocol/access.ts';
import { useEffect, useState } from 'react';
import { call, type WithToken } from '../../sync/api.ts';
import { t } from '../../ui/messages/t.ts';
import styles from './room-screen.module.css';

const askEveryMs = 5_000;

export function RoomCode({ id, withToken }: { id: BoardId; withToken: WithToken }) {
  const code = useShortCode(id, withToken);
  return (
    <footer className={styles.foot}>
      {code === null ? (
        <p className={styles.join}>{t('screen.no-code')}</p>
      ) : (
        <>
          <p className={styles.join}>{t('short.go', { host: window.location.host })}</p>
          <p className={`${styles.join} ${styles.code}`}>{code}</p>
        </>
      )}
    </footer>
  );
}

/** In groups of four, as it is said. Null while none is open. */
function useShortCode(id: BoardId, withToken: WithToken): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    const show = ({ shortCode }: AccessInfo): void => {
      if (!isOver) setCode(shortCode?.code?.replace(/(\d{4})(?=\d)/g, '$1 ') ?? null);
    };
    // What cannot be asked now is asked in a moment; until then the last answer stands.
    const ask = (): void =>
      void withToken((token) => call('access', { params: { id }, token })).then(show, () => undefined);
    ask();
    const timer = setInterval(ask, askEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [id, withToken]);
  return code;
}
