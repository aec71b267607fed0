// One person in the facilitators' list, with what can be decided about them.
import { Ban, Eraser, LogOut, MoreHorizontal, Undo2 } from 'lucide-react';
import type { ListedPerson, PersonAction } from '@commonboard/shared/protocol/access.ts';
import { useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { roleText } from '../ui/messages/role-text.ts';
import { t } from '../ui/messages/t.ts';
import styles from './access-parts.module.css';
import { ConfirmLine } from '../ui/confirm-button.tsx';

interface PersonRowProps {
  person: ListedPerson;
  isMe: boolean;
  onAction: (action: PersonAction, takeBack?: boolean) => Promise<void>;
  onLinks: () => void;
}

type Farewell = 'kick' | 'ban' | 'ban-back';

const farewells = {
  kick: { action: 'kick', word: 'people.kick', question: 'people.kick.ask' },
  ban: { action: 'ban', word: 'people.ban', question: 'people.ban.ask' },
  'ban-back': { action: 'ban', word: 'people.ban-back', question: 'people.ban-back.ask' },
} as const;

export function PersonRow({ person, isMe, onAction, onLinks }: PersonRowProps) {
  const [asking, setAsking] = useState<Farewell | null>(null);
  const { name, color, standing } = person;
  return (
    <li className={styles.person}>
      <Avatar name={name} color={color} />
      <span className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{isMe ? t('people.you') : aboutPerson(person)}</span>
      </span>
      <span className={styles.actions}>
        {!isMe && <Decisions person={person} onAction={onAction} />}
        {standing === 'banned' && <Button onClick={onLinks}>{t('link.renew')}</Button>}
        {!isMe && standing !== 'banned' && (
          <Menu
            trigger={
              <IconButton label={t('people.menu', { name })}>
                <MoreHorizontal size={18} aria-hidden="true" />
              </IconButton>
            }
          >
            <MenuItem icon={<LogOut size={18} aria-hidden="true" />} onSelect={() => setAsking('kick')}>
              {t('people.kick')}
            </MenuItem>
            <MenuItem danger icon={<Ban size={18} aria-hidden="true" />} onSelect={() => setAsking('ban')}>
              {t('people.ban')}
            </MenuItem>
            <MenuItem danger icon={<Eraser size={18} aria-hidden="true" />} onSelect={() => setAsking('ban-back')}>
              {t('people.ban-back')}
            </MenuItem>
          </Menu>
        )}
      </span>
      {asking !== null && (
        <ConfirmLine
          question={t(farewells[asking].question, { name })}
          onConfirm={() => onAction(farewells[asking].action, asking === 'ban-back')}
          onClose={() => setAsking(null)}
        >
          {t(farewells[asking].word)}
        </ConfirmLine>
      )}
    </li>
  );
}

/** What is asked first comes first: to be in at all, then to facilitate, then to take part. */
function Decisions({ person: { name, standing, leading }, onAction }: Pick<PersonRowProps, 'person' | 'onAction'>) {
  const act = (action: PersonAction) => () => void onAction(action);
  if (standing === 'banned') {
    return (
      <Button
        icon={<Undo2 size={18} aria-hidden="true" />}
        aria-label={t('people.unban.one', { name })}
        onClick={act('unban')}
      >
        {t('people.unban')}
      </Button>
    );
  }
  if (leading === 'asked') {
    return (
      <>
        <Button look="primary" aria-label={t('people.confirm.one', { name })} onClick={act('confirm-facilitator')}>
          {t('people.confirm')}
        </Button>
        <Button aria-label={t('people.refuse.one', { name })} onClick={act('refuse-facilitator')}>
          {t('people.refuse')}
        </Button>
      </>
    );
  }
  if (standing === 'waiting') {
    return (
      <>
        <Button look="primary" aria-label={t('people.let-in.one', { name })} onClick={act('let-in')}>
          {t('people.let-in')}
        </Button>
        <Button aria-label={t('people.turn-away.one', { name })} onClick={act('turn-away')}>
          {t('people.turn-away')}
        </Button>
      </>
    );
  }
  if (standing === 'look') {
    return (
      <Button aria-label={t('people.take-part.one', { name })} onClick={act('let-in')}>
        {t('people.take-part')}
      </Button>
    );
  }
  return null;
}

function aboutPerson({ role, standing, leading, connected }: ListedPerson): string {
  if (leading === 'asked') return t('people.asks');
  if (standing === 'waiting') return t('people.waits');
  if (standing === 'away') return t('people.away');
  return `${roleText(role)} · ${connected ? t('people.here') : t('people.not-here')}`;
}
