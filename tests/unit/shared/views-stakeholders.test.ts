// Views of stakeholders at their borders: quarters, gaps, salience, allies, rings, sectors.
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import type { Zone } from '@commonboard/shared/domain/model.ts';
import { allies } from '@commonboard/shared/domain/views/allies.ts';
import { onion } from '@commonboard/shared/domain/views/onion.ts';
import {
  defaultStrategy,
  influenceImpact,
  powerGrid,
  powerInterest,
  quadrantOf,
  quadrants,
  type Quadrant,
} from '@commonboard/shared/domain/views/power-interest.ts';
import { salience, salienceOf, salienceWords, type Salience } from '@commonboard/shared/domain/views/salience.ts';
import { sectorMap } from '@commonboard/shared/domain/views/sectors.ts';
import { gapSentence, stakeholderGaps } from '@commonboard/shared/domain/views/stakeholder-gaps.ts';
import { describe, expect, it } from 'vitest';
import { card, modelOf, type LinkSketch } from '../../support/model-builder.ts';

const stakeholders = (all: Record<string, CardFields>, links: LinkSketch[] = []) =>
  modelOf({ cards: Object.entries(all).map(([id, fields]) => card('stakeholder', id, fields)), links });
const madeOf = (fields: CardFields) => stakeholders({ a: fields }).cards[0]!;
const ids = (cards: readonly { id: string }[]): string[] => cards.map(({ id }) => id);

describe('the grid', () => {
  it.each<[number, number, Quadrant]>([
    [50, 50, 'key-player'],
    [50, 49, 'keep-satisfied'],
    [49, 50, 'strengthen-voice'],
    [49, 49, 'keep-posted'],
    [100, 0, 'keep-satisfied'],
    [0, 100, 'strengthen-voice'],
    [51, 51, 'key-player'],
  ])('puts power %i and interest %i into %s', (up, across, quadrant) => {
    expect(quadrantOf(up, across)).toBe(quadrant);
    expect(powerGrid(stakeholders({ a: { power: up, interest: across } }), powerInterest).places[0]).toMatchObject({
      up,
      across,
      quadrant,
    });
    expect(quadrants[quadrant].en).not.toBe('');
  });

  it.each<[number, boolean]>([
    [47, false],
    [48, true],
    [50, true],
    [52, true],
    [53, false],
  ])('asks about a power of %i: %s', (power, asks) =>
    expect(powerGrid(stakeholders({ a: { power, interest: 0 } }), powerInterest).places[0]?.onTheLine).toEqual(
      asks ? ['power'] : [],
    ),
  );

  it('leaves unplaced what is half said; impact takes the place of interest', () => {
    const model = stakeholders({
      a: { power: 0 },
      b: { interest: 0 },
      c: {},
      d: { power: 0, interest: 0 },
      e: { power: 60, impact: 60 },
    });
    expect(ids(powerGrid(model, powerInterest).unplaced)).toEqual(['a', 'b', 'c', 'e']);
    expect(powerGrid(model, influenceImpact).places).toMatchObject([{ card: { id: 'e' }, quadrant: 'key-player' }]);
  });

  it('is of stakeholders that count', () => {
    const model = modelOf({
      cards: [
        card('person', 'p', { power: 1, interest: 1 }),
        card('stakeholder', 'e', { power: 1, interest: 1 }, { example: true }),
      ],
    });
    expect(powerGrid(model, powerInterest)).toEqual({ places: [], unplaced: [] });
  });
});

describe('what one does by default', () => {
  it.each<[Quadrant, string]>([
    ['key-player', 'collaborate'],
    ['keep-satisfied', 'consult'],
    ['strengthen-voice', 'involve'],
    ['keep-posted', 'inform'],
  ])('with %s is to %s', (quadrant, engagement) => {
    expect(defaultStrategy(quadrant, madeOf({}))).toMatchObject({ engagement, shift: null });
    expect(defaultStrategy(quadrant, madeOf({})).engagementLabel.en.toLowerCase()).toBe(engagement);
  });

  it.each<[CardFields, string]>([
    [{ stance: -1, power: 50 }, 'one to one'],
    [{ stance: -1, power: 49 }, 'nothing'],
    [{ stance: 0, power: 90 }, 'nothing'],
    [{ stance: 2, power: 49 }, 'reach'],
    [{ stance: 2, power: 50 }, 'nothing'],
    [{ stance: 1, power: 10 }, 'nothing'],
    [{ stance: 2 }, 'nothing'],
    [{ power: 90 }, 'nothing'],
  ])('shifts with %j to %s', (fields, shift) => {
    const text = defaultStrategy('keep-posted', madeOf(fields)).shift?.en ?? 'nothing';
    expect(text).toContain(shift);
  });
});

describe('gaps', () => {
  const names = (all: Record<string, CardFields>, links: LinkSketch[] = []) =>
    stakeholderGaps(stakeholders(all, links)).map(({ name, ids: about }) => `${name} ${about.join(' ')}`.trim());

  it('of a board without stakeholders are none', () =>
    expect(stakeholderGaps(modelOf({ cards: [card('goal', 'g')] }))).toEqual([]));

  it('are a community without a voice, and nobody in the room who lives with it', () =>
    expect(names({ a: {} })).toEqual(['no-community', 'nobody-in-room']));

  it('are closed by somebody of the community in the room', () => {
    expect(names({ a: { sector: 'community', inRoom: false } })).toContain('nobody-in-room');
    expect(names({ a: { sector: 'community', inRoom: true } }).filter((name) => name !== 'empty-sector')).toEqual([]);
  });

  it('are sectors without anybody, once a sector is said', () => {
    const gaps = stakeholderGaps(stakeholders({ a: { sector: 'community', inRoom: true } }));
    expect(gaps.map((gap) => gapSentence(gap, 'en'))).toEqual([
      'Nobody yet from: Government.',
      'Nobody yet from: Civil society.',
      'Nobody yet from: Market.',
      'Nobody yet from: Philanthropy.',
    ]);
  });

  it('are key players without an owner, and allies without a link to one', () => {
    const all = { k: { power: 50, interest: 50 }, ally: { stance: 1 }, linked: { stance: 2 }, neutral: { stance: 0 } };
    expect(names(all, [{ from: 'k', to: 'linked', type: 'advice' }, 'ally>neutral'])).toEqual([
      'no-community',
      'no-owner k',
      'lonely-ally ally',
      'nobody-in-room',
    ]);
    expect(names({ ally: { stance: 1 } })).not.toContain('lonely-ally ally');
    expect(names({ k: { power: 50, interest: 50, owner: 'Asha', stance: 2 } })).toEqual([
      'no-community',
      'nobody-in-room',
    ]);
  });
});

describe('salience', () => {
  it.each<[CardFields, Salience | null]>([
    [{}, null],
    [{ hasPower: false }, 'none'],
    [{ hasPower: true }, 'p'],
    [{ legitimacy: true }, 'l'],
    [{ urgency: true, hasPower: false }, 'u'],
    [{ hasPower: true, legitimacy: true }, 'pl'],
    [{ hasPower: true, urgency: true }, 'pu'],
    [{ legitimacy: true, urgency: true }, 'lu'],
    [{ hasPower: true, legitimacy: true, urgency: true }, 'plu'],
  ])('of %j is %s', (fields, expected) => expect(salienceOf(madeOf(fields))).toBe(expected));

  it('has words that can be shown to those they are about', () => {
    const words = Object.values(salienceWords).map(({ en }) => en);
    expect(new Set(words).size).toBe(8);
    expect(words.join(' ')).not.toMatch(/dangerous|dormant|demanding/i);
  });

  it('lists every stakeholder once', () => {
    const { classes, unsaid } = salience(stakeholders({ a: {}, b: { urgency: true }, c: { urgency: false } }));
    expect(classes.flatMap(({ salience: name, cards }) => cards.map(({ id }) => `${name} ${id}`))).toEqual([
      'u b',
      'none c',
    ]);
    expect(ids(unsaid)).toEqual(['a']);
  });
});

it('allies stand in five bands, and where they are hoped to go', () => {
  const { bands, unplaced } = allies(
    stakeholders({
      a: { stance: 2 },
      b: { stance: 0, desiredStance: 1 },
      c: { stance: 1, desiredStance: 1 },
      d: { desiredStance: -2 },
      e: { stance: -2 },
    }),
  );
  expect(bands.map(({ stance, cards, aimedAt }) => [stance, ids(cards), ids(aimedAt)])).toEqual([
    [2, ['a'], []],
    [1, ['c'], ['b']],
    [0, ['b'], []],
    [-1, [], []],
    [-2, ['e'], ['d']],
  ]);
  expect(ids(unplaced)).toEqual(['d']);
  expect(bands[0]?.label.en).toBe('Active ally');
});

describe('the onion', () => {
  const disc = (rings: number[]): Zone => ({
    id: 'z',
    pageId: 'p',
    title: '',
    prompt: '',
    x: 0,
    y: 0,
    w: 900,
    h: 900,
    part: null,
    group: null,
    layout: 'rings',
    rows: [],
    across: null,
    up: null,
    accepts: [],
    kind: null,
    sets: {},
    shows: null,
    locked: false,
    cells: rings.map((ring) => ({ id: `r${ring}`, title: `The ${ring}.`, sets: { ring } })),
  });

  it('has four rings on an empty board, and nobody in them', () => {
    const { rings, unplaced } = onion(modelOf({}));
    expect(rings.map(({ ring, cards }) => [ring, cards.length])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
    ]);
    expect([rings[0]?.title.en, unplaced]).toEqual(['Core team', []]);
  });

  it('has the rings of the board’s disc, and as many as are needed', () => {
    const model = { ...stakeholders({ a: { ring: 1 }, b: { ring: 5 }, c: {} }), zones: [disc([]), disc([2, 1])] };
    const { rings, unplaced } = onion(model);
    expect(rings.map(({ title, cards }) => `${title.en} ${ids(cards).join('')}`)).toEqual([
      'The 1. a',
      'The 2. ',
      'Ring 3 ',
      'Ring 4 ',
      'Ring 5 b',
    ]);
    expect(ids(unplaced)).toEqual(['c']);
  });
});

describe('sectors', () => {
  const [government, market, community] = ['government', 'market', 'community'].map((sector) => ({ sector }));
  const map = sectorMap(
    stakeholders({ g: { ...government }, m: { ...market }, m2: { ...market }, c: { ...community }, x: {} }, [
      { from: 'm', to: 'g', type: 'money' },
      { id: 'again', from: 'g', to: 'm', type: 'advice' },
      { from: 'm', to: 'm2', type: 'advice' },
      { from: 'x', to: 'c', type: 'advice' },
      { from: 'c', to: 'c', type: 'advice' },
      { from: 'c', to: 'g', type: 'derives' },
    ]),
  );

  it('hold their stakeholders; all are listed', () => {
    expect(
      map.rows.filter(({ cards }) => cards.length > 0).map(({ sector, cards }) => `${sector} ${ids(cards).join()}`),
    ).toEqual(['government g', 'market m,m2', 'community c']);
    expect(map.rows).toHaveLength(8);
    expect(ids(map.unplaced)).toEqual(['x']);
  });

  it('are joined by links either way, by type; within a sector too', () =>
    expect(map.pairs).toEqual([
      { a: 'government', b: 'market', count: 2, byType: { money: 1, advice: 1 } },
      { a: 'market', b: 'market', count: 1, byType: { advice: 1 } },
    ]));

  it('without a link to another are silos; one sector alone is none', () => {
    expect(map.rows.filter(({ isSilo }) => isSilo).map(({ sector }) => sector)).toEqual(['community']);
    expect(sectorMap(stakeholders({ g: { ...government } })).rows.some(({ isSilo }) => isSilo)).toBe(false);
  });

  it('are bridged by who is linked with two others', () => {
    expect(map.bridges).toEqual([]);
    const links: LinkSketch[] = ['x>g', 'm>x', 'c>m'];
    const { bridges, degrees } = sectorMap(
      stakeholders({ g: { ...government }, m: { ...market }, c: { ...community }, x: {}, y: {} }, links),
    );
    expect(bridges.map(({ card: { id }, sectors }) => `${id} ${sectors.join()}`)).toEqual(['x government,market']);
    expect(Object.fromEntries(degrees)).toEqual({ g: 1, m: 2, c: 1, x: 2, y: 0 });
  });
});
