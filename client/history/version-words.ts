// What a version is called, and the days of the timeline.
import type { Version, VersionKind } from '@commonboard/shared/protocol/history.ts';
import { dayName, momentText, timeText } from '../ui/messages/dates.ts';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { t } from '../ui/messages/t.ts';

const kinds = {
  hourly: 'history.kind.hourly',
  left: 'history.kind.left',
  named: 'history.kind.named',
  'before-restore': 'history.kind.before-restore',
} as const satisfies Record<VersionKind, MessageKey>;

export function whyKept({ kind, by }: Version): string {
  return by === null ? t(kinds[kind]) : t('history.by', { kind: t(kinds[kind]), name: by });
}

/** Of a version: its name, or the time of the day. */
export function nameOf({ name, at }: Version): string {
  return name ?? timeText(new Date(at));
}

export function whenOf({ at }: Version): string {
  return momentText(Date.parse(at));
}

export interface Day {
  name: string;
  versions: Version[];
}

/** The newest day first, as the versions come. */
export function byDay(versions: readonly Version[], now: number): Day[] {
  const days: Day[] = [];
  for (const version of versions) {
    const name = dayName(Date.parse(version.at), now);
    const last = days.at(-1);
    if (last?.name === name) last.versions.push(version);
    else days.push({ name, versions: [version] });
  }
  return days;
}
