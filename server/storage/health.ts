// Knows whether the store takes writes at this moment, by watching them; `/readyz` and new boards ask it.
import type { BoardStore } from './board-store.ts';
import { StoreError } from './board-store.ts';

export interface StoreHealth {
  /** False while any write that was tried has failed and none has got through since. */
  isWriting(): Promise<boolean>;
}

/** What one board could not append is settled only by an append for that board; anything else by any other write. */
const otherWrites = 'other';

export function watchHealth(store: BoardStore): { store: BoardStore; health: StoreHealth } {
  const failing = new Set<string>();

  async function watched<T>(what: string, write: () => Promise<T>): Promise<T> {
    try {
      const result = await write();
      failing.delete(what);
      return result;
    } catch (error) {
      if (error instanceof StoreError && error.failure === 'unavailable') failing.add(what);
      else failing.delete(what);
      throw error;
    }
  }

  const watchedStore: BoardStore = {
    createBoard: (created) => watched(otherWrites, () => store.createBoard(created)),
    findBoard: (board) => store.findBoard(board),
    findPlan: (board) => store.findPlan(board),
    listBoards: () => store.listBoards(),
    renameBoard: (board, title) => watched(otherWrites, () => store.renameBoard(board, title)),
    deleteBoard: async (board) => {
      await watched(otherWrites, () => store.deleteBoard(board));
      failing.delete(board);
    },
    putParticipant: (board, participant, tokens) =>
      watched(otherWrites, () => store.putParticipant(board, participant, tokens)),
    findToken: (hash) => store.findToken(hash),
    changeAccess: (board, change) => watched(otherWrites, () => store.changeAccess(board, change)),
    findShortCode: (hash) => store.findShortCode(hash),
    loadDocument: (board) => store.loadDocument(board),
    appendUpdates: (board, rows) => watched(board, () => store.appendUpdates(board, rows)),
    // A fold that fails loses nothing and is tried at the next idle time.
    foldLog: (board, fold) => store.foldLog(board, fold),
    // Versions are beside the log: one that is not kept now is kept at the next occasion, or whoever wished for it is told.
    listVersions: (board) => store.listVersions(board),
    addVersion: (board, version) => store.addVersion(board, version),
    findVersion: (board, version) => store.findVersion(board, version),
    nameVersion: (board, version, name) => store.nameVersion(board, version, name),
    removeVersions: (board, versions) => store.removeVersions(board, versions),
    findVersionPicture: (board, version) => store.findVersionPicture(board, version),
    putVersionPicture: (board, version, png) => store.putVersionPicture(board, version, png),
    logEnd: (board) => store.logEnd(board),
    listDeleted: (board) => store.listDeleted(board),
    forgetDeletedBefore: (at) => store.forgetDeletedBefore(at),
    findSession: (board) => store.findSession(board),
    putSession: (board, session) => watched(otherWrites, () => store.putSession(board, session)),
    listRounds: (board) => store.listRounds(board),
    putRound: (board, round) => watched(otherWrites, () => store.putRound(board, round)),
    removeRound: (board, round) => watched(otherWrites, () => store.removeRound(board, round)),
    listBallots: (board, round) => store.listBallots(board, round),
    putBallot: (board, round, ballot) => watched(otherWrites, () => store.putBallot(board, round, ballot)),
    listDrafts: (board) => store.listDrafts(board),
    findDraft: (board, key) => store.findDraft(board, key),
    putDraft: (board, draft) => watched(otherWrites, () => store.putDraft(board, draft)),
    eraseDrafts: (board, which) => watched(otherWrites, () => store.eraseDrafts(board, which)),
    findHarvest: (board) => store.findHarvest(board),
    putHarvest: (board, harvest, files) => watched(otherWrites, () => store.putHarvest(board, harvest, files)),
    findHarvestFile: (board, name) => store.findHarvestFile(board, name),
    listNamed: (board) => store.listNamed(board),
    putNamed: (board, participant, isNamed) => watched(otherWrites, () => store.putNamed(board, participant, isNamed)),
    probe: () => watched(otherWrites, () => store.probe()),
    close: () => store.close(),
  };

  return {
    store: watchedStore,
    health: {
      async isWriting() {
        if (failing.size === 0) return true;
        if (failing.size > 1 || !failing.has(otherWrites)) return false;
        // Nobody tries these again by themselves, so the question itself does.
        return watchedStore.probe().then(
          () => true,
          () => false,
        );
      },
    },
  };
}
