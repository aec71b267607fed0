// One open board: connection, store and binding joined. No React; whoever opens it stops it.
import { createBoardBinding, type BoardBinding } from '@commonboard/shared/board/binding.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { assetUrlPrefix, type BoardId } from '@commonboard/shared/protocol/ids.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { BoardNews } from '@commonboard/shared/protocol/session-message.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Editor, TLStore } from 'tldraw';
import { createBoardMode, createBoardStore } from '../../canvas/board-store.ts';
import { showTextOfOthers } from '../../canvas/live-text.ts';
import { isReplayingHistory } from '../../canvas/replaying-history.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { showToast } from '../../ui/toast-list.ts';
import { after, nextFrame } from '../../sync/binding-clock.ts';
import { openConnection, type BoardConnection } from '../../sync/board-connection.ts';
import { startDivergenceCheck, type CheckOptions, type DivergenceCheck } from '../../sync/divergence-check.ts';
import type { OfflineCopy } from '../../sync/offline-copy.ts';
import { call, callForFile } from '../../sync/api.ts';
import { isPassing, isTooOld, noToken, openAccess, type BoardAccess } from '../board-access.ts';
import { copyBoard, type BoardCopy } from '../device/board-copy.ts';
import { drawPeople, sharePresence } from './board-people.ts';
import { openLiveSession, type LiveStores } from './live-session.ts';
import { pageVersion } from '../page-version.ts';
import { keepOwnCaret } from './text-carets.ts';
import { watchLeaving } from './watch-leaving.ts';

export interface BoardSession extends LiveStores {
  connection: BoardConnection;
  access: BoardAccess;
  store: TLStore;
  /** Joins the editor to the board. Returns its stop. */
  attachEditor(editor: Editor): () => void;
  /** The board as it is in this page, what is not sent included. Null where it cannot be read. */
  copy(title: string): BoardCopy | null;
  stop(): void;
}

/** Null where the document cannot be read. */
type CopyMaker = (title: string) => BoardCopy | null;

/** What has not come by then comes over the socket, with the rest. */
const wholeWaitMsMax = 15_000;
/** How long to wait for a server that gave no new token. */
const renewAgainMs = 5_000;

export interface SessionEvents {
  /** The server closed for good; a code of closeCodes, and its words. `copy` where this page has work that the server has not stored. */
  onClosed: (code: number, copy: CopyMaker | null, reason: string) => void;
  /** The server did not take a change; the sentence says why. `copy` still has it, where this person may change things. */
  onRefused: (sentence: string, copy: CopyMaker | null) => void;
  /** What the board is called, and who may do what there. */
  onNews: (news: BoardNews) => void;
  /** How many records of the board cannot be shown. */
  onHidden: (count: number) => void;
  /** This page held another board than the server: it must begin anew with the server's. Nothing of its own is lost. */
  onDiffers: () => void;
  /** It holds another board even so. */
  onPersists: (copy: CopyMaker | null) => void;
}

export interface SessionOptions {
  joined: Joined;
  /** The secret to come back with: a facilitator may make their own link anew. */
  key: () => string;
  /** The document as this device has it; closed with the session. */
  kept: OfflineCopy;
  /** The page shows the board to a room: it takes part in nothing, and comes back by this. */
  screen?: { join: () => Promise<Joined> };
  /** Begun because the document before held something else than the server. */
  isSecondTry: boolean;
}

export function openBoardSession(
  { joined, key, kept, isSecondTry, screen }: SessionOptions,
  events: SessionEvents,
): BoardSession {
  const { id: boardId, token, role } = joined;
  const access = openAccess(joined, { join: screen?.join ?? (() => joinAgain(joined, key())), now: Date.now });
  const mode = createBoardMode(mayEdit(role));
  const live = openLiveSession(joined, access, mode, socketOrigin());
  const store = createBoardStore({ boardId, mode, upload: uploadWith(access, boardId) });
  let binding: BoardBinding | null = null;
  let check: DivergenceCheck | null = null;
  const copy = (title: string): BoardCopy | null => {
    binding?.flush();
    const { unsaved, kept: onDevice } = connection.state();
    return copyBoard(connection.doc, title, onDevice === unsaved);
  };
  const close = (code: number, reason = ''): void => {
    binding?.flush();
    const hasUnsaved = mayEdit(role) && connection.state().unsaved > 0;
    // Who is shut out keeps nothing of the board but what is found nowhere else.
    if (!hasUnsaved && code !== closeCodes.tooOld) kept.remove();
    events.onClosed(code, hasUnsaved ? copy : null, reason);
  };
  const rejoining = makeRejoining(access, (fresh) => connection.goOnWith(fresh), close);
  const connection = openConnection({
    server: socketOrigin(),
    boardId,
    token: token === noToken ? null : token,
    fetchWhole: () => fetchState(boardId, token),
    copy: kept,
    onClosed: (code, reason) => (code === closeCodes.badToken ? rejoining.start() : close(code, reason)),
    onNews: (news) => {
      live.setPaused(isPausedFor(news));
      events.onNews(news);
    },
    ...live.hears,
    onCheck: (answer) => check?.answered(answer),
    onRefused: (sentence) => {
      // What was not taken must not come back from this device.
      kept.empty();
      events.onRefused(sentence, mayEdit(role) ? copy : null);
    },
  });
  const stopLive = live.join(connection);
  if (token === noToken) rejoining.start();
  // The store is bound when the board is here: a binding never invents a page that the server's board already has.
  const bindWhenLoaded = (): void => {
    if (binding || !connection.state().loaded) return;
    binding = createBoardBinding({ doc: connection.doc, store, nextFrame, after, onHidden: events.onHidden });
    live.stores.drafts.join(binding, connection.doc);
    check = checkDivergence(connection, binding, {
      isSecondTry,
      onDiffers: () => {
        // A damaged copy must not come back from this device.
        kept.empty();
        events.onDiffers();
      },
      onPersists: () => events.onPersists(copy),
    });
  };
  bindWhenLoaded();
  const stopBinding = connection.onState(bindWhenLoaded);
  const stopPeople = screen ? () => undefined : drawPeople(connection, store);
  const stopWatching = watchLeaving({ flush: () => binding?.flush(), leave: () => connection.leave() });
  return {
    connection,
    access,
    store,
    attachEditor: (editor) => {
      const ownCaret = keepOwnCaret(connection.doc, editor);
      binding?.attachEditor({
        isReplaying: () => isReplayingHistory(editor),
        runMerge: (merge) => void editor.run(merge, { history: 'ignore', ignoreShapeLock: true }),
        editedId: () => editor.getEditingShapeId(),
        showText: (richText) => showTextOfOthers(editor, richText, ownCaret.now()),
      });
      const stops = [live.attachEditor(editor), () => ownCaret.stop()];
      if (!screen) stops.push(sharePresence(editor, connection));
      return () => stops.forEach((stop) => stop());
    },
    copy,
    ...live.stores,
    stop: () => {
      rejoining.stop();
      check?.stop();
      for (const stop of [stopLive, stopBinding, stopPeople, stopWatching]) stop();
      binding?.stop();
      connection.stop();
    },
  };
}

function isPausedFor({ paused, role }: BoardNews): boolean {
  return paused === true && role !== 'facilitate';
}

type CheckOutcomes = Pick<CheckOptions, 'isSecondTry' | 'onDiffers' | 'onPersists'>;

function checkDivergence(connection: BoardConnection, binding: BoardBinding, outcomes: CheckOutcomes): DivergenceCheck {
  const { doc } = connection;
  return startDivergenceCheck({
    doc,
    after,
    isQuiet: () => {
      const { status, unsaved } = connection.state();
      return status === 'online' && unsaved === 0 && doc.store.pendingStructs === null;
    },
    send: (kind) => connection.sendCheck(kind),
    resync: () => connection.resync(),
    recheckCanvas: (ids) => binding.recheck(ids),
    ...outcomes,
  });
}

/** Asks for a new token without a word, as long as the server cannot be reached; `onRefused` with a close code where it says no. */
function makeRejoining(access: BoardAccess, onToken: (token: string) => void, onRefused: (code: number) => void) {
  let isOver = false;
  let cancel = (): void => undefined;
  async function rejoin(): Promise<void> {
    try {
      const token = await access.renew();
      if (!isOver) onToken(token);
    } catch (error) {
      if (isOver) return;
      if (isPassing(error)) cancel = after(renewAgainMs, () => void rejoin());
      else onRefused(isTooOld(error) ? closeCodes.tooOld : closeCodes.badToken);
    }
  }
  return {
    start: () => void rejoin(),
    stop: () => {
      isOver = true;
      cancel();
    },
  };
}

function socketOrigin(): string {
  return window.location.origin.replace(/^http/, 'ws');
}

export function joinAgain({ id, name, resume }: Joined, key: string): Promise<Joined> {
  return call('joinBoard', { params: { id }, body: { key, name, resume, ...pageVersion() } });
}

async function fetchState(id: BoardId, token: string): Promise<Uint8Array> {
  const state = await callForFile('boardState', {
    params: { id },
    token,
    signal: AbortSignal.timeout(wholeWaitMsMax),
  });
  return new Uint8Array(await state.arrayBuffer());
}

function uploadWith({ withToken }: BoardAccess, id: BoardId) {
  return (file: File, signal?: AbortSignal) => withToken((token) => uploadPicture(id, token, file, signal));
}

async function uploadPicture(id: BoardId, token: string, file: File, signal?: AbortSignal): Promise<string> {
  try {
    const stored = await call('addAsset', { params: { id }, token, file, ...(signal && { signal }) });
    return assetUrlPrefix + stored.id;
  } catch (error) {
    // tldraw says only that it failed.
    showToast('trouble', errorText(error));
    throw error;
  }
}
