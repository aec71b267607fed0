// The votes as a page knows them: answers and pushes that overtake each other, and wishes that fail.
import { describe, expect, it } from 'vitest';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { roundViews } from '@commonboard/shared/voting/round-view.ts';
import { createVotesStore, type VotesPorts } from '@commonboard/client/voting/votes-store.ts';
import { ballot, opened, roundId, voter, wish } from '../../support/voting-acts.ts';

const view = (more: Partial<RoundView> = {}): RoundView => {
  const round = opened();
  const viewer = { participant: voter('A'), isLeading: false };
  return { ...roundViews(round, new Map(), () => new Set())(viewer), ...more };
};

function storeWith(ports: Partial<VotesPorts> = {}) {
  const failures: unknown[] = [];
  const store = createVotesStore({
    ask: async () => ({ now: 0, rounds: [view()] }),
    open: async () => ({ now: 0, rounds: [view()] }),
    openStep: async () => ({ now: 0, rounds: [view()] }),
    change: async () => ({ now: 0, rounds: [] }),
    vote: async (_, own) => ({ now: 0, rounds: [view({ ballot: own })] }),
    failed: (error) => failures.push(error),
    ...ports,
  });
  return { store, failures };
}

describe('the votes of a page', () => {
  it('[R136] what comes before the first answer waits for it', async () => {
    const { store } = storeWith();
    store.heard({ rounds: [view()], gone: [] });
    expect(store.rounds()).toBeNull();
    await store.refresh();
    expect(store.rounds()).toHaveLength(1);
  });

  it('[R136] an older state never takes the place of a newer one', async () => {
    const { store } = storeWith();
    await store.refresh();
    store.heard({ rounds: [view({ revision: 3, state: 'closed' })], gone: [] });
    store.heard({ rounds: [view({ revision: 2 })], gone: [] });
    expect(store.rounds()).toMatchObject([{ state: 'closed' }]);
  });

  it('[R136] a vote that is gone does not come back with a late answer', async () => {
    const { store } = storeWith();
    await store.refresh();
    store.heard({ rounds: [], gone: [roundId()] });
    expect(store.rounds()).toEqual([]);
    await store.refresh();
    expect(store.rounds()).toEqual([]);
  });

  it('[R133] a vote that is being cancelled is there until it is gone', async () => {
    const closing = { act: 'cancel', dueAt: 5_000, by: 'Lea' } as const;
    let rounds = [view({ revision: 2, closing })];
    const { store } = storeWith({ change: async () => ({ now: 0, rounds }) });
    await store.refresh();
    await store.change(roundId(), 'remove');
    expect(store.rounds()).toMatchObject([{ closing }]);
    rounds = [];
    await store.change(roundId(), 'remove');
    expect(store.rounds()).toEqual([]);
  });

  it('[R132] ballots go one after the other, so that the last one stays', async () => {
    const order: number[] = [];
    const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { store } = storeWith({
      vote: async (_, own) => {
        const at = order.push(own.votes.length) - 1;
        await answers[at]?.promise;
        return { now: 0, rounds: [view({ ballot: own })] };
      },
    });
    const done = [store.vote(roundId(), ballot(['a', 1])), store.vote(roundId(), { votes: [] })];
    answers[1]?.resolve();
    answers[0]?.resolve();
    expect(await Promise.all(done)).toEqual([true, true]);
    expect(order).toEqual([1, 0]);
    expect(store.rounds()).toMatchObject([{ ballot: { votes: [] } }]);
  });

  it('says what failed, and goes on with the next wish', async () => {
    const { store, failures } = storeWith({
      open: async () => {
        throw new Error('away');
      },
    });
    expect(await store.open(wish())).toBe(false);
    expect(failures).toHaveLength(1);
    expect(await store.vote(roundId(), ballot(['a', 1]))).toBe(true);
  });
});
