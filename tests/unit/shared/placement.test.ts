// Where a card lies in a zone <-> what that says of it, at the borders of each layout.
import {
  cellsAt,
  cellSpans,
  fieldsAt,
  innerArea,
  isOnTheLine,
  kindAt,
  placeFor,
} from '@commonboard/shared/domain/placement.ts';
import { groupValue, isDisagreement } from '@commonboard/shared/domain/group-placement.ts';
import { zoneLayouts, type ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

const blank: ZonePlan = {
  w: 1000,
  h: 1000,
  layout: 'free',
  cells: [],
  rows: [],
  across: null,
  up: null,
  accepts: [],
  kind: null,
  sets: {},
  shows: null,
  locked: false,
};
const axis = (field: string) => ({ field, title: field, low: 'low', high: 'high' });
const grid: ZonePlan = { ...blank, layout: 'quadrant', across: axis('interest'), up: axis('power') };
const cells = (field: string, ...values: string[]) =>
  values.map((value) => ({ id: value, title: value, sets: { [field]: value } }));
const at = (plan: ZonePlan, u: number, v: number) => {
  const inner = innerArea(plan);
  return { x: inner.x + u * inner.w, y: inner.y + v * inner.h };
};

describe('two axes', () => {
  test('the upper right corner is high and high, the lower left low and low', () => {
    expect(fieldsAt(grid, at(grid, 1, 0))).toEqual({ interest: 100, power: 100 });
    expect(fieldsAt(grid, at(grid, 0, 1))).toEqual({ interest: 0, power: 0 });
  });

  test('just outside, in the gutter or under the heading, it is not placed', () => {
    for (const [u, v] of [
      [-0.001, 0.5],
      [1.001, 0.5],
      [0.5, -0.001],
      [0.5, 1.001],
    ] as const)
      expect(fieldsAt(grid, at(grid, u, v))).toEqual({ interest: null, power: null });
  });

  test('a value moves the card to where the value is read again', () => {
    assert(
      property(integer({ min: 0, max: 100 }), integer({ min: 0, max: 100 }), (power, interest) => {
        const point = placeFor(grid, { power, interest });
        expect(point && fieldsAt(grid, point)).toEqual({ power, interest });
      }),
    );
  });

  test('one value alone places nothing', () => {
    expect(placeFor(grid, { power: 80 })).toBeNull();
    expect(placeFor(grid, { power: 80, interest: Number.NaN })).toBeNull();
  });

  test('near the middle it is on the line', () => {
    expect([47, 48, 50, 52, 53].map(isOnTheLine)).toEqual([false, true, true, true, false]);
  });
});

describe('parts', () => {
  const columns: ZonePlan = { ...blank, layout: 'columns', cells: cells('resource', 'money', 'space', 'skills') };

  test('a border belongs to the part that begins there; the last edge to the last part', () => {
    expect(cellsAt(columns, at(columns, 0, 0.5)).cell?.id).toBe('money');
    expect(cellsAt(columns, at(columns, 1 / 3, 0.5)).cell?.id).toBe('space');
    expect(cellsAt(columns, at(columns, 1, 0.5)).cell?.id).toBe('skills');
    expect(cellsAt(columns, at(columns, 1.01, 0.5)).cell).toBeNull();
  });

  test('what a part sets is written, and emptied outside of all parts', () => {
    expect(fieldsAt(columns, at(columns, 0.5, 0.5))).toEqual({ resource: 'space' });
    expect(fieldsAt(columns, at(columns, -0.1, 0.5))).toEqual({ resource: null });
  });

  test('parts may be of different sizes', () => {
    const spans = cellSpans([
      { id: 'a', title: '', size: 3 },
      { id: 'b', title: '' },
    ]);
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.75],
      [0.75, 1],
    ]);
  });

  test('a part says the kind before its zone does', () => {
    const plan: ZonePlan = {
      ...columns,
      kind: 'offer',
      cells: [
        { id: 'x', title: '', kind: 'need' },
        { id: 'y', title: '' },
      ],
    };
    expect(kindAt(plan, at(plan, 0.2, 0.5))).toBe('need');
    expect(kindAt(plan, at(plan, 0.8, 0.5))).toBe('offer');
    expect(kindAt(blank, { x: 5, y: 5 })).toBeNull();
  });

  test('a disc: five sectors clockwise from the top, three rings from the middle', () => {
    const disc: ZonePlan = {
      ...blank,
      layout: 'sectors',
      cells: cells('sector', 'government', 'civil-society', 'market', 'community', 'philanthropy'),
      rows: [1, 2, 3].map((ring) => ({ id: String(ring), title: '', sets: { ring } })),
    };
    expect(fieldsAt(disc, at(disc, 0.6, 0.3))).toEqual({ sector: 'government', ring: 2 });
    expect(fieldsAt(disc, at(disc, 0.4, 0.05))).toEqual({ sector: 'philanthropy', ring: 3 });
    expect(fieldsAt(disc, at(disc, 0.99, 0.01))).toEqual({ sector: null, ring: null });
  });
});

const divided = zoneLayouts.filter((layout) => !['free', 'grid', 'quadrant'].includes(layout));
const twoByTwo = { ...blank, cells: cells('sector', 'market', 'media'), rows: cells('stage', 'find', 'enter') };

test.each(divided)('where values say a part, the card is placed in it: %s', (layout) => {
  const plan: ZonePlan = { ...twoByTwo, layout };
  const point = placeFor(plan, { sector: 'media', stage: 'enter' });
  expect(point && cellsAt(plan, point).cell?.id).toBe('media');
});

test('a zone too small for its plan still reads as something', () => {
  for (const layout of zoneLayouts) {
    const plan: ZonePlan = { ...blank, w: 10, h: 10, layout, cells: cells('sector', 'market') };
    expect(() => fieldsAt(plan, { x: 1e6, y: -1e6 }), layout).not.toThrow();
  }
});

describe('a group places one card', () => {
  test('nobody: nothing', () => {
    expect(groupValue([])).toBeNull();
    expect(isDisagreement(null, null)).toBe(false);
  });

  test('the middle one counts, and the distance of the quarters', () => {
    expect(groupValue([90, 10, 50])).toEqual({ median: 50, spread: 40 });
    expect(groupValue([20, 40])).toEqual({ median: 30, spread: 10 });
  });

  test('30 apart is not yet a disagreement, more is', () => {
    expect(isDisagreement({ median: 50, spread: 30 })).toBe(false);
    expect(isDisagreement({ median: 50, spread: 30 }, { median: 50, spread: 30.5 })).toBe(true);
  });
});
