// A BoardStore whose reads and writes a test holds up, counts or makes fail.
import type { BoardStore } from '@commonboard/server/storage/board-store.ts';
import { StoreError } from '@commonboard/server/storage/board-store.ts';

export interface StoreControls {
  store: BoardStore;
  /** While true, each write rejects as on a full disk. */
  full: boolean;
  /** While set, appends wait for it. */
  appendsWaitFor: Promise<void> | null;
  loadsWaitFor: Promise<void> | null;
  draftsWaitFor: Promise<void> | null;
  /** While true, no document can be read. */
  tornPage: boolean;
  loads: number;
  appends: number;
}

export function controlledStore(inner: BoardStore): StoreControls {
  const check = (): void => {
    if (controls.full) throw new StoreError('unavailable', 'database or disk is full');
  };
  const controls: StoreControls = {
    full: false,
    appendsWaitFor: null,
    loadsWaitFor: null,
    draftsWaitFor: null,
    tornPage: false,
    loads: 0,
    appends: 0,
    store: {
      async createBoard(created) {
        check();
        await inner.createBoard(created);
      },
      findBoard: (board) => inner.findBoard(board),
      listBoards: () => inner.listBoards(),
      findPlan: (board) => inner.findPlan(board),
      async renameBoard(board, title) {
        check();
        await inner.renameBoard(board, title);
      },
      async deleteBoard(board) {
        await inner.deleteBoard(board);
      },
      async putParticipant(board, participant, tokens) {
        await inner.putParticipant(board, participant, tokens);
      },
      findToken: (hash) => inner.findToken(hash),
      async changeAccess(board, change) {
        check();
        await inner.changeAccess(board, change);
      },
      findShortCode: (hash) => inner.findShortCode(hash),
      async loadDocument(board) {
        controls.loads++;
        await controls.loadsWaitFor;
        if (controls.tornPage) throw new Error('torn page');
        return inner.loadDocument(board);
      },
      async appendUpdates(board, rows) {
        controls.appends++;
        await controls.appendsWaitFor;
        check();
        return inner.appendUpdates(board, rows);
      },
      foldLog: (board, fold) => inner.foldLog(board, fold),
      listVersions: (board) => inner.listVersions(board),
      async addVersion(board, version) {
        check();
        await inner.addVersion(board, version);
      },
      findVersion: (board, version) => inner.findVersion(board, version),
      nameVersion: (board, version, name) => inner.nameVersion(board, version, name),
      removeVersions: (board, versions) => inner.removeVersions(board, versions),
      findVersionPicture: (board, version) => inner.findVersionPicture(board, version),
      putVersionPicture: (board, version, png) => inner.putVersionPicture(board, version, png),
      logEnd: (board) => inner.logEnd(board),
      listDeleted: (board) => inner.listDeleted(board),
      forgetDeletedBefore: (at) => inner.forgetDeletedBefore(at),
      findSession: (board) => inner.findSession(board),
      async putSession(board, session) {
        check();
        return inner.putSession(board, session);
      },
      async listDrafts(board) {
        await controls.draftsWaitFor;
        return inner.listDrafts(board);
      },
      findDraft: (board, key) => inner.findDraft(board, key),
      async putDraft(board, draft) {
        check();
        await inner.putDraft(board, draft);
      },
      eraseDrafts: (board, which) => inner.eraseDrafts(board, which),
      findHarvest: (board) => inner.findHarvest(board),
      async putHarvest(board, harvest, files) {
        check();
        return inner.putHarvest(board, harvest, files);
      },
      findHarvestFile: (board, name) => inner.findHarvestFile(board, name),
      listNamed: (board) => inner.listNamed(board),
      async putNamed(board, participant, isNamed) {
        check();
        await inner.putNamed(board, participant, isNamed);
      },
      listRounds: (board) => inner.listRounds(board),
      async putRound(board, round) {
        check();
        return inner.putRound(board, round);
      },
      removeRound: (board, round) => inner.removeRound(board, round),
      listBallots: (board, round) => inner.listBallots(board, round),
      async putBallot(board, round, ballot) {
        check();
        return inner.putBallot(board, round, ballot);
      },
      async probe() {
        check();
      },
      close: () => inner.close(),
    },
  };
  return controls;
}

/** A promise and the function that fulfils it. */
export function gate(): { wait: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: resolve };
}
