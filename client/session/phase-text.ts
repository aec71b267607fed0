// The words of a step in the language of the interface.
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { Timer } from '@commonboard/shared/session/timer-state.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { locale } from '../ui/messages/locale.ts';
import { momentText, timeText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';

export function phaseTitle({ title }: Pick<Phase, 'title'>): string {
  return textIn(title, locale) || t('session.step.untitled');
}

export function phaseQuestion({ question }: Pick<Phase, 'question'>): string {
  return textIn(question, locale);
}

export function phaseNote({ note }: Pick<Phase, 'note'>): string {
  return textIn(note, locale);
}

export function currentPhase({ phases, phase }: Pick<SessionView, 'phases' | 'phase'>): Phase | null {
  return phases.find(({ id }) => id === phase) ?? null;
}

/**
 * When a break is over, or a step of days: in each one's own time. Null where nothing is said of it. `timer`: of the break that
 * runs, which may have been given more time; one that rests says nothing.
 */
export function untilText({ until, kind, isLong }: Phase, timer: Timer | null, now: number): string | null {
  const isBreak = kind === 'break' && !isLong;
  const ends = isBreak && timer ? (timer.pausedAt === null ? now + remainingMs(timer, now) : null) : until;
  if (ends === null) return null;
  const isToday = new Date(ends).toDateString() === new Date(now).toDateString();
  const time = isToday ? timeText(new Date(ends)) : momentText(ends);
  return isBreak ? t('session.back-at', { time }) : t('session.until', { time });
}
