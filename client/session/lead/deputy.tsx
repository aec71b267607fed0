// Who takes over when no facilitator is here: named by one, offered to them after a minute, and said to all.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { useEffect, useState } from 'react';
import { Check, UserCheck } from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

/** Somebody on the board, as its list of people has them. */
export interface SessionGuest {
  participantId: ParticipantId;
  name: string;
  role: Role;
  isMe: boolean;
}

interface DeputyProps {
  store: SessionStore;
  view: SessionView;
  people: readonly SessionGuest[];
}

/** Of those who take part, in the facilitators' row. */
export function DeputyMenu({ store, view: { deputy }, people }: DeputyProps) {
  const guests = people.filter(({ role }) => role === 'edit');
  if (guests.length === 0 && !deputy) return null;
  const choose = (participant: ParticipantId | null) => void store.send({ type: 'set-deputy', participant });
  return (
    <Menu
      align="start"
      label={t('session.deputy')}
      trigger={
        <IconButton label={t('session.deputy')}>
          <UserCheck size={18} aria-hidden="true" />
        </IconButton>
      }
    >
      {guests.map(({ participantId, name }) => (
        <MenuItem
          key={participantId}
          icon={
            <Check
              size={18}
              aria-hidden="true"
              visibility={deputy?.participant === participantId ? 'visible' : 'hidden'}
            />
          }
          onSelect={() => choose(participantId)}
        >
          {name}
        </MenuItem>
      ))}
      {deputy && <MenuItem onSelect={() => choose(null)}>{t('session.deputy.nobody')}</MenuItem>}
    </Menu>
  );
}

/** Said to all while the deputy leads; offered to the deputy when nobody does. */
export function DeputyLine({ store, view: { deputy }, people }: DeputyProps) {
  const isMe = people.some((person) => person.isMe && person.participantId === deputy?.participant);
  const isOffered = useLeaderless(isMe && !people.some(({ role }) => role === 'facilitate'));
  if (!deputy) return null;
  if (deputy.inOffice) return <p className={styles.deputy}>{t('session.deputy.takes-over', { name: deputy.name })}</p>;
  if (!isOffered) return null;
  return (
    <div className={styles.deputy}>
      <output>{t('session.deputy.offer')}</output>
      <Button look="primary" onClick={() => void store.send({ type: 'take-over' })}>
        {t('session.deputy.take')}
      </Button>
    </div>
  );
}

/** The server looks at it every few seconds. */
const slackMs = 3_000;

function useLeaderless(isMissing: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isMissing) return;
    const timer = setTimeout(() => setLong(true), limits.leaderlessMs + slackMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isMissing]);
  return isMissing && isLong;
}
