// The timer by hand, in a step or without an agenda.
import type { Applied, CommandContext } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import type { SessionState } from './session-state.ts';
import { addTime, pauseTimer, resumeTimer, startTimer } from './timer.ts';

const minuteMs = 60_000;

export function applyTimerCommand(state: SessionState, command: CommandOf<'timer'>, { now }: CommandContext): Applied {
  if (command.type === 'set-timer') return { ...state, timer: startTimer(command.minutes * minuteMs, now) };
  if (!state.timer) return 'no-timer';
  switch (command.type) {
    case 'add-time':
      return { ...state, timer: addTime(state.timer, command.minutes * minuteMs, now) };
    case 'pause-timer':
      return { ...state, timer: pauseTimer(state.timer, now) };
    case 'resume-timer':
      return { ...state, timer: resumeTimer(state.timer, now) };
    case 'clear-timer':
      return { ...state, timer: null };
  }
}
