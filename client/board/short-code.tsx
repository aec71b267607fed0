// The short code that lets people take part: opened, shown - large for a projector -, closed.
import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { timeText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import styles from './access-parts.module.css';
import type { Access } from './use-access.ts';

interface ShortCodeProps {
  access: Access;
  /** The server's address. */
  base: string;
}

export function ShortCode({ access: { info, openCode, closeCode }, base }: ShortCodeProps) {
  const [isLarge, setLarge] = useState(false);
  if (!info) return null;
  const open = info.shortCode;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('short.title')}</h3>
      {open === null && <p className={styles.text}>{t(info.codeStopped ? 'short.stopped' : 'short.text')}</p>}
      {open !== null && <OpenCode code={open.code} until={open.until} />}
      <div className={styles.row}>
        {typeof open?.code === 'string' && (
          <Button icon={<Maximize2 size={18} aria-hidden="true" />} onClick={() => setLarge(true)}>
            {t('short.large')}
          </Button>
        )}
        <Button onClick={() => void openCode()}>{open === null ? t('short.open') : t('short.another')}</Button>
        {open !== null && <Button onClick={() => void closeCode()}>{t('short.close')}</Button>}
      </div>
      {typeof open?.code === 'string' && (
        <Dialog open={isLarge} onClose={() => setLarge(false)} title={t('short.title')} size="full">
          <div className={styles.large}>
            <p className={styles.largeText}>{t('short.go', { host: new URL(base).host })}</p>
            <p className={styles.largeCode}>{inGroups(open.code)}</p>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function OpenCode({ code, until }: { code: string | null; until: string }) {
  const time = timeText(new Date(until));
  if (code === null) return <p className={styles.text}>{t('short.unknown', { time })}</p>;
  return (
    <>
      <p className={styles.code}>{inGroups(code)}</p>
      <p className={styles.text}>{t('short.until', { time })}</p>
    </>
  );
}

/** Four and four, as they are said. */
function inGroups(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}
