// What every BoardStore promises. Run against each adapter by board-store.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { harvestContract } from './harvest-store.contract.ts';
import { historyContract } from './history-store.contract.ts';
import { sessionContract } from './session-store.contract.ts';
import { draftContract } from './draft-store.contract.ts';
import { votingContract } from './voting-store.contract.ts';
import {
  type AccessRow,
  type BoardStore,
  type Damage,
  type Fold,
  type NewBoard,
  type ParticipantRow,
  type StoredDocument,
  StoreError,
  type TokenRow,
  tokensPerParticipantMax,
} from '@commonboard/server/storage/board-store.ts';
import { openAccess, personOf } from '../support/grants.ts';

export interface StoreUnderTest {
  store: BoardStore;
  /** Changes a stored row behind the store's back: one of the log by its number, one of the two snapshots, or all versions. */
  damage(board: string, what: number | 'newest' | 'earlier' | 'version'): Promise<void>;
  stop(): Promise<void>;
}

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const created = (board = id): NewBoard => ({
  board: { id: board, title: 'Plan', template: null, createdAt: 1 },
  links: [
    { role: 'facilitate', hash: `${board}-f`, epoch: 1, sealed: null, off: false },
    { role: 'edit', hash: `${board}-e`, epoch: 1, sealed: bytes(1, 2, 3), off: false },
    { role: 'view', hash: `${board}-v`, epoch: 1, sealed: bytes(4), off: false },
  ],
  access: openAccess,
  snapshot: bytes(9, 9),
  plan: null,
});
const participant: ParticipantRow = {
  ...personOf(participantIdSchema.parse('pAAAAAAAAAAAAAAAA')),
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
  personEpoch: 1,
  kind: 'session',
  client: { layout: 1, schema: { 'com.tldraw.store': 5 } },
  createdAt: 7,
});
const row = (...values: number[]) => ({ participant: participant.id, update: bytes(...values) });

const fold = (seq: number, byte: number): Fold => ({ seq, snapshot: bytes(byte), waiting: [] });
const whole: Damage = { snapshot: false, rows: [], missing: 0 };
/** Rows of one byte each by that byte. */
const plain = ({ updates, waiting, ...rest }: StoredDocument) => ({
  ...rest,
  updates: updates.map(({ update }) => update[0]),
  waiting: waiting.map(({ update }) => update[0]),
});

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

    it('lists all boards, the one used last first, with who is there and how much is stored', async () => {
      await store.createBoard(created(other));
      await store.putParticipant(id, participant, [token('t')]);
      const before = await store.listBoards();
      expect(before.map((board) => [board.id, board.usedAt, board.participants, board.bytes])).toEqual([
        [id, 7, 1, 2],
        [other, 1, 0, 2],
      ]);
      await store.appendUpdates(other, [row(1), row(2)]);
      const [first] = await store.listBoards();
      expect(first).toMatchObject({ id: other, title: 'Plan', createdAt: 1, participants: 0, bytes: 4 });
      expect(first?.usedAt).toBeGreaterThan(7);
    });

    it('says "gone" of a board it does not have, and never gives an empty document', async () => {
      expect(await store.findBoard(other)).toBeNull();
      expect(await failure(store.loadDocument(other))).toBe('gone');
      expect(await failure(store.appendUpdates(other, [row(1)]))).toBe('gone');
      expect(await failure(store.renameBoard(other, 'x'))).toBe('gone');
      expect(await failure(store.putParticipant(other, participant, []))).toBe('gone');
      expect(await failure(store.foldLog(other, fold(1, 1)))).toBe('gone');
      await store.deleteBoard(other);
    });

    it('[R60] gives the snapshot before, and all rows since it, when the newest is damaged', async () => {
      await store.appendUpdates(id, [row(1), row(2)]);
      await store.foldLog(id, fold(2, 7));
      await store.appendUpdates(id, [row(3)]);
      await store.foldLog(id, fold(3, 8));
      await store.appendUpdates(id, [row(4)]);
      await tested.damage(id, 'newest');
      const wanted = { snapshot: bytes(7), updates: [3, 4], damage: { snapshot: true, rows: [], missing: 0 } };
      expect(plain(await store.loadDocument(id))).toMatchObject({ ...wanted, seq: 4 });
      expect(plain(await store.loadDocument(id))).toMatchObject(wanted);
      await store.foldLog(id, fold(4, 9));
      expect(plain(await store.loadDocument(id))).toMatchObject({ snapshot: bytes(9), updates: [], damage: whole });
      await tested.damage(id, 'newest');
      expect(plain(await store.loadDocument(id))).toMatchObject({ snapshot: bytes(7), updates: [3, 4] });
    });

    it('[R60] says "damaged" when both snapshots are, and leaves them as they are', async () => {
      await tested.damage(id, 'newest');
      expect(plain(await store.loadDocument(id))).toMatchObject({ snapshot: bytes(9, 9) });
      await tested.damage(id, 'earlier');
      expect(await failure(store.loadDocument(id))).toBe('damaged');
      expect(await failure(store.loadDocument(id))).toBe('damaged');
    });

    it('[R61] keeps a damaged row aside and gives the others; after a fold it is no damage any more', async () => {
      await store.appendUpdates(id, [row(1), row(2), row(3)]);
      await tested.damage(id, 2);
      const found = plain(await store.loadDocument(id));
      expect(found).toMatchObject({ updates: [1, 3], damage: { snapshot: false, rows: [2], missing: 0 }, seq: 3 });
      await store.foldLog(id, fold(3, 7));
      expect(plain(await store.loadDocument(id))).toMatchObject({ updates: [], damage: whole, seq: 3 });
      await tested.damage(id, 'newest');
      const before = { updates: [1, 3], damage: { snapshot: true, rows: [], missing: 0 } };
      expect(plain(await store.loadDocument(id))).toMatchObject(before);
    });

    it('[R62] gives rows that waited for others again at each load', async () => {
      await store.appendUpdates(id, [row(1), row(2)]);
      await store.foldLog(id, { ...fold(2, 7), waiting: [2] });
      await store.foldLog(id, { ...fold(2, 7), waiting: [2] });
      await store.foldLog(id, fold(2, 8));
      expect(plain(await store.loadDocument(id))).toMatchObject({ updates: [], waiting: [2], damage: whole });
    });

    it('[R60] a fold that comes after a newer one changes nothing', async () => {
      await store.appendUpdates(id, [row(1), row(2)]);
      await store.foldLog(id, fold(2, 8));
      await store.foldLog(id, fold(1, 7));
      expect(plain(await store.loadDocument(id))).toMatchObject({ snapshot: bytes(8), updates: [] });
    });

    it('does not make a board twice', async () => {
      await expect(store.createBoard(created())).rejects.toThrow(/already|UNIQUE/);
      expect((await store.loadDocument(id)).snapshot).toEqual(bytes(9, 9));
    });

    it('takes people out with their tokens, and lets another in by the same commit', async () => {
      const second = { ...participant, id: participantIdSchema.parse('p0000000000000000') };
      await store.putParticipant(id, participant, [token('t1')]);
      await store.changeAccess(id, { participants: [second], gone: [participant.id] });
      expect((await store.findBoard(id))?.participants).toEqual([second]);
      expect(await store.findToken(token('t1').hash)).toBeNull();
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
      expect(plain(await store.loadDocument(id)).updates).toEqual([1, 2, 3]);
    });

    it('takes appends of many boards at once', async () => {
      await store.createBoard(created(other));
      const boards = [id, other];
      await Promise.all(Array.from({ length: 40 }, (_, i) => store.appendUpdates(boards[i % 2] ?? id, [row(i)])));
      expect(plain(await store.loadDocument(id)).updates).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
      expect((await store.loadDocument(other)).seq).toBe(20);
    });

    it('stores what was valid when something beside it was not', async () => {
      const results = await Promise.all([
        store.appendUpdates(id, [row(1)]),
        failure(store.appendUpdates(other, [row(2)])),
        store.appendUpdates(id, [row(3)]),
      ]);
      expect(results).toEqual([1, 'gone', 2]);
      expect(plain(await store.loadDocument(id)).updates).toEqual([1, 3]);
    });

    it('folds the log up to a number and keeps what came after', async () => {
      await store.appendUpdates(id, [row(1), row(2), row(3)]);
      await store.foldLog(id, fold(2, 7));
      const credits = { owners: [], creators: [], doubted: [] };
      const wanted = { snapshot: bytes(7), updates: [3], waiting: [], seq: 3, credits, damage: whole };
      expect(plain(await store.loadDocument(id))).toEqual(wanted);
      expect(await store.appendUpdates(id, [row(4)])).toBe(4);
    });

    it('keeps who wrote what with the rows: the first owner of a client id, the latest creator of a record', async () => {
      const ben = participantIdSchema.parse('p0000000000000000');
      const ada = participant.id;
      const credits = (client: number, record: string, by = ada) => ({
        owners: [{ client, participant: by }],
        creators: [{ record, participant: by }],
      });
      await store.appendUpdates(id, [{ ...row(1), credits: credits(2 ** 32 - 1, 'shape:a') }, row(2)]);
      await store.appendUpdates(id, [{ ...row(3), credits: credits(2 ** 32 - 1, 'shape:a', ben) }]);
      await store.foldLog(id, fold(3, 7));
      const kept = {
        owners: [{ client: 2 ** 32 - 1, participant: ada }],
        creators: [{ record: 'shape:a', participant: ben }],
        doubted: [],
      };
      expect((await store.loadDocument(id)).credits).toEqual(kept);
      await store.deleteBoard(id);
      await store.createBoard(created());
      expect((await store.loadDocument(id)).credits).toEqual({ owners: [], creators: [], doubted: [] });
    });

    it('keeps from which clock on others brought what stands under a client id, until its owner was heard', async () => {
      const doubted = (...clocks: { client: number; from: number | null }[]) => ({
        credits: { owners: [], creators: [], doubted: clocks },
      });
      await store.appendUpdates(id, [{ ...row(1), ...doubted({ client: 1, from: 5 }, { client: 2, from: 0 }) }]);
      await store.appendUpdates(id, [{ ...row(2), ...doubted({ client: 1, from: 9 }, { client: 2, from: null }) }]);
      await store.foldLog(id, fold(2, 7));
      expect((await store.loadDocument(id)).credits.doubted).toEqual([{ client: 1, from: 9 }]);
      await store.deleteBoard(id);
      await store.createBoard(created());
      expect((await store.loadDocument(id)).credits.doubted).toEqual([]);
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
      expect(plain(await store.loadDocument(other)).updates).toEqual([5]);
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

    historyContract(() => tested);
    sessionContract(() => tested);
    votingContract(() => tested);
    draftContract(() => tested);
    harvestContract(() => tested);
    it('says "gone" of access to a board that it does not have, and knows no code that is not open', async () => {
      expect(await failure(store.changeAccess(other, { access: openAccess }))).toBe('gone');
      expect(await store.findShortCode('c1')).toBeNull();
    });

    it('changes links, settings, people and tokens in one commit, and leaves the rest', async () => {
      await store.putParticipant(id, participant, [token('t1')]);
      const access: AccessRow = {
        paused: true,
        newcomers: 'wait',
        passcode: { hash: 'aa', salt: 'bb' },
        recoveryHash: 'cc',
        shortCode: { hash: 'c1', until: 9 },
      };
      const off = { role: 'edit', hash: 'new', epoch: 2, sealed: null, off: true } as const;
      const banned: ParticipantRow = { ...participant, role: 'view', standing: 'banned', leading: 'refused', epoch: 4 };
      await store.changeAccess(id, { links: [off], access, participants: [banned], tokens: [token('t2')] });
      const stored = await store.findBoard(id);
      expect(stored?.access).toEqual(access);
      expect(stored?.links.find(({ role }) => role === 'edit')).toEqual(off);
      expect(stored?.links).toHaveLength(3);
      expect(stored?.participants).toEqual([banned]);
      expect([await store.findToken('t1'), await store.findToken('t2')]).toEqual([token('t1'), token('t2')]);
      await store.changeAccess(id, { participants: [{ ...banned, codeEpoch: 3 }] });
      expect((await store.findBoard(id))?.access).toEqual(access);
      expect((await store.findBoard(id))?.participants).toEqual([{ ...banned, codeEpoch: 3 }]);
    });

    it('finds the board of a short code until another takes its place or the board goes', async () => {
      await store.createBoard(created(other));
      const withCode = (hash: string): AccessRow => ({ ...openAccess, shortCode: { hash, until: 9 } });
      await store.changeAccess(id, { access: withCode('c1') });
      await store.changeAccess(other, { access: withCode('c2') });
      expect([await store.findShortCode('c1'), await store.findShortCode('c2')]).toEqual([id, other]);
      await store.changeAccess(id, { access: withCode('c3') });
      await store.deleteBoard(other);
      expect([await store.findShortCode('c1'), await store.findShortCode('c2')]).toEqual([null, null]);
      expect(await store.findShortCode('c3')).toBe(id);
    });

    it('lets the tokens of one facilitator go on under the new epoch, and no others', async () => {
      const second = { ...participant, id: participantIdSchema.parse('p0000000000000000') };
      const leading = (hash: string, more: Partial<TokenRow> = {}) =>
        ({ ...token(hash), role: 'facilitate', ...more }) as const;
      await store.putParticipant(id, participant, [leading('mine'), leading('old', { epoch: 0 }), token('edit')]);
      await store.putParticipant(id, second, [leading('theirs', { participant: second.id })]);
      await store.changeAccess(id, { goesOn: { participant: participant.id, epoch: 2 } });
      const epochs = await Promise.all(['mine', 'old', 'edit', 'theirs'].map((hash) => store.findToken(hash)));
      expect(epochs.map((found) => found?.epoch)).toEqual([2, 0, 1, 1]);
    });

    it('renames', async () => {
      await store.renameBoard(id, 'Another');
      expect((await store.findBoard(id))?.board.title).toBe('Another');
    });

    it('can be written, says the probe', async () => expect(await store.probe()).toBeUndefined());
  });
}
