// A ballot as it is filled in, before the server sees it.
import { describe, expect, it } from 'vitest';
import {
  ballotOf,
  dotsLeft,
  draftOf,
  isUnfinished,
  markOn,
  withDots,
  withMark,
} from '@commonboard/client/voting/draft-ballot.ts';
import { roundViews } from '@commonboard/shared/voting/round-view.ts';
import { ballot, opened, voter } from '../../support/voting-acts.ts';

const viewer = { participant: voter('A'), isLeading: false };
const viewOf = (...more: Parameters<typeof opened>) => {
  const round = opened(...more);
  return roundViews(round, new Map(), () => new Set())(viewer);
};
const empty = { marks: [], sector: null };

describe('a ballot that is filled in', () => {
  it('[R132] has a vote for each person at the device, with what was cast before', () => {
    const round = viewOf({ weights: [{ participant: voter('A'), weight: 3 }] });
    expect(draftOf(round)).toEqual([empty, empty, empty]);
    const cast = ballot(['a', 2]);
    expect(draftOf({ ...round, ballot: cast })).toEqual([cast.votes[0], empty, empty]);
    // Who has marked nothing has not voted.
    expect(ballotOf([empty, ...cast.votes])).toEqual(cast);
  });

  it('[R132] counts the dots that are left, and takes a mark away with its last dot', () => {
    const round = viewOf();
    const two = withDots(withDots(empty, 'shape:a', 1), 'shape:a', 2);
    expect(dotsLeft(round, two)).toBe(1);
    expect(markOn(two, 'shape:a')?.value).toBe(2);
    expect(withDots(two, 'shape:a', 0).marks).toEqual([]);
  });

  it('[R132] an objection without a reason is not finished', () => {
    const round = viewOf({ method: 'objection' });
    expect(isUnfinished(round, withMark(empty, 'shape:a', { value: 0 }))).toBe(false);
    expect(isUnfinished(round, withMark(empty, 'shape:a', { value: 1, reason: ' ' }))).toBe(true);
    expect(isUnfinished(round, withMark(empty, 'shape:a', { value: 1, reason: 'Too dear' }))).toBe(false);
  });
});
