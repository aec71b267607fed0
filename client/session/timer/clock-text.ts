// Time that is left, as people read it: 4:12, and past zero +0:30.
import { t } from '../../ui/messages/t.ts';

const secondMs = 1_000;

/** A second that has begun counts as whole, so that zero is shown when it is over. */
export function clockText(remainingMs: number): string {
  const isOver = remainingMs <= -secondMs;
  const seconds = isOver ? Math.floor(-remainingMs / secondMs) : Math.max(0, Math.ceil(remainingMs / secondMs));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const small = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  const text = hours > 0 ? `${hours}:${small}` : small;
  return isOver ? t('session.timer.over', { time: text }) : text;
}

/** For who hears it: whole minutes, and nothing in between. */
export function spokenMinutes(remainingMs: number): string {
  const minutes = Math.round(Math.abs(remainingMs) / 60_000);
  if (remainingMs <= 0)
    return minutes === 0 ? t('session.timer.spoken.zero') : t('session.timer.spoken.over', { count: minutes });
  return t('session.timer.spoken', { count: minutes });
}
