// What can be done with one step of the agenda.
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import { ArrowDown, ArrowUp, EllipsisVertical, LogIn, Pencil, SkipForward, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { t } from '../../ui/messages/t.ts';
import type { StepProps } from './agenda-steps.tsx';
import { phaseTitle } from '../phase-text.ts';

export function StepMenu({ phase, store, view, onEdit }: StepProps) {
  const { id: step, isSkipped } = phase;
  const { phases } = view;
  const at = phases.findIndex(({ id }) => id === step);
  const isNow = view.phase === step;
  const move = (after: string | null) => void store.send({ type: 'move-phase', step, after });
  return (
    <Menu
      trigger={
        <IconButton label={t('session.step.menu', { step: phaseTitle(phase) })}>
          <EllipsisVertical size={18} aria-hidden="true" />
        </IconButton>
      }
    >
      {isUnderWay(view) && !isNow && (
        <MenuItem
          icon={<LogIn size={18} />}
          onSelect={() => void store.send({ type: 'jump', phase: view.phase, to: step })}
        >
          {t('session.step.go')}
        </MenuItem>
      )}
      <MenuItem icon={<Pencil size={18} />} onSelect={onEdit}>
        {t('session.step.change')}
      </MenuItem>
      {at > 0 && (
        <MenuItem icon={<ArrowUp size={18} />} onSelect={() => move(phases[at - 2]?.id ?? null)}>
          {t('session.step.up')}
        </MenuItem>
      )}
      {at < phases.length - 1 && (
        <MenuItem icon={<ArrowDown size={18} />} onSelect={() => move(phases[at + 1]?.id ?? null)}>
          {t('session.step.down')}
        </MenuItem>
      )}
      {!isNow && (
        <>
          <MenuItem
            icon={<SkipForward size={18} />}
            onSelect={() => void store.send({ type: 'skip-phase', step, isSkipped: !isSkipped })}
          >
            {isSkipped ? t('session.step.unskip') : t('session.step.skip')}
          </MenuItem>
          <MenuLine />
          <MenuItem danger icon={<Trash2 size={18} />} onSelect={() => void store.send({ type: 'remove-phase', step })}>
            {t('session.step.remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
