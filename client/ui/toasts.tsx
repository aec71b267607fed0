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
          <div className={styles.text}>
            {toast.text}
            {toast.actions.length > 0 && (
              <div className={styles.actions}>
                {toast.actions.map(({ label, onAct }) => (
                  <button key={label} type="button" className={styles.action} onClick={onAct}>
                    {label}
                  </button>
                ))}
              </div>
            )}
          </div>
          <IconButton label={t('common.close')} onClick={() => closeToast(toast.id)} className={styles.close}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
