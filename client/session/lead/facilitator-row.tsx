// One row for who leads: the timer, bring everyone, who wants to speak, a menu, and set apart the one button that goes on.
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { leads } from '@commonboard/shared/session/command-context.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import {
  ChevronDown,
  Coffee,
  Flag,
  Megaphone,
  Pause,
  Play,
  Plus,
  RotateCcw,
  Timer as TimerSign,
  Undo2,
} from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { t } from '../../ui/messages/t.ts';
import { DeputyMenu, type SessionGuest } from './deputy.tsx';
import { Drift } from './drift.tsx';
import { HandsMenu } from './hands-menu.tsx';
import { NextButton } from './next-button.tsx';
import { RightsMenu } from './rights-menu.tsx';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

export interface RowProps {
  store: SessionStore;
  view: SessionView;
  /** Where everybody is to look; missing without a canvas. */
  onBring?: () => void;
  /** Lets all look at the selected zone; missing where none is selected. */
  onSpotlight?: () => void;
  /** Goes zone by zone with all; missing without a canvas. */
  onPresent?: () => void;
  people: readonly SessionGuest[];
  /** Address of the page for a projector; missing for a deputy. */
  screen?: string;
}

export function FacilitatorRow(props: RowProps) {
  const { store, view, onBring, people } = props;
  return (
    <section className={styles.row} aria-label={t('session.lead')}>
      <TimerButtons {...props} />
      {onBring && !view.off.includes('bring') && (
        <Button
          look="quiet"
          icon={<Megaphone size={18} aria-hidden="true" />}
          onClick={onBring}
          aria-label={t('session.bring')}
        >
          <span className={styles.word}>{t('session.bring')}</span>
        </Button>
      )}
      <HandsMenu store={store} view={view} />
      <RightsMenu {...props} />
      <DeputyMenu store={store} view={view} people={people} />
      {view.ready && <span className={styles.live}>{readyText(view, view.ready.who, people)}</span>}
      <Drift store={store} view={view} />
      <span className={styles.gap} />
      {isUnderWay(view) && <Going {...props} />}
    </section>
  );
}

/** Of those who are asked: who leads is not, and who has no canvas is known of only once they have said it. */
function readyText(view: SessionView, ready: readonly string[], people: readonly SessionGuest[]): string {
  const asked = people.filter(({ role, participantId }) => mayEdit(role) && !leads(view, role, participantId));
  const count = new Set<string>([...asked.map(({ participantId }) => participantId), ...ready]).size;
  return t('session.ready.count', { ready: ready.length, count });
}

function TimerButtons({ store, view: { timer } }: RowProps) {
  const add = (minutes: number) => void store.send({ type: 'add-time', minutes });
  const set = (minutes: number) => void store.send({ type: 'set-timer', minutes });
  return (
    <span className={styles.group}>
      {timer && (
        <>
          <IconButton
            label={timer.pausedAt === null ? t('session.timer.pause') : t('session.timer.resume')}
            onClick={() => void store.send({ type: timer.pausedAt === null ? 'pause-timer' : 'resume-timer' })}
          >
            {timer.pausedAt === null ? <Pause size={20} aria-hidden="true" /> : <Play size={20} aria-hidden="true" />}
          </IconButton>
          <Button look="quiet" icon={<Plus size={16} aria-hidden="true" />} onClick={() => add(1)}>
            {t('session.timer.one-more')}
          </Button>
        </>
      )}
      <Menu
        align="start"
        trigger={
          <Button look="quiet" icon={<TimerSign size={18} aria-hidden="true" />} aria-label={t('session.timer')}>
            <span className={styles.word}>{t('session.timer')}</span>
          </Button>
        }
      >
        {timer && (
          <>
            <MenuItem onSelect={() => add(5)}>{t('session.timer.more', { count: 5 })}</MenuItem>
            <MenuItem onSelect={() => add(-1)}>{t('session.timer.less', { count: 1 })}</MenuItem>
            <MenuItem onSelect={() => add(-5)}>{t('session.timer.less', { count: 5 })}</MenuItem>
            <MenuLine />
          </>
        )}
        <MenuGroup label={t('session.timer.anew')}>
          {[1, 2, 3, 5, 10, 15].map((minutes) => (
            <MenuItem key={minutes} onSelect={() => set(minutes)}>
              {t('session.minutes', { count: minutes })}
            </MenuItem>
          ))}
        </MenuGroup>
        {timer && (
          <MenuItem onSelect={() => void store.send({ type: 'clear-timer' })}>{t('session.timer.clear')}</MenuItem>
        )}
      </Menu>
    </span>
  );
}

function Going({ store, view }: RowProps) {
  const { phase, pending } = view;
  if (phase === null) return null;
  const isBusy = pending !== null;
  return (
    <span className={styles.group}>
      <Menu
        trigger={
          <IconButton label={t('session.other-ways')} disabled={isBusy}>
            <ChevronDown size={20} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Undo2 size={18} />} onSelect={() => void store.send({ type: 'back', phase })}>
          {t('session.back')}
        </MenuItem>
        <MenuGroup label={t('session.break')}>
          {[5, 10, 15].map((minutes) => (
            <MenuItem
              key={minutes}
              icon={<Coffee size={18} />}
              onSelect={() => void store.send({ type: 'take-break', phase, minutes })}
            >
              {t('session.minutes', { count: minutes })}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuLine />
        {view.status === 'rehearsing' ? (
          <MenuItem icon={<RotateCcw size={18} />} onSelect={() => void store.send({ type: 'reset' })}>
            {t('session.reset')}
          </MenuItem>
        ) : (
          <MenuItem icon={<Flag size={18} />} onSelect={() => void store.send({ type: 'finish', phase })}>
            {t('session.finish')}
          </MenuItem>
        )}
      </Menu>
      <NextButton store={store} view={view} phase={phase} />
    </span>
  );
}
