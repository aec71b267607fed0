// What a session shows of its own accord: zones in the order of the agenda, pretend people, when a break is over.
import { describe, expect, it } from 'vitest';
import { phaseTitle, untilText } from '@commonboard/client/session/phase-text.ts';
import { pretendAt, pretendLines } from '@commonboard/client/session/rehearsal/pretend-script.ts';
import { pretendZones } from '@commonboard/client/session/rehearsal/pretend-zones.ts';
import { zonesInAgendaOrder, zonesPageByPage } from '@commonboard/shared/session/zone-order.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { timeText } from '@commonboard/client/ui/messages/dates.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';
import { pauseTimer, startTimer } from '@commonboard/shared/session/timer.ts';
import { ada, lea, minuteMs, SessionActs, step } from '../../support/session-acts.ts';

describe('zones that are presented', () => {
  const zone = (id: string, x: number, part: string | null = null) => ({ id, part, title: id, x, y: 0 });
  it('come in the order of the agenda, each once; steps that are skipped name none; the others follow as they are read', () => {
    const zones = [zone('a', 0), zone('b', 900, 'ideas'), zone('c', 1800), zone('b2', 2700, 'ideas')];
    const phases = [
      step('1', { zones: ['c'], isSkipped: true }),
      step('2', { zones: ['ideas'] }),
      step('3', { zones: ['c', 'ideas'] }),
    ];
    expect(zonesInAgendaOrder(zones, { phases }).map(({ id }) => id)).toEqual(['b', 'b2', 'c', 'a']);
    expect(zonesInAgendaOrder([], { phases })).toEqual([]);
    const pages = zones.map((one) => ({ ...one, pageId: one.id === 'b2' ? 'page:z' : 'page:a' }));
    expect(zonesPageByPage(pages, { phases }).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'b2']);
  });
});

describe('pretend people', () => {
  it('are there for who leads a rehearsal, and for nobody else', () => {
    const acts = new SessionActs([step('a', { zones: ['ideas'] })]);
    const leading = { role: 'facilitate', participantId: lea.participant } as const;
    const seenBy = (self: { role: 'facilitate' | 'edit'; participantId: string }) =>
      pretendZones(viewOf(acts.state, true), { ...self, participantId: lea.participant });
    expect(seenBy(leading)).toBeNull();
    acts.start(true);
    expect(seenBy(leading)).toEqual(['ideas']);
    expect(seenBy({ role: 'edit', participantId: ada.participant })).toBeNull();
    acts.act({ type: 'reset' });
    expect(seenBy(leading)).toBeNull();
  });

  it('move and write bit by bit, and stay in the zone', () => {
    const early = pretendAt(1_000, false);
    expect(early.flatMap(({ notes }) => notes)).toEqual([]);
    expect(pretendAt(1_100, false)[0]?.at).not.toEqual(early[0]?.at);
    // Without motion they are where they go to.
    expect(pretendAt(1_100, true)[0]?.at).toEqual(pretendAt(1_000, true)[0]?.at);
    for (let ms = 0; ms < 60_000; ms += 250)
      for (const { at, notes } of pretendAt(ms, false))
        for (const { x, y } of [at, ...notes]) expect([x, y].every((part) => part >= 0 && part <= 1)).toBe(true);
    const lines = pretendAt(60_000, false).flatMap(({ notes }) => notes.map(({ line }) => line));
    expect(lines.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pretendLines }, (_, i) => i));
  });
});

describe('when a break is over', () => {
  const now = Date.UTC(2027, 4, 5, 10, 0);
  const pause = step('b', { kind: 'break', minutes: 10, until: now + 10 * minuteMs });
  const backAt = (ms: number) => t('session.back-at', { time: timeText(new Date(ms)) });

  it('is said in each one’s own time, with the time that was added, and not while the timer rests', () => {
    expect(phaseTitle(pause)).toBe('b');
    expect(untilText(pause, null, now)).toBe(backAt(now + 10 * minuteMs));
    const timer = startTimer(15 * minuteMs, now);
    expect(untilText(pause, timer, now + minuteMs)).toBe(backAt(now + 15 * minuteMs));
    expect(untilText(pause, pauseTimer(timer, now), now)).toBeNull();
    expect(untilText(step('c'), timer, now)).toBeNull();
  });

  it('a step of days says until when', () => {
    const home = step('home', { isLong: true, until: now + 3 * 24 * 60 * minuteMs });
    expect(untilText(home, null, now)).toContain('8');
    expect(untilText({ ...home, until: null }, null, now)).toBeNull();
  });
});
