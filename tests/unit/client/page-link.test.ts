// How a page without a socket follows its board: only what has changed is fetched, and what failed is asked for again.
import { describe, expect, it } from 'vitest';
import { type LinkPorts, type News, openPageLink } from '@commonboard/client/page/page-link.ts';
import { type AroundSession, momentOf, saidBetween } from '@commonboard/client/page/said-aloud.ts';
import { ownNotes, zoneOfStep, zonesOf } from '@commonboard/client/page/own-notes.ts';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { newSession } from '@commonboard/shared/session/session-state.ts';
import { startTimer } from '@commonboard/shared/session/timer.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';
import { roundIdSchema } from '@commonboard/shared/voting/round.ts';
import { ada, lea, SessionActs, step } from '../../support/session-acts.ts';

const passing = new Error('no answer');
const tooOften = new ApiError('too-many', 'later', 429);
const sentAway = new Error('sent away');

function open(first: Partial<News> = {}) {
  const now: News = {
    title: 'Plan',
    role: 'edit',
    paused: false,
    session: 's1',
    votes: 'v1',
    drafts: 'd1',
    outline: 'o1',
    results: false,
    ...first,
  };
  const fetched: string[] = [];
  const waits: number[] = [];
  const refused: unknown[] = [];
  const on = { now, fetched, waits, refused, fails: new Map<string, Error>(), isHidden: false, clock: 0, outlineMs: 0 };
  let next = (): void => undefined;
  const part = (name: string) => async () => {
    fetched.push(name);
    const failure = on.fails.get(name);
    if (failure) throw failure;
  };
  const ports: LinkPorts = {
    async askNews(tag) {
      await part('news')();
      const own = JSON.stringify(on.now);
      return tag === own ? null : { answer: { ...on.now }, tag: own };
    },
    async askOutline() {
      await part('outline')();
      on.clock += on.outlineMs;
      return { answer: { title: 'Plan', pages: [], own: [] }, tag: on.now.outline };
    },
    fetchSession: part('session'),
    fetchVotes: part('votes'),
    fetchDrafts: part('drafts'),
    isPassing: (error) => error === passing || error === tooOften,
    refused: (error) => void refused.push(error),
    after(ms, act) {
      waits.push(ms);
      next = act;
      return () => (next = () => undefined);
    },
    now: () => ++on.clock,
    isHidden: () => on.isHidden,
  };
  const link = openPageLink(ports);
  const rests = (times: number) => expect.poll(() => waits.length, { interval: 1 }).toBe(times);
  return { ...on, on, link, rests, later: () => next() };
}

describe('the link', () => {
  it('[R161] fetches everything once, and then only what has another mark', async () => {
    const { on, fetched, link, rests, later } = open();
    await rests(1);
    expect(fetched.splice(0).sort()).toEqual(['drafts', 'news', 'outline', 'session', 'votes']);
    expect(link.state()).toMatchObject({ status: 'online', news: { title: 'Plan' } });
    later();
    await rests(2);
    expect(fetched.splice(0)).toEqual(['news']);
    on.now = { ...on.now, session: 's2' };
    later();
    await rests(3);
    expect(fetched).toEqual(['news', 'session']);
    link.stop();
  });

  it('asks again for what could not be fetched, although nothing has changed since', async () => {
    const { on, fetched, link, rests, later } = open();
    on.fails.set('votes', passing);
    await rests(1);
    on.fails.clear();
    fetched.splice(0);
    later();
    await rests(2);
    expect(fetched).toContain('votes');
    expect(link.state().status).toBe('online');
  });

  it('is offline while no answer comes, asks less and less often, and never stops asking', async () => {
    const { on, link, waits, rests, later } = open();
    await rests(1);
    on.fails.set('news', passing);
    for (let i = 2; i < 14; i++) {
      later();
      await rests(i);
      expect(link.state().status).toBe('offline');
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(limits.newsAskMsMax * 1.25);
    expect(waits.at(-1)).toBeGreaterThan(limits.newsAskMs * 4);
    on.fails.clear();
    later();
    await rests(14);
    expect(link.state().status).toBe('online');
    expect(waits.at(-1)).toBe(limits.newsAskMs);
  });

  it('is not offline where the server asks for patience, and asks less often', async () => {
    const { on, link, waits, rests, later } = open();
    on.fails.set('votes', tooOften);
    await rests(1);
    expect(link.state().status).toBe('connecting');
    on.fails.clear();
    later();
    await rests(2);
    for (const [times, name] of [
      [3, 'news'],
      [4, 'votes'],
    ] as const) {
      on.fails.set(name, tooOften);
      on.now = { ...on.now, votes: `v${times}` };
      later();
      await rests(times);
      expect(link.state().status).toBe('online');
    }
    expect(waits.at(-1)).toBeGreaterThan(limits.newsAskMs);
    on.fails.clear();
    on.fails.set('news', passing);
    later();
    await rests(5);
    expect(link.state().status).toBe('offline');
  });

  it('[R161] lets the outline rest ten times what its last answer took, and is not sure of it meanwhile', async () => {
    const { on, fetched, link, rests, later } = open();
    on.outlineMs = 1_000;
    await rests(1);
    const answeredAt = on.clock;
    const { sureAt } = link.state();
    fetched.splice(0);
    on.now = { ...on.now, outline: 'o2', session: 's2' };
    later();
    await rests(2);
    // All else comes at once.
    expect(fetched.splice(0)).toEqual(['news', 'session']);
    expect(link.state().sureAt).toBe(sureAt);
    on.clock = answeredAt + 9_900;
    later();
    await rests(3);
    expect(fetched.splice(0)).toEqual(['news']);
    on.clock = answeredAt + 10_100;
    later();
    await rests(4);
    expect(fetched.splice(0)).toEqual(['news', 'outline']);
    expect(link.state().sureAt).toBeGreaterThan(sureAt);
    link.stop();
  });

  it('[R161] lets the outline rest no longer than the limit, however slow the server was', async () => {
    const { on, fetched, rests, later } = open();
    on.outlineMs = 20_000;
    await rests(1);
    on.now = { ...on.now, outline: 'o2' };
    on.clock += limits.outlineRestMsMax;
    fetched.splice(0);
    later();
    await rests(2);
    expect(fetched).toEqual(['news', 'outline']);
  });

  it('stops where the server does not let this person go on', async () => {
    const { on, refused, waits, fetched, link, later, rests } = open();
    await rests(1);
    on.fails.set('news', sentAway);
    later();
    await expect.poll(() => refused, { interval: 1 }).toEqual([sentAway]);
    expect(waits).toHaveLength(1);
    fetched.splice(0);
    link.hurry();
    expect(fetched).toEqual([]);
  });

  it('asks seldom while nobody looks, and once more where it was wanted in between', async () => {
    const { on, link, waits, rests, fetched, later } = open();
    await rests(1);
    on.isHidden = true;
    later();
    link.hurry();
    await rests(2);
    expect(fetched.filter((name) => name === 'news')).toHaveLength(3);
    expect(waits.at(-1)).toBe(limits.newsAskHiddenMs);
  });

  it('knows since when it is sure of the board', async () => {
    const { link, rests, later } = open();
    await rests(1);
    const { sureAt } = link.state();
    later();
    await rests(2);
    expect(link.state().sureAt).toBeGreaterThan(sureAt);
  });
});

const around: AroundSession = { isPaused: false, hasResults: false, zones: [], now: 0, participantId: 'pA' };

describe('what is said aloud', () => {
  const minuteMs = 60_000;
  const state = newSession([step('a'), step('b', { question: { en: 'What now?' } })]);
  const at = (more: object, now = 0, isPaused = false) =>
    momentOf(viewOf({ ...state, status: 'running', phase: 'a', ...more }, false), [], {
      ...around,
      now,
      isPaused,
    });

  it('is nothing where nothing has happened', () => expect(saidBetween(at({}), at({ hands: [] }))).toEqual([]));

  it('is the step with its question, the end, a pause', () => {
    expect(saidBetween(at({}), at({ phase: 'b' }))).toEqual([
      t('page.said.question', { step: 'b', question: 'What now?' }),
    ]);
    expect(saidBetween(at({}), at({ phase: null, status: 'finished' }))).toEqual([t('page.said.ended')]);
    expect(saidBetween(at({}), at({}, 0, true))).toEqual([t('page.said.paused')]);
    expect(saidBetween(at({}, 0, true), at({}))).toEqual([t('page.said.resumed')]);
  });

  it('[R133] is what became of a vote', () => {
    const view = viewOf({ ...state, status: 'running', phase: 'a' }, false);
    const id = roundIdSchema.parse('vAAAAAAAAAAAAAAAA');
    const voting = (now: 'open' | 'closed' | null) =>
      momentOf(view, now ? [{ id, state: now, question: 'Which first?' }] : [], around);
    const question = 'Which first?';
    expect(saidBetween(voting(null), voting('open'))).toEqual([t('page.said.vote', { question })]);
    expect(saidBetween(voting('open'), voting('closed'))).toEqual([t('page.said.closed', { question })]);
    expect(saidBetween(voting('open'), voting(null))).toEqual([t('page.said.vote-cancelled', { question })]);
    expect(saidBetween(voting('closed'), voting(null))).toEqual([]);
  });

  it('is the zone that is shown to all, once, and that there are results', () => {
    const zones = [{ id: 'shape:z', title: 'Goals', part: undefined }];
    const view = viewOf({ ...state, status: 'running', phase: 'a', spotlight: 'shape:z' }, false);
    const shown = momentOf(view, [], { ...around, zones });
    expect(saidBetween(at({}), shown)).toEqual([t('page.shown', { zone: 'Goals' })]);
    expect(saidBetween(shown, shown)).toEqual([]);
    expect(saidBetween(shown, at({}))).toEqual([]);
    const published = momentOf(view, [], { ...around, zones, hasResults: true });
    expect(saidBetween(shown, published)).toEqual([t('harvest.published')]);
    expect(saidBetween(published, published)).toEqual([]);
  });

  it('is the time at some minutes and when it is over, of one and the same timer', () => {
    const timer = startTimer(10 * minuteMs, 1);
    const said = (from: number, to: number) =>
      saidBetween(at({ timer }, from * minuteMs), at({ timer }, to * minuteMs));
    expect(said(4.5, 5.5)).toEqual([t('session.said.minutes', { count: 5 })]);
    expect(said(5.5, 6.5)).toEqual([]);
    expect(said(8.5, 9.5)).toEqual([t('session.said.minutes', { count: 1 })]);
    expect(said(9.5, 11)).toEqual([t('session.said.time')]);
    expect(said(11, 12)).toEqual([]);
    const other = startTimer(5 * minuteMs, 5 * minuteMs);
    expect(saidBetween(at({ timer }, minuteMs), at({ timer: other }, 6 * minuteMs))).toEqual([]);
  });
});

describe('one’s own group', () => {
  const acts = new SessionActs();
  acts.act({
    type: 'make-groups',
    how: 'random',
    plan: { by: 'size', number: 2 },
    zone: null,
    title: 'Group #',
    drawsScribes: false,
  });
  const { groups } = acts.state;
  const at = (set: GroupSet | null) =>
    momentOf(viewOf({ ...acts.state, groups: set }, false), [], {
      ...around,
      participantId: ada.participant,
    });
  const atWork = groups && { ...groups, stage: 'open' as const };
  const names = (groups?.groups[0]?.people ?? []).map(({ name }) => name).join(', ');

  it('[R171] is said as it changes, with the time that is left, and when it ends', () => {
    expect(saidBetween(at(null), at(atWork))).toEqual([t('groups.own', { number: 1, names })]);
    expect(saidBetween(at(atWork), at(atWork))).toEqual([]);
    const writing = atWork && { ...atWork, groups: atWork.groups.map((one) => ({ ...one, scribe: ada.participant })) };
    expect(saidBetween(at(atWork), at(writing))).toEqual([
      `${t('groups.own', { number: 1, names })} ${t('groups.scribe.me')}`,
    ]);
    expect(saidBetween(at(atWork), at(atWork && { ...atWork, warnedAt: 5 }))).toEqual([t('groups.warned')]);
    expect(saidBetween(at(atWork), at(atWork && { ...atWork, stage: 'over' }))).toEqual([t('groups.over')]);
  });

  it('[R171] is not said anew where others come or leave; what is done with its zones is said', () => {
    const more = atWork && {
      ...atWork,
      groups: atWork.groups.map((one) => ({ ...one, people: [...one.people, lea] })),
    };
    expect(saidBetween(at(atWork), at(more))).toEqual([]);
    expect(saidBetween(at(more), at(atWork))).toEqual([]);
    const moved = atWork && { ...atWork, groups: atWork.groups.map((one) => ({ ...one, number: one.number + 1 })) };
    expect(saidBetween(at(atWork), at(moved))).toEqual([t('groups.own', { number: 2, names })]);
    expect(saidBetween(at(atWork), at(atWork && { ...atWork, stage: 'bringing' }))).toEqual([t('groups.bringing')]);
    expect(saidBetween(at(null), at(groups && { ...groups, stage: 'making' }))).toContain(t('groups.waiting'));
  });
});

describe('my notes', () => {
  const node = (id: string, kind: OutlineNode['kind'], title: string, children: OutlineNode[] = []): OutlineNode => ({
    id,
    kind,
    title,
    children,
  });
  const pages = [
    node('page:a', 'page', 'One', [
      { ...node('z1', 'zone', 'Offers', [node('n1', 'note', 'mine'), node('n2', 'note', 'theirs')]), part: 'offers' },
      { ...node('z2', 'zone', 'Needs', [node('c1', 'card', 'my card')]), part: 'needs' },
    ]),
  ];
  const entry = (wish: object, state: string) => ({ wish, state, error: null, savedAt: null }) as never;

  it('are those of the board, in their zones', () =>
    expect(ownNotes(pages, ['n1', 'c1', 'gone'], [])).toMatchObject([
      { id: 'n1', text: 'mine', zone: 'Offers', state: 'saved' },
      { id: 'c1', text: 'my card', zone: 'Needs', state: 'saved' },
    ]));

  it('and over them what is on its way', () => {
    const entries = [
      entry({ kind: 'add', id: 'n9', text: 'new', zone: 'z2', triedText: null }, 'kept'),
      entry({ kind: 'change', id: 'n1', text: 'mine, better' }, 'sending'),
      entry({ kind: 'remove', id: 'c1' }, 'sending'),
    ];
    expect(ownNotes(pages, ['n1', 'c1'], entries)).toMatchObject([
      { id: 'n9', text: 'new', zone: 'Needs', state: 'kept' },
      { id: 'n1', text: 'mine, better', state: 'sending' },
      { id: 'c1', state: 'removing' },
    ]);
    expect(ownNotes(pages, ['c1'], [entry({ kind: 'remove', id: 'c1' }, 'saved')])).toEqual([]);
  });

  it('go to the first zone that the step works in', () => {
    const zones = zonesOf(pages);
    expect(zoneOfStep(zones, ['needs', 'offers'])).toBe('z1');
    expect(zoneOfStep(zones, ['needs'])).toBe('z2');
    expect(zoneOfStep(zones, ['elsewhere'])).toBe(null);
  });
});
