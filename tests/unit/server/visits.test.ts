// Who is here without a socket, and whether somebody who leads is.
import { expect, it } from 'vitest';
import { createVisits } from '@commonboard/server/sync/visits.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

const board = boardIdSchema.parse('b'.repeat(16));
const [ana, lea] = ['a', 'l'].map((letter) => participantIdSchema.parse(`p${letter.repeat(16)}`));

it('[R162] those who asked a moment ago, and nobody else', () => {
  let now = 0;
  const visits = createVisits(() => now);
  expect(visits.isLed(board)).toBe(false);
  visits.note(board, ana!, false);
  now = limits.visitMs;
  visits.note(board, lea!, true);
  expect([...visits.here(board)]).toEqual([ana, lea]);
  expect(visits.isLed(board)).toBe(true);
  now += 1;
  expect([...visits.here(board)]).toEqual([lea]);
  now += limits.visitMs;
  expect(visits.isLed(board)).toBe(false);
});
