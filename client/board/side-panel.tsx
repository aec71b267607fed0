// The one panel beside the canvas, with a tab for each thing there is to see; over the canvas where the screen is narrow.
import { X } from 'lucide-react';
import { IconButton } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { Tabs, type Tab } from '../ui/tabs.tsx';
import styles from './side-panel.module.css';

interface SidePanelProps {
  tabs: readonly Tab[];
  /** Id of the tab that is shown; null while the panel is closed. */
  shown: string | null;
  onShow: (id: string | null) => void;
}

export function SidePanel({ tabs, shown, onShow }: SidePanelProps) {
  if (shown === null) return null;
  return (
    <aside className={styles.panel} aria-label={t('cards.panel')}>
      <IconButton className={styles.close ?? ''} label={t('cards.panel.close')} onClick={() => onShow(null)}>
        <X size={18} aria-hidden="true" />
      </IconButton>
      <Tabs tabs={tabs} label={t('cards.panel')} shown={shown} onShow={onShow} />
    </aside>
  );
}
