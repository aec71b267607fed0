// The bench of checks and views: every measure runs, on boards of the size asked for.
import { expect, it } from 'vitest';
import { layeredBoard, tangledBoard, tinyDomainSizes } from '../../bench/domain/boards.ts';
import { measureDomain } from '../../bench/domain/measure.ts';
import { judge } from '../../bench/table.ts';

it('measures every view on both boards, each with a goal', () => {
  const rows = measureDomain(tinyDomainSizes, () => {});
  expect(new Set(rows.map(({ measure }) => measure)).size).toBe(rows.length);
  expect(rows.map(judge).filter(({ ours, holds }) => !(ours > 0) || holds === null)).toEqual([]);
});

it.each([layeredBoard, tangledBoard])('makes boards of the size asked for, the same each time: %o', (make) => {
  const board = make(tinyDomainSizes);
  expect([board.cards.length, board.links.length]).toEqual([tinyDomainSizes.cards, tinyDomainSizes.links]);
  expect(make(tinyDomainSizes)).toEqual(board);
});
