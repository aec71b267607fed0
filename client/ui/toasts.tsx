// Short messages at the foot of the page, read aloud as they come. Trouble stays until it is closed.
import { CircleAlert, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from './button.tsx';
import { t } from './messages/t.ts';
import { closeToast, currentToasts, onToastsChange } from './toast-list.ts';
import styles from './toasts.module.css';

export function Toasts() {
  const toasts = useSyncExternalStore(onToastsChange, currentToasts);
  return (
    <section className={styles.region} aria-label={t('common.notifications')} aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast}>
          {toast.kind === 'trouble' && <CircleAlert size={18} aria-hidden="true" />}
          <span className={styles.text}>{toast.text}</span>
          <IconButton label={t('common.close')} onClick={() => closeToast(toast.id)} className={styles.close}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
