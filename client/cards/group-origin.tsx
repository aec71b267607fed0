// Says in which small group a card or note was made; of several, where all were made in the same one.
import { groupOrigin } from '@commonboard/shared/board/notes/group-origin.ts';
import { Users } from 'lucide-react';
import type { TLShape } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import styles from './details-panel.module.css';

export function GroupOrigin({ shapes }: { shapes: readonly TLShape[] }) {
  const [group = null, ...others] = new Set(shapes.map(groupOrigin));
  if (group === null || others.length > 0) return null;
  return (
    <p className={styles.kind}>
      <Users size={18} aria-hidden="true" />
      {t('cards.details.group', { group })}
    </p>
  );
}
