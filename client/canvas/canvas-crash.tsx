// What stands in place of tldraw's own crash page. That one offers to clear this origin's storage, and with it the way back
// to every board of the device.
import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import { CrashNotice, type CrashActions } from '../ui/crash-notice.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './canvas-crash.module.css';

export interface CanvasCrash extends CrashActions {
  /** The canvas has stopped. */
  onCrash: () => void;
}

// tldraw makes a new editor for new components; what they need comes past it.
export const CanvasCrashContext = createContext<CanvasCrash | null>(null);

/** Used by both of tldraw's boundaries, around the editor and around what the editor needs before it can start. */
export function CanvasCrashed() {
  const crash = useContext(CanvasCrashContext);
  const onCrash = useEffectEvent(() => crash?.onCrash());
  useEffect(() => onCrash(), []);
  if (!crash) return null;
  return (
    <div className={styles.place}>
      <CrashNotice {...crash} />
    </div>
  );
}

/** One shape that cannot be drawn; the rest of the board goes on. */
export function ShapeCrashed() {
  return <div className={styles.shape}>{t('crash.shape')}</div>;
}
