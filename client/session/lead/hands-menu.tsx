// Who wants to speak, in a fair order; choosing one gives them the word.
import { fairOrder } from '@commonboard/shared/session/hands.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Hand } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

export function HandsMenu({ store, view }: { store: SessionStore; view: SessionView }) {
  const order = fairOrder(view);
  if (order.length === 0) return null;
  const count = order.length;
  return (
    <Menu
      label={t('session.hands.give')}
      trigger={
        <Button look="quiet" icon={<Hand size={18} aria-hidden="true" />} className={styles.hands}>
          <span aria-live="polite">{t('session.hands', { count })}</span>
        </Button>
      }
    >
      {order.map(({ participant, name }) => (
        <MenuItem key={participant} onSelect={() => void store.send({ type: 'give-word', participant })}>
          {view.spoken[participant] === undefined
            ? name
            : t('session.hands.spoken', { name, count: view.spoken[participant] })}
        </MenuItem>
      ))}
    </Menu>
  );
}
