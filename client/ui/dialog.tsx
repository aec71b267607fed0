// A dialog over the page; on a phone it rises from the bottom edge. Escape and the cross close it.
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { buttonClass } from './button.tsx';
import styles from './dialog.module.css';
import { t } from './messages/t.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One or two sentences under the title. */
  text?: string;
  /** `wide` for dialogs with a picture beside their fields, `full` for tables. */
  size?: 'wide' | 'full';
  children?: ReactNode;
}

export function Dialog({ open, onClose, title, text, size, children }: DialogProps) {
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          className={styles.dialog}
          data-size={size}
          onOpenAutoFocus={() => (opener.current = openerNow())}
          onCloseAutoFocus={(event) => returnFocus(event, opener.current)}
          onInteractOutside={(event) => isInToasts(event.target) && event.preventDefault()}
          {...(text === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Radix.Title className={styles.title}>{title}</Radix.Title>
          {text !== undefined && <Radix.Description className={styles.text}>{text}</Radix.Description>}
          {children}
          {/* Last, so that the focus starts at what the dialog is about. */}
          <Radix.Close className={`${buttonClass('quiet')} ${styles.close}`} aria-label={t('common.close')}>
            <X size={20} aria-hidden="true" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

/** An item of a menu is gone by the time the dialog closes: then it is the button that opens the menu. */
function openerNow(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role=menu]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
}

/** Messages lie over the dialog: who answers one has not left it. */
function isInToasts(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-toasts]') !== null;
}

/** Radix returns the focus to a trigger of its own; ours are opened from anywhere. */
function returnFocus(event: Event, opener: Element | null): void {
  if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
  event.preventDefault();
  opener.focus();
}
