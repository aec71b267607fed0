// Moments in words: "12 minutes ago", "3 May 2027".
import { locale } from './locale.ts';
import { t } from './t.ts';

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const datesUtc = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

const minuteMs = 60_000;
const steps: readonly { unit: Intl.RelativeTimeFormatUnit; ms: number; below: number }[] = [
  { unit: 'minute', ms: minuteMs, below: 60 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs, below: 24 * 60 * minuteMs },
  { unit: 'day', ms: 24 * 60 * minuteMs, below: 14 * 24 * 60 * minuteMs },
];

/** How long ago `then` was, both in ms since 1970; a plain date after two weeks. */
export function agoText(then: number, now: number): string {
  const passed = Math.max(0, now - then);
  if (passed < minuteMs) return t('common.just-now');
  const step = steps.find(({ below }) => passed < below);
  if (!step) return dates.format(then);
  return relative.format(-Math.floor(passed / step.ms), step.unit);
}

/** The time of the day where this device is. */
export function timeText(date: Date): string {
  return times.format(date);
}

/** A calendar day that was written down as UTC. */
export function dayText(date: Date): string {
  return datesUtc.format(date);
}

export function momentText(at: number): string {
  return moments.format(at);
}

/** The day where this device is: today, yesterday, or its name; with the year where it was another one. */
export function dayName(at: number, now: number): string {
  const [day, today] = [new Date(at), new Date(now)];
  const yesterday = new Date(now);
  yesterday.setDate(today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return t('history.today');
  if (day.toDateString() === yesterday.toDateString()) return t('history.yesterday');
  return day.getFullYear() === today.getFullYear() ? weekdays.format(day) : dates.format(day);
}
