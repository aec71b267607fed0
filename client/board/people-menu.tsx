// Who is here: overlapping discs that open a list, from which a person can be followed.
import { Eye, Star, UserCog, Users } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { roleText } from '../ui/messages/role-text.ts';
import { t } from '../ui/messages/t.ts';
import { inOrder, type Person } from './person.ts';
import styles from './people-menu.module.css';

interface PeopleMenuProps {
  people: readonly Person[];
  following: ParticipantId | null;
  onFollow: (person: ParticipantId) => void;
  onStopFollowing: () => void;
  /** How many wait for a facilitator. */
  waiting: number;
  /** Opens the list in which facilitators decide about people. */
  onManage?: () => void;
}

const discsMax = 4;

export function PeopleMenu(props: PeopleMenuProps) {
  const { people, following, onFollow, onStopFollowing, waiting, onManage } = props;
  const ordered = inOrder(people);
  return (
    <Menu
      trigger={<Trigger people={ordered} waiting={waiting} />}
      label={t('board.people.title', { count: people.length })}
    >
      {ordered.map((person) => (
        <PersonItem
          key={person.participantId}
          person={person}
          isFollowed={person.participantId === following}
          onFollow={() => onFollow(person.participantId)}
          onStop={onStopFollowing}
        />
      ))}
      {onManage && (
        <>
          <MenuLine />
          <MenuItem icon={<UserCog size={18} aria-hidden="true" />} onSelect={onManage}>
            {t('people.manage')}
            {waiting > 0 && <span className={styles.waiting}>{waiting}</span>}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

interface PersonItemProps {
  person: Person;
  isFollowed: boolean;
  onFollow: () => void;
  onStop: () => void;
}

function PersonItem({ person, isFollowed, onFollow, onStop }: PersonItemProps) {
  const content = (
    <>
      <Avatar name={person.name} color={person.color} />
      <span className={styles.name}>{person.name}</span>
      <RoleSign role={person.role} />
    </>
  );
  if (!person.isFollowable) {
    return (
      <DropdownMenu.Label className={styles.me}>
        {content}
        {person.isMe && <span className={styles.action}>{t('board.people.you')}</span>}
      </DropdownMenu.Label>
    );
  }
  return (
    <MenuItem onSelect={isFollowed ? onStop : onFollow}>
      {content}
      <span className={styles.action}>{isFollowed ? t('board.follow.stop') : t('board.people.follow')}</span>
    </MenuItem>
  );
}

function RoleSign({ role }: { role: Role }) {
  if (role === 'edit') return null;
  const Sign = role === 'facilitate' ? Star : Eye;
  return (
    <span className={styles.role}>
      <Sign size={13} aria-hidden="true" />
      {roleText(role)}
    </span>
  );
}

/** Takes what the menu gives its trigger, and is one button for all discs: one stop on the way of the keyboard. */
function Trigger({
  people,
  waiting,
  ...rest
}: { people: readonly Person[]; waiting: number } & ComponentProps<'button'>) {
  const shown = people.length > discsMax + 1 ? people.slice(0, discsMax) : people;
  const more = people.length - shown.length;
  return (
    <button
      {...rest}
      type="button"
      className={styles.trigger}
      aria-label={t('board.people', { count: people.length })}
      data-testid="people"
    >
      <span className={styles.discs} aria-hidden="true">
        {shown.map((person) => (
          <Avatar key={person.participantId} name={person.name} color={person.color} />
        ))}
        {more > 0 && <span className={styles.more} data-more={t('board.people.more', { count: more })} />}
      </span>
      <span className={styles.count} aria-hidden="true">
        <Users size={18} />
        {people.length}
      </span>
      {waiting > 0 && <span className={`${styles.waiting} ${styles.corner}`}>{waiting}</span>}
    </button>
  );
}
