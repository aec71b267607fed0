// The benches' own sums: ratios, goals, medians, and that every measure runs.
import { describe, expect, it, test } from 'vitest';
import { measureBinding } from '../../bench/binding/measure.ts';
import { tinySizes } from '../../bench/binding/sizes.ts';
import { median, medianOfRounds } from '../../bench/median-of-rounds.ts';
import { type Figure, type FigureGoals, formatFigures, judgeFigure } from '../../bench/server/figures.ts';
import { measureServer } from '../../bench/server/measure.ts';
import { quickSizes } from '../../bench/server/sizes.ts';
import { allHold, formatNumber, formatRatio, formatTable, judge, type Goals, type Row } from '../../bench/table.ts';

const row = (ours: number, example: number | null, sync: number | null, goals?: Goals): Row => ({
  id: 'B1',
  measure: 'a frame',
  unit: 'B',
  ours,
  example,
  sync,
  ...(goals ? { goals } : {}),
});

describe('a goal', () => {
  it.each<[boolean, Row]>([
    [true, row(10, 80, null, { ofExample: 1 / 8 })],
    [false, row(10.1, 80, null, { ofExample: 1 / 8 })],
    [false, row(10, 80, 15, { ofExample: 1 / 8, ofSync: 1 / 2 })],
    [true, row(10, 80, 20, { ofExample: 1 / 8, ofSync: 1 / 2 })],
    [true, row(0, 500, 0, { most: 0 })],
    [false, row(1, 500, 0, { most: 0 })],
    [false, row(99, 52, 50, { least: 100 })],
  ])('holds: %s for %o', (holds, measured) => expect(judge(measured).holds).toBe(holds));

  it('against somebody who was not measured does not hold', () => {
    expect(judge(row(10, null, null, { ofExample: 1 / 8 })).holds).toBe(false);
    expect(judge(row(10, 0, null, { ofExample: 1 / 8 })).holds).toBe(false);
  });
});

describe('a bench', () => {
  const good = judge(row(1, 8, null, { ofExample: 1 / 8 }));
  const bad = judge(row(2, 8, null, { ofExample: 1 / 8 }));
  const information = judge(row(2, 8, null));

  it('holds when every goal does; information is no goal', () => {
    expect(allHold([good, information])).toBe(true);
    expect(allHold([good, bad])).toBe(false);
  });

  it('without any goal has shown nothing', () => expect(allHold([information])).toBe(false));

  it('shows each row with its verdict', () => {
    const lines = formatTable([good, bad, information]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^B1 +a frame, B +1 +8 +- +1\/8 - +<=1\/8 - +yes$/);
    expect(lines[2]).toMatch(/NO$/);
    expect(lines[3]).toMatch(/1\/4 -$/);
  });
});

it.each([
  [0.1, '1/10'],
  [0.116, '1/8.6'],
  [0.5, '1/2'],
  [0.914, '0.91x'],
  [0, '0x'],
  [null, '-'],
])('a ratio of %s reads %s', (value, text) => expect(formatRatio(value)).toBe(text));

it.each([
  [2_752_241, '2,752,241'],
  [60.31, '60.3'],
  [0.2134, '0.213'],
  [0, '0'],
  [null, '-'],
])('the number %s reads %s', (value, text) => expect(formatNumber(value)).toBe(text));

describe('a median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });

  it('of nothing is an error', () => expect(() => median([])).toThrow(/nothing/));

  it('comes from turns, the first of which does not count', () => {
    const turns: string[] = [];
    const slowAtFirst = (name: 'a' | 'b', times: number[]) => ({
      name,
      measure: () => {
        turns.push(name);
        return times.shift() ?? 0;
      },
    });
    const found = medianOfRounds([slowAtFirst('a', [100, 1, 3, 2]), slowAtFirst('b', [100, 5, 4, 6])], 3);
    expect(found).toEqual({ a: 2, b: 5 });
    expect(turns.join('')).toBe('abababab');
  });
});

test(
  'every measure of the binding bench runs, at a tiny size, and finds all contestants alive',
  { timeout: 60_000 },
  async () => {
    const rows = await measureBinding(tinySizes, () => undefined);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9']));
    for (const { id, example } of rows) expect(example, id).toBeGreaterThan(0);
    for (const { id, ours } of rows.filter((measured) => measured.id !== 'B5')) expect(ours, id).toBeGreaterThan(0);
  },
);

describe('a figure of the server bench', () => {
  const figure = (mine: number, others: FigureValues, goals: FigureGoals): Figure => ({
    id: 'S1',
    measure: 'a delivery',
    unit: 'us',
    values: { ours: mine, ...others },
    goals,
  });
  type FigureValues = Figure['values'];
  const beats: FigureGoals = { ratio: { most: 0.5, to: ['hocuspocus', 'tldraw sync'] } };

  it.each<[boolean, Figure]>([
    [true, figure(5, { hocuspocus: 10, 'tldraw sync': 20 }, beats)],
    [false, figure(6, { hocuspocus: 10, 'tldraw sync': 20 }, beats)],
    [false, figure(1, { hocuspocus: 10 }, beats)],
    [false, figure(1, { hocuspocus: 0, 'tldraw sync': 0 }, beats)],
    [true, figure(9, {}, { most: 9 })],
    [false, figure(99, {}, { least: 100 })],
    [false, figure(Number.NaN, {}, { most: 9 })],
  ])('holds: %s for %o', (holds, one) => expect(judgeFigure(one).holds).toBe(holds));

  it('stands in one line with all contenders', () => {
    const lines = formatFigures([judgeFigure(figure(5, { hocuspocus: 10, 'tldraw sync': 20 }, beats))]).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^S1 +a delivery, us +5 .* 10 +20 +1\/2 +<=0.5x +yes$/);
  });
});

// The others come from the registry; what needs none of them shows that the generator and our side run.
test('the server bench runs, at a tiny size', { timeout: 60_000 }, async () => {
  const figures = await measureServer(quickSizes, ['S11', 'S15'], () => undefined);
  expect(new Set(figures.map(({ id }) => id))).toEqual(new Set(['S11', 'S15']));
  for (const { measure, values } of figures) expect(values.ours, measure).toBeGreaterThanOrEqual(0);
});
