// Tidy rows, groups, and one card of several.
import { grouped, groupingsOf, noFacts, type Thing } from '@commonboard/shared/domain/arrange/grouping.ts';
import { mergedCard } from '@commonboard/shared/domain/arrange/merged-card.ts';
import { tidyGap, tidyRows, tidySize, type Box } from '@commonboard/shared/domain/arrange/tidy.ts';
import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';

const box = (id: string, x: number, y: number, w = 200, h = 200): Box => ({ id, x, y, w, h });

describe('tidy', () => {
  test('nothing is nothing', () => {
    expect(tidyRows([], { x: 0, y: 0 }).size).toBe(0);
    expect(tidySize([], new Map())).toEqual({ w: 0, h: 0 });
  });

  test('keeps the order in which they were read, also where a row is not quite straight', () => {
    const places = tidyRows([box('c', 10, 300), box('b', 250, 40), box('a', 0, 0)], { x: 5, y: 7 }, 448);
    expect(Object.fromEntries(places)).toEqual({
      a: { x: 5, y: 7 },
      b: { x: 5 + 200 + tidyGap, y: 7 },
      c: { x: 5, y: 7 + 200 + tidyGap },
    });
  });

  test('one wider than the room stands alone, and still inside the left edge', () => {
    expect(tidyRows([box('a', 0, 0, 900), box('b', 0, 300, 900)], { x: 0, y: 0 }, 100).get('b')).toEqual({
      x: 0,
      y: 200 + tidyGap,
    });
  });

  test('nothing lies over anything else, whatever the sizes', () => {
    const size = integer({ min: 1, max: 500 });
    const at = integer({ min: -2_000, max: 2_000 });
    assert(
      property(
        array(record({ x: at, y: at, w: size, h: size }), { maxLength: 40 }),
        integer({ min: 1, max: 3_000 }),
        (all, width) => {
          const boxes = all.map((one, i) => ({ ...one, id: `n${i}` }));
          const places = tidyRows(boxes, { x: 0, y: 0 }, width);
          const placed = boxes.map((one) => ({ ...one, ...places.get(one.id) }));
          const over = placed.filter((a) =>
            placed.some((b) => a.id < b.id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
          );
          expect(over).toEqual([]);
        },
      ),
    );
  });
});

describe('groups', () => {
  const thing = (id: string, more: Partial<Thing> = {}): Thing => ({
    id,
    kind: null,
    colour: null,
    fields: {},
    group: null,
    ...more,
  });

  test('what cannot be told apart is not offered', () => {
    expect(groupingsOf([thing('a'), thing('b')], noFacts, 'en')).toEqual([]);
    expect(groupingsOf([], noFacts, 'en')).toEqual([]);
  });

  test('by kind and by first tag, what is not said last', () => {
    const things = [
      thing('a', { fields: { tags: ['water', 'air'] } }),
      thing('b', { kind: 'goal' }),
      thing('c', { fields: { tags: ['air'] } }),
    ];
    expect(grouped(things, 'tag', noFacts, 'en')).toEqual([
      { label: 'air', ids: ['c'] },
      { label: 'water', ids: ['a'] },
      { label: 'Not said', ids: ['b'] },
    ]);
    expect(grouped(things, 'kind', noFacts, 'en').map(({ label }) => label)).toEqual(['Goals', 'Notes']);
  });

  test('by a field with an order, in that order', () => {
    const things = [thing('a', { fields: { status: 'parked' } }), thing('b', { fields: { status: 'draft' } })];
    expect(grouped(things, 'status', noFacts, 'en').map(({ ids }) => ids)).toEqual([['b'], ['a']]);
  });

  test('by author and by votes only where somebody tells them; the most votes first', () => {
    const facts = {
      authors: new Map([['a', 'Ana']]),
      votes: new Map([
        ['a', 2],
        ['b', 10],
      ]),
    };
    expect(grouped([thing('a'), thing('b')], 'votes', facts, 'en').map(({ label }) => label)).toEqual(['10', '2']);
    expect(groupingsOf([thing('a'), thing('b')], facts, 'en')).toEqual(['author', 'votes']);
  });
});

describe('one of several', () => {
  const one = (id: string, title: string, fields = {}, sources: string[] = []) => ({ id, title, fields, sources });

  test('the first keeps its word, others fill what it has not said, lists are joined, and all sources are known', () => {
    const merged = mergedCard([
      one('a', 'Train teachers', { responsible: 'Ana', tags: ['school'] }),
      one(
        'b',
        'Teacher training',
        { responsible: 'Ben', end: '2027-01-31', tags: ['school', 'people'], note: 'In May' },
        ['z'],
      ),
      one('c', 'Train teachers'),
    ]);
    expect(merged.fields).toMatchObject({
      responsible: 'Ana',
      end: '2027-01-31',
      tags: ['school', 'people'],
      note: 'In May\nTeacher training',
    });
    expect(merged.sources).toEqual(['a', 'b', 'z', 'c']);
  });

  test('of two that say nothing more, nothing is added', () => {
    const { fields } = mergedCard([one('a', 'Same'), one('b', 'Same')]);
    expect(Object.values(fields).filter((value) => value !== undefined)).toEqual([]);
  });
});
