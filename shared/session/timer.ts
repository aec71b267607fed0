// A timer that counts down, and on past zero. Nothing happens at zero. All times are the server's, in milliseconds.
import { limits } from '../protocol/limits.ts';
import type { Timer } from './timer-state.ts';

export function startTimer(durationMs: number, now: number): Timer {
  return { startedAt: now, pausedAt: null, restedMs: 0, durationMs: within(durationMs), addedMs: 0 };
}

/** Less than 0 once its time is over. */
export function remainingMs({ startedAt, pausedAt, restedMs, durationMs }: Timer, now: number): number {
  // A clock that was set back must not give more time than there is.
  const ranMs = Math.max(0, (pausedAt ?? now) - startedAt - restedMs);
  return durationMs - ranMs;
}

export function pauseTimer(timer: Timer, now: number): Timer {
  return timer.pausedAt === null ? { ...timer, pausedAt: Math.max(now, timer.startedAt + timer.restedMs) } : timer;
}

export function resumeTimer(timer: Timer, now: number): Timer {
  if (timer.pausedAt === null) return timer;
  return { ...timer, pausedAt: null, restedMs: timer.restedMs + Math.max(0, now - timer.pausedAt) };
}

/** Past zero, a minute more is a minute from now. Taking away never goes below zero. */
export function addTime(timer: Timer, ms: number, now: number): Timer {
  const remaining = remainingMs(timer, now);
  if (remaining <= 0) return ms > 0 ? anew(timer, ms, now) : timer;
  const durationMs = within(timer.durationMs - remaining + Math.max(0, remaining + ms));
  return { ...timer, durationMs, addedMs: timer.addedMs + durationMs - timer.durationMs };
}

function anew({ pausedAt, addedMs }: Timer, ms: number, now: number): Timer {
  return { ...startTimer(ms, now), pausedAt: pausedAt === null ? null : now, addedMs: addedMs + ms };
}

function within(ms: number): number {
  return Math.min(Math.max(0, Math.round(ms)), limits.timerMsMax);
}
