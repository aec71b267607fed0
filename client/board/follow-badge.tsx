// Says over the canvas whose view is being shown, with the way out of it.
import { X } from 'lucide-react';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import type { Person } from './person.ts';
import styles from './follow-badge.module.css';

export function FollowBadge({ person, onStop }: { person: Person; onStop: () => void }) {
  return (
    <div className={styles.badge} style={{ borderColor: person.color }}>
      <Avatar name={person.name} color={person.color} />
      <output className={styles.text}>{t('board.follow.label', { name: person.name })}</output>
      <IconButton label={t('board.follow.stop')} onClick={onStop}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
