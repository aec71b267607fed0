// A calm line under the bar of a board, with what can be done about it.
import { CirclePause, Info, KeyRound, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './notice-bar.module.css';

const signs = { pause: CirclePause, info: Info, keep: KeyRound } as const;

interface NoticeBarProps {
  kind: keyof typeof signs;
  text: string;
  /** To be read letter by letter. */
  code?: string;
  onClose?: () => void;
  children?: ReactNode;
}

export function NoticeBar({ kind, text, code, onClose, children }: NoticeBarProps) {
  const Sign = signs[kind];
  return (
    <div className={styles.bar} data-kind={kind}>
      <Sign size={18} aria-hidden="true" />
      <output className={styles.text}>
        {text} {code !== undefined && <code className={styles.code}>{code}</code>}
      </output>
      {children}
      {onClose && (
        <IconButton label={t('common.close')} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
