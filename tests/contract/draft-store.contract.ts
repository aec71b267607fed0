// What every BoardStore promises of drafts: one for each person of a round, and erased with the update that puts them on the board.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { StoreUnderTest } from './board-store.contract.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const ben = participantIdSchema.parse('pBBBBBBBBBBBBBBBB');
const bytes = (...values: number[]) => new Uint8Array(values);

export function draftContract(tested: () => StoreUnderTest): void {
  describe('drafts', () => {
    it('[R143] keeps nothing for a board it does not have, and has none to begin with', async () => {
      const { store } = tested();
      const draft = { round: 'r1', participant: ada, state: bytes(1) };
      await expect(store.putDraft(other, draft)).rejects.toMatchObject({ failure: 'gone' });
      expect(await store.listDrafts(other)).toEqual([]);
      expect(await store.findDraft(id, draft)).toBeNull();
      await store.eraseDrafts(id, { round: 'r1', participant: null });
    });

    it('[R143] keeps the last of each person and round, whoever wrote first', async () => {
      const { store } = tested();
      for (const participant of [ben, ada])
        for (const round of ['r2', 'r1'])
          for (const state of [bytes(1), bytes(2, 3)]) await store.putDraft(id, { round, participant, state });
      const listed = await store.listDrafts(id);
      expect(listed.map(({ round, participant }) => `${round} ${participant}`)).toEqual([
        `r1 ${ada}`,
        `r1 ${ben}`,
        `r2 ${ada}`,
        `r2 ${ben}`,
      ]);
      expect([...(await store.findDraft(id, { round: 'r2', participant: ben }))!]).toEqual([2, 3]);
    });

    it('[R149] erases a round or a person of it, alone or in the commit of an update', async () => {
      const { store } = tested();
      const write = async () => {
        for (const participant of [ada, ben]) await store.putDraft(id, { round: 'r1', participant, state: bytes(9) });
      };
      await write();
      await store.eraseDrafts(id, { round: 'r1', participant: ada });
      expect(await store.listDrafts(id)).toMatchObject([{ participant: ben }]);
      await write();
      const update = Y.encodeStateAsUpdate(new Y.Doc());
      await store.appendUpdates(id, [{ participant: null, update, erases: { round: 'r2', participant: null } }]);
      expect(await store.listDrafts(id)).toHaveLength(2);
      await store.appendUpdates(id, [{ participant: null, update, erases: { round: 'r1', participant: null } }]);
      expect(await store.listDrafts(id)).toEqual([]);
    });

    it('[R151] of one person some may stay: what was there before is erased in the same commit', async () => {
      const { store } = tested();
      for (const participant of [ada, ben]) await store.putDraft(id, { round: 'r1', participant, state: bytes(9) });
      const update = Y.encodeStateAsUpdate(new Y.Doc());
      const erases = { round: 'r1', participant: ada, stays: bytes(4, 5) };
      await store.appendUpdates(id, [{ participant: null, update, erases }]);
      const listed = await store.listDrafts(id);
      expect(listed.map(({ participant, state }) => [participant, ...state])).toEqual([
        [ada, 4, 5],
        [ben, 9],
      ]);
    });

    it('[R155] drafts go with the board', async () => {
      const { store } = tested();
      await store.putDraft(id, { round: 'r1', participant: ada, state: bytes(9) });
      await store.deleteBoard(id);
      expect(await store.listDrafts(id)).toEqual([]);
    });
  });
}
