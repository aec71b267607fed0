// Begins a session, tries it out, or puts it back to the start.
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Play, RotateCcw, TestTube } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { t } from '../../ui/messages/t.ts';
import styles from './agenda-steps.module.css';
import { groupsRequest, privateRoundRequest } from '../start-requests.ts';
import type { SessionStore } from '../session-store.ts';

export function StartButtons({ store, view }: { store: SessionStore; view: SessionView }) {
  const hasSteps = view.phases.some(({ isSkipped }) => !isSkipped);
  const isRunning = isUnderWay(view);
  return (
    <div className={styles.start}>
      {!isRunning && hasSteps && (
        <>
          <Button
            look="primary"
            icon={<Play size={18} aria-hidden="true" />}
            onClick={() => void store.send({ type: 'start', isRehearsal: false })}
          >
            {t('session.start')}
          </Button>
          <Button
            icon={<TestTube size={18} aria-hidden="true" />}
            onClick={() => void store.send({ type: 'start', isRehearsal: true })}
          >
            {t('session.rehearse')}
          </Button>
        </>
      )}
      {view.status === 'rehearsing' && (
        <Button icon={<RotateCcw size={18} aria-hidden="true" />} onClick={() => void store.send({ type: 'reset' })}>
          {t('session.reset')}
        </Button>
      )}
      {!isRunning && view.timer === null && (
        <Menu align="start" trigger={<Button look="quiet">{t('session.timer.start')}</Button>}>
          {[1, 3, 5, 10, 15].map((minutes) => (
            <MenuItem key={minutes} onSelect={() => void store.send({ type: 'set-timer', minutes })}>
              {t('session.minutes', { count: minutes })}
            </MenuItem>
          ))}
        </Menu>
      )}
      {!isRunning && openRoundOf(view) === null && (
        <Button look="quiet" onClick={privateRoundRequest.ask}>
          {t('session.private-round')}
        </Button>
      )}
      {!isRunning && (
        <Button look="quiet" onClick={groupsRequest.ask}>
          {t('session.groups')}
        </Button>
      )}
    </div>
  );
}
