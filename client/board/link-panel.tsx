// One link to pass on: what it allows, the link with a Copy button, and its QR code.
import { Check, Copy, Info, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { copyFrom } from '../ui/copy-text.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './link-panel.module.css';
import { QrCode } from './qr-code.tsx';
import { isThisComputerOnly } from './share-link.ts';

interface LinkPanelProps {
  /** Of the field: "Link to take part". */
  label: string;
  /** What the link allows. */
  text: string;
  /** What to think of before passing it on. */
  note?: string;
  link: string;
  base: string;
}

type Copying = 'not-yet' | 'copied' | 'selected';

export function LinkPanel({ label, text, note, link, base }: LinkPanelProps) {
  return (
    <div className={styles.panel}>
      <p className={styles.text}>{text}</p>
      {note !== undefined && <Note kind="warning" text={note} />}
      {isThisComputerOnly(base) && (
        <Note kind="info" text={t('share.this-computer', { host: new URL(base).hostname })} />
      )}
      <LinkField label={label} link={link} />
      <figure className={styles.qr}>
        <QrCode text={link} label={t('share.qr')} />
        <figcaption>{t('share.qr.hint')}</figcaption>
      </figure>
    </div>
  );
}

function LinkField({ label, link }: { label: string; link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState<Copying>('not-yet');
  async function copy(): Promise<void> {
    if (field.current) setCopying(await copyFrom(field.current));
  }
  const isCopied = copying === 'copied';
  return (
    <div>
      <TextField
        ref={field}
        label={label}
        value={link}
        readOnly
        hint={copying === 'selected' ? t('share.copy-yourself') : undefined}
        onFocus={(event) => event.currentTarget.select()}
        after={
          <Button
            look="primary"
            large
            icon={isCopied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
            onClick={() => void copy()}
          >
            {isCopied ? t('share.copied') : t('common.copy')}
          </Button>
        }
      />
      <output className={styles.spoken}>{isCopied ? t('share.copied.long') : ''}</output>
    </div>
  );
}

export function Note({ kind, text }: { kind: 'warning' | 'info'; text: string }) {
  const Sign = kind === 'warning' ? TriangleAlert : Info;
  return (
    <p className={styles.note} data-kind={kind}>
      <Sign size={16} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
