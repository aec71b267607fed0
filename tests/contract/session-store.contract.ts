// What every BoardStore promises of a session's record: it is kept whole, and an older one never takes the place of a newer.
import { describe, expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { StoreUnderTest } from './board-store.contract.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');

export function sessionContract(tested: () => StoreUnderTest): void {
  describe('sessions', () => {
    it('[R110] keeps nothing for a board it does not have, and has none to begin with', async () => {
      const { store } = tested();
      await expect(store.putSession(other, { revision: 1, state: '{}' })).rejects.toMatchObject({ failure: 'gone' });
      expect(await store.findSession(other)).toBeNull();
      expect(await store.findSession(id)).toBeNull();
    });

    it('[R110] an older or equal revision changes nothing', async () => {
      const { store } = tested();
      expect(await store.putSession(id, { revision: 2, state: '{"a":"é"}' })).toBe(true);
      expect(await store.putSession(id, { revision: 2, state: '{"b":1}' })).toBe(false);
      expect(await store.putSession(id, { revision: 1, state: '{"c":1}' })).toBe(false);
      expect(await store.findSession(id)).toEqual({ revision: 2, state: '{"a":"é"}' });
      expect(await store.putSession(id, { revision: 3, state: '' })).toBe(true);
      expect(await store.findSession(id)).toEqual({ revision: 3, state: '' });
    });

    it('[R110] goes with its board', async () => {
      const { store } = tested();
      await store.putSession(id, { revision: 1, state: '{}' });
      await store.deleteBoard(id);
      expect(await store.findSession(id)).toBeNull();
    });
  });
}
