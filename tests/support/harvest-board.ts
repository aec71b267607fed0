// A board with one of everything that results hold, and what an intake makes of a board: for tests of what goes out and in.
import type { Intake, IntakeLink } from '@commonboard/shared/domain/intake/intake.ts';
import { defaultLinkType } from '@commonboard/shared/domain/link-types.ts';
import type { BoardModel, Card, Link, Note, Zone } from '@commonboard/shared/domain/model.ts';

const placed = { pageId: 'page:a', x: 0, y: 0, zoneId: null };

export function aCard(id: string, kind: Card['kind'], title: string, fields: Card['fields'] = {}, more = {}): Card {
  return {
    id: `shape:${id}`,
    kind,
    title,
    fields,
    ...placed,
    w: 240,
    example: false,
    sources: [],
    group: null,
    ...more,
  };
}

export function aLink(from: string, to: string, more: Partial<Link> = {}): Link {
  return {
    id: `shape:${from}-${to}`,
    from: `shape:${from}`,
    to: `shape:${to}`,
    type: 'causal',
    isTypeAssumed: false,
    direction: 'directed',
    polarity: null,
    delayed: false,
    feedback: false,
    strength: null,
    confidence: null,
    rationale: '',
    label: '',
    ...more,
  };
}

export function aNote(id: string, text: string, more: Partial<Note> = {}): Note {
  return { id: `shape:${id}`, ...placed, text, color: 'yellow', example: false, group: null, ...more };
}

export function aZone(id: string, title: string, more: Partial<Zone> = {}): Zone {
  const plan = { w: 800, h: 600, layout: 'free', cells: [], rows: [], across: null, up: null, accepts: [] } as const;
  const rest = { kind: null, sets: {}, shows: null, locked: false, part: null, group: null };
  return { ...plan, ...rest, id: `shape:${id}`, pageId: 'page:a', x: 0, y: 0, title, prompt: '', ...more };
}

export const emptyBoard: BoardModel = {
  title: 'Empty',
  template: null,
  cards: [],
  notes: [],
  zones: [],
  links: [],
  ceilings: [],
};

export const board = (parts: Partial<BoardModel>): BoardModel => ({ ...emptyBoard, title: 'A board', ...parts });

/** A plan with every type of field, several parents, a loop, signs that mean something elsewhere. */
export const planBoard = board({
  title: 'Reading for all',
  zones: [aZone('z', 'Our plan', { prompt: 'What has to come true?' })],
  cards: [
    aCard('im-1', 'impact', 'Every child reads, "with joy"\nby the age of ten', { who: 'Children', horizon: 2032 }),
    aCard('oc_1', 'outcome', '=Teachers have time', {
      who: 'Teachers; heads',
      level: 'early',
      necessary: true,
      external: false,
      tags: ['a|b', 'c;d', '+e'],
      note: '-1\nline two',
    }),
    aCard('oc_2', 'outcome', 'Parents read aloud', { status: 'agreed' }, { zoneId: 'shape:z' }),
    aCard('op', 'output', 'Books in each class', { quantity: 120, unit: 'boxes', end: '2027-03-31' }),
    aCard('ac', 'activity', 'Collect books', { responsible: 'Amina', start: '2027-01-01', end: '2027-02-28' }),
    aCard('in', 'input', 'Money', { amount: '12 000 EUR', confirmed: true }),
    aCard('as', 'assumption', 'Schools stay open', { on: 'shape:oc_1-im-1', importance: 3, certainty: 1 }),
    aCard('ind', 'indicator', 'Children who read 20 minutes a day', {
      on: 'shape:oc_1',
      measure: 'percentage',
      unit: '%',
      baseline: 20,
      baselineYear: 2026,
      target: 80,
      targetDate: '2030-12-31',
      actual: 35,
      ascending: true,
      disaggregation: ['girls', 'boys'],
    }),
  ],
  links: [
    aLink('oc_1', 'im-1', { polarity: '+', rationale: 'They teach "better", then', confidence: 70 }),
    aLink('oc_2', 'im-1', { strength: 2, delayed: true, label: 'slowly' }),
    aLink('op', 'oc_1'),
    aLink('op', 'oc_2'),
    aLink('ac', 'op'),
    aLink('in', 'ac', { type: 'supports' }),
    aLink('im-1', 'oc_2', { feedback: true, polarity: '-' }),
  ],
});

export const actorsBoard = board({
  title: 'Who matters',
  cards: [
    aCard('a', 'stakeholder', 'Ministry, of Education', {
      entity: 'organisation',
      sector: 'government',
      power: 90,
      interest: 3,
      impact: 50,
      stance: -1,
      desiredStance: 1,
      hasPower: true,
      legitimacy: true,
      urgency: false,
      influence: 5,
      ring: 2,
      contribution: '@budget',
      engagement: 'collaborate',
      strategy: 'One to one first',
      owner: 'Bela',
      nextAction: 'Call',
      nextDue: '2027-01-15',
      tags: ['core'],
      note: 'Two wings',
    }),
    aCard('b', 'stakeholder', 'Village women', { entity: 'group', sector: 'community', power: 5, interest: 95 }),
    aCard('c', 'stakeholder', 'Rosa Example', { entity: 'person', sector: 'media', stance: 2 }),
  ],
  links: [
    aLink('a', 'b', { type: 'money', strength: 3, label: 'grants' }),
    aLink('b', 'c', { type: 'advice', direction: 'mutual' }),
  ],
});

/** What the board is when all of the intake was written: cards with the ids that were proposed. */
export function applied(model: BoardModel, intake: Intake): BoardModel {
  const cards = new Map(model.cards.map((card) => [card.id, card]));
  const links = new Map(model.links.map((link) => [link.id, link]));
  for (const { key, kind, title, fields } of intake.cards) {
    const old = cards.get(key) ?? aCard('x', kind, title);
    cards.set(key, { ...old, id: key, kind, title, fields: { ...old.fields, ...fields } });
  }
  for (const link of intake.links) links.set(link.key, linkFrom(link, links.get(link.key), cards));
  return { ...model, cards: [...cards.values()], links: [...links.values()] };
}

function linkFrom({ key, from, to, said }: IntakeLink, old: Link | undefined, cards: ReadonlyMap<string, Card>): Link {
  const [start, end] = [cards.get(from), cards.get(to)];
  if (!start || !end) throw new Error('A link that was read joins two cards.');
  const type = defaultLinkType(start.kind, end.kind);
  return { ...(old ?? aLink('x', 'y', { type, isTypeAssumed: true })), ...said, id: key, from, to };
}
