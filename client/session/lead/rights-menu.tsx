// What people may change now, who is asked whether they are ready, where all look, and what is off for a calm board.
import { rightsKinds } from '@commonboard/shared/session/phase.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import { EyeOff, Focus, ListChecks, Mic, Presentation, Projector, SlidersHorizontal, Users } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { rightsText } from '../../ui/messages/session-text.ts';
import { t } from '../../ui/messages/t.ts';
import { OnSign } from '../../ui/on-sign.tsx';
import type { RowProps } from './facilitator-row.tsx';
import { groupsRequest, privateRoundRequest } from '../start-requests.ts';
import { isSoundOn, setSound } from '../timer/sound.ts';
import styles from '../session.module.css';

const calmParts = [
  ['hands', 'session.calm.hands'],
  ['bring', 'session.calm.bring'],
  ['spotlight', 'session.calm.spotlight'],
  ['ready', 'session.calm.ready'],
  ['reactions', 'session.calm.reactions'],
  ['chat', 'session.calm.chat'],
  ['laser', 'session.calm.laser'],
] as const;

export function RightsMenu({ store, view, onSpotlight, onPresent, screen }: RowProps) {
  const { off } = view;
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" icon={<SlidersHorizontal size={18} aria-hidden="true" />} aria-label={t('session.menu')}>
          <span className={styles.word}>{t('session.menu')}</span>
        </Button>
      }
    >
      <MenuGroup label={t('session.rights')}>
        {rightsKinds.map((rights) => (
          <MenuItem
            key={rights}
            icon={<OnSign isOn={view.rights === rights} />}
            onSelect={() => void store.send({ type: 'set-rights', rights })}
          >
            {rightsText(rights)}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuLine />
      {openRoundOf(view) === null && (
        <MenuItem icon={<EyeOff size={18} />} onSelect={privateRoundRequest.ask}>
          {t('session.private-round')}
        </MenuItem>
      )}
      <MenuItem icon={<Mic size={18} />} onSelect={() => void store.send({ type: 'start-turns', minutes: 1 })}>
        {t('session.turns.start')}
      </MenuItem>
      <MenuItem icon={<Users size={18} />} onSelect={groupsRequest.ask}>
        {t('session.groups')}
      </MenuItem>
      <MenuItem
        icon={<OnSign isOn={view.sectors.atJoin} />}
        onSelect={() => void store.send({ type: 'ask-at-join', isAsked: !view.sectors.atJoin })}
      >
        {t('groups.sector.at-join')}
      </MenuItem>
      {!off.includes('ready') && (
        <MenuItem
          icon={<ListChecks size={18} />}
          onSelect={() => void store.send({ type: 'ask-ready', isAsked: view.ready === null })}
        >
          {view.ready ? t('session.ready.end') : t('session.ready.ask')}
        </MenuItem>
      )}
      {onSpotlight && view.spotlight === null && !off.includes('spotlight') && (
        <MenuItem icon={<Focus size={18} />} onSelect={onSpotlight}>
          {t('session.spotlight')}
        </MenuItem>
      )}
      {onPresent && view.spotlight === null && !off.includes('spotlight') && (
        <MenuItem icon={<Presentation size={18} />} onSelect={onPresent}>
          {t('session.present')}
        </MenuItem>
      )}
      {view.spotlight !== null && (
        <MenuItem icon={<Focus size={18} />} onSelect={() => void store.send({ type: 'spotlight', zone: null })}>
          {t('session.spotlight.end')}
        </MenuItem>
      )}
      {screen !== undefined && (
        <MenuItem icon={<Projector size={18} />} onSelect={() => window.open(screen, '_blank', 'noopener')}>
          {t('screen.open')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuGroup label={t('session.calm')}>
        {calmParts.map(([part, words]) => (
          <MenuItem
            key={part}
            icon={<OnSign isOn={!off.includes(part)} />}
            onSelect={() =>
              void store.send({
                type: 'calm',
                off: off.includes(part) ? off.filter((one) => one !== part) : [...off, part],
              })
            }
          >
            {t(words)}
          </MenuItem>
        ))}
        <SoundItem />
      </MenuGroup>
    </Menu>
  );
}

/** On this device. The menu is drawn anew whenever it opens. */
function SoundItem() {
  const isOn = isSoundOn();
  return (
    <MenuItem icon={<OnSign isOn={isOn} />} onSelect={() => setSound(!isOn)}>
      {t('session.sound')}
    </MenuItem>
  );
}
