// What every BoardStore promises of votes: ballots are there while their round is open, and erased when it is not.
import { describe, expect, it } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { roundIdSchema } from '@commonboard/shared/voting/round.ts';
import type { StoreUnderTest } from './board-store.contract.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const [first, second] = ['vAAAAAAAAAAAAAAAA', 'vBBBBBBBBBBBBBBBB'].map((one) => roundIdSchema.parse(one)) as [
  ReturnType<typeof roundIdSchema.parse>,
  ReturnType<typeof roundIdSchema.parse>,
];
const [ada, ben] = ['pAAAAAAAAAAAAAAAA', 'pBBBBBBBBBBBBBBBB'].map((one) => participantIdSchema.parse(one)) as [
  ReturnType<typeof participantIdSchema.parse>,
  ReturnType<typeof participantIdSchema.parse>,
];

export function votingContract(tested: () => StoreUnderTest): void {
  describe('votes', () => {
    it('[R130] keeps nothing for a board it does not have, and has none to begin with', async () => {
      const { store } = tested();
      const round = { id: first, revision: 1, isOpen: true, state: '{}' };
      await expect(store.putRound(other, round)).rejects.toMatchObject({ failure: 'gone' });
      expect(await store.listRounds(other)).toEqual([]);
      expect(await store.putBallot(other, first, { participant: ada, ballot: '{}' })).toBe(false);
      expect(await store.putBallot(id, first, { participant: ada, ballot: '{}' })).toBe(false);
      expect(await store.listBallots(id, first)).toEqual([]);
      await store.removeRound(id, first);
    });

    it('[R130] an older or equal revision of a round changes nothing', async () => {
      const { store } = tested();
      const round = { id: first, revision: 2, isOpen: true, state: '{"a":"é"}' };
      expect(await store.putRound(id, round)).toBe(true);
      expect(await store.putRound(id, { ...round, isOpen: false })).toBe(false);
      expect(await store.putRound(id, { ...round, id: second, revision: 1 })).toBe(true);
      expect(await store.listRounds(id)).toEqual([round, { ...round, id: second, revision: 1 }]);
    });

    it('[R132] one ballot for each person, the last one', async () => {
      const { store } = tested();
      await store.putRound(id, { id: first, revision: 1, isOpen: true, state: '{}' });
      for (const ballot of ['{"b":1}', '{"b":2}'])
        for (const participant of [ben, ada])
          expect(await store.putBallot(id, first, { participant, ballot })).toBe(true);
      expect(await store.listBallots(id, first)).toEqual([
        { participant: ada, ballot: '{"b":2}' },
        { participant: ben, ballot: '{"b":2}' },
      ]);
      expect(await store.listBallots(id, second)).toEqual([]);
    });

    it('[R134] ballots are erased with the commit that closes their round, and none comes after', async () => {
      const { store } = tested();
      await store.putRound(id, { id: first, revision: 1, isOpen: true, state: '{}' });
      await store.putBallot(id, first, { participant: ada, ballot: '{}' });
      expect(await store.putRound(id, { id: first, revision: 1, isOpen: false, state: '{}' })).toBe(false);
      expect(await store.listBallots(id, first)).toHaveLength(1);
      expect(await store.putRound(id, { id: first, revision: 2, isOpen: false, state: '{}' })).toBe(true);
      expect(await store.listBallots(id, first)).toEqual([]);
      expect(await store.putBallot(id, first, { participant: ada, ballot: '{}' })).toBe(false);
      expect(await store.listBallots(id, first)).toEqual([]);
    });

    it('[R130] rounds and ballots go when they are removed, and with their board', async () => {
      const { store } = tested();
      for (const round of [first, second]) {
        await store.putRound(id, { id: round, revision: 1, isOpen: true, state: '{}' });
        await store.putBallot(id, round, { participant: ada, ballot: '{}' });
      }
      await store.removeRound(id, first);
      expect((await store.listRounds(id)).map((round) => round.id)).toEqual([second]);
      expect(await store.listBallots(id, first)).toEqual([]);
      await store.deleteBoard(id);
      expect(await store.listRounds(id)).toEqual([]);
      expect(await store.listBallots(id, second)).toEqual([]);
    });
  });
}
