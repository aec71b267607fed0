// What every BoardStore promises. Run against each adapter by board-store.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import {
  type BoardStore,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type TokenRow,
  tokensPerParticipantMax,
} from '@commonboard/server/storage/board-store.ts';

export interface StoreUnderTest {
  store: BoardStore;
  /** Changes one byte of a stored row behind the store's back; seq 0 is the snapshot. */
  damage(board: string, seq: number): Promise<void>;
  stop(): Promise<void>;
}

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const created = (board = id): NewBoard => ({
  board: { id: board, title: 'Plan', template: null, createdAt: 1 },
  links: [
    { role: 'facilitate', hash: `${board}-f`, epoch: 1, sealed: null },
    { role: 'edit', hash: `${board}-e`, epoch: 1, sealed: bytes(1, 2, 3) },
    { role: 'view', hash: `${board}-v`, epoch: 1, sealed: bytes(4) },
  ],
  snapshot: bytes(9, 9),
  plan: null,
});
const participant: ParticipantRow = {
  id: participantIdSchema.parse('pAAAAAAAAAAAAAAAA'),
  name: 'Ada',
  color: '#123456',
  resumeHash: 'r',
  joinedAt: 5,
};
const token = (hash: string): TokenRow => ({
  hash,
  board: id,
  participant: participant.id,
  role: 'edit',
  epoch: 1,
  kind: 'session',
  client: { layout: 1, schema: { 'com.tldraw.store': 5 } },
  createdAt: 7,
});
const row = (...values: number[]) => ({ participant: participant.id, update: bytes(...values) });

export function boardStoreContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the store ${name}`, () => {
    let tested: StoreUnderTest;
    let store: BoardStore;
    beforeEach(async () => {
      tested = await start();
      ({ store } = tested);
      await store.createBoard(created());
    });
    afterEach(() => tested.stop());
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => 'none',
        (error: unknown) => (error instanceof StoreError ? error.failure : String(error)),
      );

    it('says "gone" of a board it does not have, and never gives an empty document', async () => {
      expect(await store.findBoard(other)).toBeNull();
      expect(await failure(store.loadDocument(other))).toBe('gone');
      expect(await failure(store.appendUpdates(other, [row(1)]))).toBe('gone');
      expect(await failure(store.renameBoard(other, 'x'))).toBe('gone');
      expect(await failure(store.putParticipant(other, participant, []))).toBe('gone');
      expect(await failure(store.foldLog(other, 1, bytes(1)))).toBe('gone');
      await store.deleteBoard(other);
    });

    it('says "damaged" of a snapshot whose bytes have changed', async () => {
      await tested.damage(id, 0);
      expect(await failure(store.loadDocument(id))).toBe('damaged');
      expect(await failure(store.loadDocument(id))).toBe('damaged');
    });

    it('keeps a damaged row aside and gives the others', async () => {
      await store.appendUpdates(id, [row(1), row(2), row(3)]);
      await tested.damage(id, 2);
      const { updates, damaged, seq } = await store.loadDocument(id);
      expect({ updates, damaged, seq }).toEqual({ updates: [bytes(1), bytes(3)], damaged: [2], seq: 3 });
    });

    it('does not make a board twice', async () => {
      await expect(store.createBoard(created())).rejects.toThrow(/already|UNIQUE/);
      expect((await store.loadDocument(id)).snapshot).toEqual(bytes(9, 9));
    });

    it('gives back a board with its links and its people in the order in which they came', async () => {
      const second = { ...participant, id: participantIdSchema.parse('p0000000000000000'), name: 'Ben' };
      await store.putParticipant(id, participant, [token('t1')]);
      await store.putParticipant(id, second, []);
      const stored = await store.findBoard(id);
      expect(stored?.board).toEqual(created().board);
      expect(stored?.links.map(({ role }) => role).sort()).toEqual(['edit', 'facilitate', 'view']);
      expect(stored?.links.find(({ role }) => role === 'edit')?.sealed).toEqual(bytes(1, 2, 3));
      expect(stored?.participants).toEqual([participant, second]);
    });

    it('changes the name of a participant who comes back', async () => {
      await store.putParticipant(id, participant, [token('t1')]);
      await store.putParticipant(id, { ...participant, name: 'Ada L.' }, [token('t2')]);
      expect((await store.findBoard(id))?.participants).toEqual([{ ...participant, name: 'Ada L.' }]);
      expect(await store.findToken('t1')).toEqual(token('t1'));
      expect(await store.findToken('t2')).toEqual(token('t2'));
      expect(await store.findToken('t3')).toBeNull();
    });

    it('keeps a bounded number of tokens for each participant', async () => {
      for (let i = 0; i <= tokensPerParticipantMax; i++) await store.putParticipant(id, participant, [token(`t${i}`)]);
      expect(await store.findToken('t0')).toBeNull();
      expect(await store.findToken('t1')).not.toBeNull();
    });

    it('numbers rows from one, in order, across appends', async () => {
      expect(await store.appendUpdates(id, [row(1), row(2)])).toBe(2);
      expect(await store.appendUpdates(id, [row(3)])).toBe(3);
      expect((await store.loadDocument(id)).updates).toEqual([bytes(1), bytes(2), bytes(3)]);
    });

    it('takes appends of many boards at once', async () => {
      await store.createBoard(created(other));
      const boards = [id, other];
      await Promise.all(Array.from({ length: 40 }, (_, i) => store.appendUpdates(boards[i % 2] ?? id, [row(i)])));
      expect((await store.loadDocument(id)).updates.map(([first]) => first)).toEqual(
        Array.from({ length: 20 }, (_, i) => i * 2),
      );
      expect((await store.loadDocument(other)).seq).toBe(20);
    });

    it('stores what was valid when something beside it was not', async () => {
      const results = await Promise.all([
        store.appendUpdates(id, [row(1)]),
        failure(store.appendUpdates(other, [row(2)])),
        store.appendUpdates(id, [row(3)]),
      ]);
      expect(results).toEqual([1, 'gone', 2]);
      expect((await store.loadDocument(id)).updates).toEqual([bytes(1), bytes(3)]);
    });

    it('folds the log up to a number and keeps what came after', async () => {
      await store.appendUpdates(id, [row(1), row(2), row(3)]);
      await store.foldLog(id, 2, bytes(7));
      expect(await store.loadDocument(id)).toEqual({ snapshot: bytes(7), updates: [bytes(3)], seq: 3, damaged: [] });
      expect(await store.appendUpdates(id, [row(4)])).toBe(4);
    });

    it('deletes a board with its people, tokens and history, and no other', async () => {
      await store.createBoard(created(other));
      await store.appendUpdates(other, [row(5)]);
      await store.putParticipant(id, participant, [token('t1')]);
      await store.appendUpdates(id, [row(1)]);
      await store.deleteBoard(id);
      expect(await store.findBoard(id)).toBeNull();
      expect(await store.findToken('t1')).toBeNull();
      expect(await failure(store.loadDocument(id))).toBe('gone');
      expect((await store.loadDocument(other)).updates).toEqual([bytes(5)]);
    });

    it('gives the template file of a board that was made from one, as long as the board is there', async () => {
      await store.createBoard({ ...created(other), plan: '{"title":"Ours – ایک"}' });
      expect(await store.findPlan(other)).toBe('{"title":"Ours – ایک"}');
      expect(await store.findPlan(id)).toBeNull();
      await store.deleteBoard(other);
      expect(await store.findPlan(other)).toBeNull();
      await store.createBoard(created(other));
      expect(await store.findPlan(other)).toBeNull();
    });

    it('renames', async () => {
      await store.renameBoard(id, 'Another');
      expect((await store.findBoard(id))?.board.title).toBe('Another');
    });

    it('can be written, says the probe', async () => expect(await store.probe()).toBeUndefined());
  });
}
