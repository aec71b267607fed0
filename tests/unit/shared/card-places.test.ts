// Where cards that come in are put: no two on one another, none outside a zone, none where its place would say something wrong.
import { describe, expect, test } from 'vitest';
import { placeCards, type CardToPlace } from '@commonboard/shared/domain/intake/card-places.ts';
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import { fieldsAt } from '@commonboard/shared/domain/placement.ts';
import type { ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { aZone } from '../../support/harvest-board.ts';

const cardWidth = 240;

function cards(count: number, fields: CardFields = {}): CardToPlace[] {
  return Array.from({ length: count }, (_, i) => ({ key: `c${i}`, fields, h: 84 + (i % 5) * 40 }));
}

function plan(more: Partial<ZonePlan> = {}): ZonePlan {
  return aZone('z', 'Zone', { w: 900, h: 700, ...more });
}

function overlapping(all: readonly CardToPlace[], places: ReturnType<typeof placeCards>): number {
  const boxes = all.map(({ key, h }) => ({ ...places.get(key)!, h }));
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.isInZone === b.isInZone &&
          Math.abs(a.x - b.x) < cardWidth &&
          (a.y < b.y ? a.y + a.h > b.y : b.y + b.h > a.y),
      ),
  ).length;
}

test('nothing to place is no place', () => expect(placeCards([], { cardWidth, zone: null, board: null }).size).toBe(0));

describe('beside the board', () => {
  test.each([1, 7, 500])('%i cards lie below all that is there, none on another', (count) => {
    const all = cards(count);
    const places = placeCards(all, { cardWidth, zone: null, board: { x: -300, y: 100, w: 4_000, h: 2_000 } });
    expect(places.size).toBe(count);
    expect(overlapping(all, places)).toBe(0);
    for (const { x, y } of places.values()) {
      expect(y).toBeGreaterThan(2_100);
      expect(x).toBeGreaterThanOrEqual(-300);
    }
  });

  test('rows are far enough apart to be read one after the other', () => {
    const all = cards(40).map((card) => ({ ...card, h: 10 }));
    const rows = [...new Set([...placeCards(all, { cardWidth, zone: null, board: null }).values()].map(({ y }) => y))];
    for (const [i, y] of rows.slice(1).entries()) expect(y - rows[i]!).toBeGreaterThanOrEqual(100);
  });
});

describe('in a zone', () => {
  test('rows begin below what lies there and stay inside; what does not fit lies below the board', () => {
    const all = cards(30);
    const zone = { plan: plan(), taken: [{ x: 40, y: 130, w: 200, h: 200 }] };
    const places = placeCards(all, { cardWidth, zone, board: { x: 0, y: 0, w: 900, h: 700 } });
    const inside = all.filter(({ key }) => places.get(key)!.isInZone);
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.length).toBeLessThan(30);
    expect(overlapping(all, places)).toBe(0);
    for (const { key, h } of inside) {
      const { x, y } = places.get(key)!;
      expect(y).toBeGreaterThanOrEqual(330);
      expect(y + h).toBeLessThanOrEqual(700);
      expect(x + cardWidth).toBeLessThanOrEqual(900);
    }
    const outside = [...places.values()].filter(({ isInZone }) => !isInZone);
    expect(Math.min(...outside.map(({ y }) => y))).toBeGreaterThan(700);
  });

  test('a card too wide or too high for the zone is not put in it', () => {
    const zone = { plan: plan({ w: 200, h: 160 }), taken: [] };
    expect([...placeCards(cards(1), { cardWidth, zone, board: null }).values()][0]).toMatchObject({ isInZone: false });
  });

  test('with two axes a card lies where its values say; without one of them it stays outside', () => {
    const axis = { title: '', low: '', high: '' };
    const grid = plan({ layout: 'quadrant', across: { ...axis, field: 'interest' }, up: { ...axis, field: 'power' } });
    const all = [
      { key: 'both', fields: { power: 80, interest: 25 }, h: 100 },
      { key: 'half', fields: { power: 80 }, h: 100 },
    ];
    const places = placeCards(all, { cardWidth, zone: { plan: grid, taken: [] }, board: null });
    const { x, y, isInZone } = places.get('both')!;
    expect(isInZone).toBe(true);
    expect(fieldsAt(grid, { x: x + cardWidth / 2, y: y + 50 })).toMatchObject({ power: 80, interest: 25 });
    expect(places.get('half')).toMatchObject({ isInZone: false });
  });

  test('in columns a card lies in the column that says the same; one that fits none stays outside', () => {
    const columns = plan({
      layout: 'columns',
      cells: [
        { id: 'a', title: 'State', sets: { sector: 'government' } },
        { id: 'b', title: 'Market', sets: { sector: 'market' } },
      ],
    });
    const all: CardToPlace[] = [
      { key: 'bank', fields: { sector: 'market' }, h: 100 },
      { key: 'unsaid', fields: {}, h: 100 },
    ];
    const places = placeCards(all, { cardWidth, zone: { plan: columns, taken: [] }, board: null });
    const { x, y } = places.get('bank')!;
    expect(fieldsAt(columns, { x: x + cardWidth / 2, y: y + 50 })).toMatchObject({ sector: 'market' });
    expect(places.get('unsaid')).toMatchObject({ isInZone: false });
  });

  test('on a disc, where a place says more than a row could, nothing is put', () => {
    const rings = plan({ layout: 'rings', cells: [{ id: 'a', title: 'Near', sets: { ring: 1 } }] });
    const places = placeCards(cards(2, { ring: 1 }), { cardWidth, zone: { plan: rings, taken: [] }, board: null });
    for (const place of places.values()) expect(place.isInZone).toBe(false);
  });
});
