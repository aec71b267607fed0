// What every BoardStore promises of a board's past: versions, their pictures, and deleted records. Rules R92 and R96.
import { describe, expect, it } from 'vitest';
import { type VersionId, versionIdSchema } from '@commonboard/shared/protocol/history.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { NewVersion } from '@commonboard/server/storage/history-store.ts';
import type { StoreUnderTest } from './board-store.contract.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const versionId = (letter: string): VersionId => versionIdSchema.parse(letter.repeat(16));
const version = (letter: string, at: number): NewVersion => ({
  id: versionId(letter),
  at,
  kind: 'hourly',
  name: null,
  participant: null,
  seq: at,
  snapshot: bytes(1, 2, 3),
});
const deletion = (record: string, content = '{}') => ({ record, participant: ada, content });

export function historyContract(tested: () => StoreUnderTest): void {
  describe('history', () => {
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => 'none',
        (error: unknown) => (error instanceof Error && 'failure' in error ? error.failure : String(error)),
      );

    it('has nothing of a board it does not have, and keeps nothing for it', async () => {
      const { store } = tested();
      expect(await failure(store.addVersion(other, version('a', 1)))).toBe('gone');
      expect(await failure(store.logEnd(other))).toBe('gone');
      expect(await store.listVersions(other)).toEqual([]);
      expect(await store.findVersion(other, versionId('a'))).toBeNull();
      expect(await store.findVersionPicture(other, versionId('a'))).toBeNull();
      expect(await store.listDeleted(other)).toEqual([]);
      expect(await store.nameVersion(id, versionId('a'), 'x')).toBe(false);
      expect(await store.putVersionPicture(id, versionId('a'), bytes(1))).toBe(false);
      await store.removeVersions(id, [versionId('a')]);
    });

    it('[R92] says "damaged" of a version that is not as it was written, and gives the board all the same', async () => {
      const { store } = tested();
      await store.addVersion(id, version('a', 1));
      expect(await store.findVersion(id, versionId('a'))).toEqual(bytes(1, 2, 3));
      await tested().damage(id, 'version');
      expect(await failure(store.findVersion(id, versionId('a')))).toBe('damaged');
      expect((await store.listVersions(id)).length).toBe(1);
      expect((await store.loadDocument(id)).snapshot).toEqual(bytes(9, 9));
    });

    it('[R92] lists versions, the newest first, with their bytes; the first picture stays', async () => {
      const { store } = tested();
      await store.addVersion(id, version('a', 1));
      await store.addVersion(id, { ...version('b', 2), kind: 'named', name: 'Before lunch', participant: ada });
      expect(await store.putVersionPicture(id, versionId('a'), bytes(7))).toBe(true);
      expect(await store.putVersionPicture(id, versionId('a'), bytes(8, 8))).toBe(false);
      expect(await store.findVersionPicture(id, versionId('a'))).toEqual(bytes(7));
      expect(await store.listVersions(id)).toEqual([
        {
          id: versionId('b'),
          at: 2,
          kind: 'named',
          name: 'Before lunch',
          participant: ada,
          seq: 2,
          bytes: 3,
          hasPicture: false,
        },
        {
          id: versionId('a'),
          at: 1,
          kind: 'hourly',
          name: null,
          participant: null,
          seq: 1,
          bytes: 4,
          hasPicture: true,
        },
      ]);
      expect(await store.nameVersion(id, versionId('a'), 'Start')).toBe(true);
      expect((await store.listVersions(id))[1]).toMatchObject({ kind: 'named', name: 'Start' });
      await store.removeVersions(id, [versionId('b')]);
      expect((await store.listVersions(id)).map(({ name }) => name)).toEqual(['Start']);
    });

    it('[R92] puts a version in the place of the one with its id', async () => {
      const { store } = tested();
      await store.addVersion(id, version('a', 1));
      await store.addVersion(id, { ...version('a', 1), snapshot: bytes(5) });
      expect(await store.findVersion(id, versionId('a'))).toEqual(bytes(5));
      expect((await store.listVersions(id)).length).toBe(1);
    });

    it('[R96] keeps what rows deleted in the commit of the row: the latest deletion of each record, the newest first', async () => {
      const { store } = tested();
      const row = { participant: ada, update: bytes(1) };
      await store.appendUpdates(id, [{ ...row, deleted: [deletion('shape:a', '1'), deletion('shape:b')] }, row]);
      await store.appendUpdates(id, [{ ...row, deleted: [deletion('shape:a', '2')] }]);
      const kept = await store.listDeleted(id);
      expect(kept.map(({ record, content, participant }) => [record, content, participant])).toEqual([
        ['shape:a', '2', ada],
        ['shape:b', '{}', ada],
      ]);
      expect(await store.logEnd(id)).toBe(3);
      await store.forgetDeletedBefore((kept[0]?.at ?? 0) - 1_000);
      expect((await store.listDeleted(id)).length).toBe(2);
      await store.forgetDeletedBefore((kept[0]?.at ?? 0) + 1);
      expect(await store.listDeleted(id)).toEqual([]);
    });

    it('[R96] keeps no more deleted records, and letters of them, than it may: the newest', async () => {
      const { store } = tested();
      const row = { participant: ada, update: bytes(1) };
      const many = Array.from({ length: limits.deletedRecordsMax + 5 }, (_, i) => deletion(`shape:${i}`));
      await store.appendUpdates(id, [{ ...row, deleted: many }]);
      const kept = await store.listDeleted(id);
      expect([kept.length, kept[0]?.record, kept.at(-1)?.record]).toEqual([
        limits.deletedRecordsMax,
        `shape:${limits.deletedRecordsMax + 4}`,
        'shape:5',
      ]);
      const long = 'x'.repeat(limits.deletedCharsMax - 100);
      await store.appendUpdates(id, [{ ...row, deleted: [deletion('shape:long', long)] }]);
      const left = await store.listDeleted(id);
      expect(left[0]?.record).toBe('shape:long');
      expect(left.length).toBe(1 + 50);
    });

    it('[R92] [R96] goes with the board, and only with it', async () => {
      const { store } = tested();
      await store.addVersion(id, version('a', 1));
      await store.appendUpdates(id, [{ participant: ada, update: bytes(1), deleted: [deletion('shape:a')] }]);
      await store.deleteBoard(other);
      expect((await store.listVersions(id)).length).toBe(1);
      await store.deleteBoard(id);
      expect(await store.listVersions(id)).toEqual([]);
      expect(await store.listDeleted(id)).toEqual([]);
    });
  });
}
