// Short messages at the foot of the page, read aloud as they come. What is done fades by itself, but not while somebody is at it;
// trouble stays until it is closed.
import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { IconButton } from './button.tsx';
import { t } from './messages/t.ts';
import { closeToast, currentToasts, onToastsChange, type Toast } from './toast-list.ts';
import styles from './toasts.module.css';

export function Toasts({ isOverBoard = false }: { isOverBoard?: boolean }) {
  const toasts = useSyncExternalStore(onToastsChange, currentToasts);
  return (
    <section
      className={styles.region}
      data-toasts
      data-over-board={isOverBoard || undefined}
      aria-label={t('common.notifications')}
      aria-live="polite"
    >
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Message({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useFading(toast, isHeld);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.kind === 'trouble' && <CircleAlert size={18} aria-hidden="true" />}
      <div className={styles.text}>
        {toast.text}
        {toast.actions.length > 0 && (
          <div className={styles.actions}>
            {toast.actions.map(({ label, onAct }) => (
              <button
                key={label}
                type="button"
                className={styles.action}
                onClick={() => {
                  // Where there is a choice, the other one may still be wanted.
                  if (toast.actions.length === 1) closeToast(toast.id);
                  onAct();
                }}
              >
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
  );
}

const shownMs = 6_000;

/** Its time begins when it is on the screen: a page that is busy with a large board paints late. */
function useFading({ id, kind, actions }: Toast, isHeld: boolean): void {
  // What can be done in it stays until somebody has done it, or closes it.
  const hasActions = actions.length > 0;
  useEffect(() => {
    if (kind !== 'done' || hasActions || isHeld) return;
    let timer: number | undefined;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => closeToast(id), shownMs);
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [id, kind, hasActions, isHeld]);
}
