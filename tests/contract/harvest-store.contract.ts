// What every BoardStore promises of what a group leaves with: state and files in one commit, and nothing of it after it is taken back.
import { describe, expect, it } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { StoreUnderTest } from './board-store.contract.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const ben = participantIdSchema.parse('pBBBBBBBBBBBBBBBB');
const file = (name: string, ...values: number[]) => ({ name, type: 'text/plain', bytes: new Uint8Array(values) });

export function harvestContract(tested: () => StoreUnderTest): void {
  describe('harvest', () => {
    it('[R184] keeps nothing for a board it does not have, and has none to begin with', async () => {
      const { store } = tested();
      await expect(store.putHarvest(other, { revision: 1, state: '{}' }, [])).rejects.toMatchObject({
        failure: 'gone',
      });
      await expect(store.putNamed(other, ada, true)).rejects.toMatchObject({ failure: 'gone' });
      expect(await store.findHarvest(id)).toBeNull();
      expect(await store.findHarvestFile(id, 'a')).toBeNull();
      expect(await store.listNamed(id)).toEqual([]);
    });

    it('[R184] an older or equal revision changes neither state nor files', async () => {
      const { store } = tested();
      expect(await store.putHarvest(id, { revision: 2, state: '"two"' }, [file('a', 1, 2)])).toBe(true);
      expect(await store.putHarvest(id, { revision: 2, state: '"again"' }, [file('b', 3)])).toBe(false);
      expect(await store.putHarvest(id, { revision: 1, state: '"old"' }, [])).toBe(false);
      expect(await store.findHarvest(id)).toEqual({ revision: 2, state: '"two"' });
      expect(await store.findHarvestFile(id, 'a')).toEqual(file('a', 1, 2));
      expect(await store.findHarvestFile(id, 'b')).toBeNull();
    });

    it('[R188] files stay with null, and go with what takes their place', async () => {
      const { store } = tested();
      await store.putHarvest(id, { revision: 1, state: '1' }, [file('a', 1), file('b', 2)]);
      await store.putHarvest(id, { revision: 2, state: '2' }, null);
      expect(await store.findHarvestFile(id, 'b')).toEqual(file('b', 2));
      await store.putHarvest(id, { revision: 3, state: '3' }, [file('a', 3)]);
      expect(await store.findHarvestFile(id, 'a')).toEqual(file('a', 3));
      expect(await store.findHarvestFile(id, 'b')).toBeNull();
      await store.putHarvest(id, { revision: 4, state: '4' }, []);
      expect(await store.findHarvestFile(id, 'a')).toBeNull();
    });

    it('[R191] who agrees to be named is kept once, and no more when they take it back', async () => {
      const { store } = tested();
      for (const [person, named] of [
        [ben, true],
        [ada, true],
        [ada, true],
        [ben, false],
      ] as const)
        await store.putNamed(id, person, named);
      expect(await store.listNamed(id)).toEqual([ada]);
    });

    it('[R189] all of it goes with its board', async () => {
      const { store } = tested();
      await store.putHarvest(id, { revision: 1, state: '{}' }, [file('a', 1)]);
      await store.putNamed(id, ada, true);
      await store.deleteBoard(id);
      expect(await store.findHarvest(id)).toBeNull();
      expect(await store.findHarvestFile(id, 'a')).toBeNull();
      expect(await store.listNamed(id)).toEqual([]);
    });
  });
}
