// What this device knows of boards: the way back to each, the name last used, a small picture. Nothing else is kept here;
// the copies of the boards themselves are in sync/copy-database.ts.
// Storage may be forbidden, full or damaged: then the list is shorter or lives in memory, and no page fails.
import { z } from 'zod';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { readDeviceBoard, strongestRole, type DeviceBoard } from './device-board.ts';

/** The part of window.localStorage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keys = { boards: 'commonboard.boards.v1', name: 'commonboard.name', picture: 'commonboard.picture.' };
const boardsMax = 60;
export const thumbnailCharsMax = 60_000;

export interface DeviceBoards {
  /** Last opened first. */
  list(): readonly DeviceBoard[];
  get(id: BoardId): DeviceBoard | undefined;
  /** Adds a board or renews what is known of it. */
  remember(board: DeviceBoard): void;
  rename(id: BoardId, title: string): void;
  /** Its person has been asked where they come from. */
  sectorAsked(id: BoardId): void;
  forget(id: BoardId): void;
  thumbnail(id: BoardId): string | null;
  setThumbnail(id: BoardId, dataUrl: string): void;
  lastName(): string;
  setLastName(name: string): void;
  /** Calls back after each change, of other tabs too. Returns its stop. */
  onChange(listener: () => void): () => void;
}

/** `onDropped`: a board has left the list, whether it was forgotten or there was no more room for it. */
export function makeDeviceBoards(
  shelf: Shelf,
  onDropped: (board: DeviceBoard) => void = () => undefined,
): DeviceBoards {
  const listeners = new Set<() => void>();
  // One and the same array as long as what is stored is the same text: React compares it.
  let read: { text: string | null; boards: readonly DeviceBoard[] } = { text: null, boards: [] };

  function list(): readonly DeviceBoard[] {
    const text = getText(shelf, keys.boards);
    if (text !== read.text) read = { text, boards: parseBoards(text) };
    return read.boards;
  }
  function get(id: BoardId): DeviceBoard | undefined {
    return list().find((board) => board.id === id);
  }
  function write(boards: readonly DeviceBoard[]): void {
    const kept = bounded(boards.toSorted((a, b) => b.lastOpened - a.lastOpened));
    for (const board of list()) {
      if (kept.some(({ id }) => id === board.id)) continue;
      dropText(shelf, keys.picture + board.id);
      onDropped(board);
    }
    const text = JSON.stringify(kept);
    // Pictures are the first to go when storage is full: the way back to a board is worth more.
    if (!putText(shelf, keys.boards, text)) {
      for (const board of kept.toReversed()) {
        dropText(shelf, keys.picture + board.id);
        if (putText(shelf, keys.boards, text)) break;
      }
    }
    for (const listener of listeners) listener();
  }
  return {
    list,
    get,
    remember: (board) => write([board, ...list().filter(({ id }) => id !== board.id)]),
    rename: (id, title) => {
      if (get(id)?.title !== title) write(list().map((board) => (board.id === id ? { ...board, title } : board)));
    },
    sectorAsked: (id) => write(list().map((board) => (board.id === id ? { ...board, sectorAsked: true } : board))),
    forget: (id) => {
      write(list().filter((board) => board.id !== id));
      // The name is kept for coming back; with no board left there is nothing to come back to.
      if (list().length === 0) dropText(shelf, keys.name);
    },
    thumbnail: (id) => pictureOrNull(getText(shelf, keys.picture + id)),
    setThumbnail: (id, dataUrl) => {
      if (!get(id) || pictureOrNull(dataUrl) === null) return;
      if (!putText(shelf, keys.picture + id, dataUrl)) dropText(shelf, keys.picture + id);
      for (const listener of listeners) listener();
    },
    lastName: () => getText(shelf, keys.name) ?? '',
    setLastName: (name) => void putText(shelf, keys.name, name),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parseBoards(text: string | null): readonly DeviceBoard[] {
  if (text === null) return [];
  try {
    const entries = z.array(z.unknown()).parse(JSON.parse(text));
    const read = entries.flatMap((entry) => readDeviceBoard(entry) ?? []);
    return bounded(read.toSorted((a, b) => b.lastOpened - a.lastOpened));
  } catch {
    // Damaged, or written by something else: start empty.
    return [];
  }
}

/** The longest unopened go first; a board this device facilitates goes last, as its key may be the only copy. */
function bounded(boards: readonly DeviceBoard[]): readonly DeviceBoard[] {
  if (boards.length <= boardsMax) return boards;
  const isLed = (board: DeviceBoard): boolean => strongestRole(board) === 'facilitate';
  const order = [...boards.filter(isLed), ...boards.filter((board) => !isLed(board))];
  // The newest always stays, whatever its role.
  const kept = new Set([...new Set([boards[0], ...order])].slice(0, boardsMax));
  return boards.filter((board) => kept.has(board));
}

function pictureOrNull(text: string | null): string | null {
  const isPicture =
    text !== null && text.length <= thumbnailCharsMax && /^data:image\/(png|jpeg|webp);base64,/.test(text);
  return isPicture ? text : null;
}

// The three below swallow errors on purpose: storage that is forbidden or full must never stop a person from working.
function getText(shelf: Shelf, key: string): string | null {
  try {
    return shelf.getItem(key);
  } catch {
    return null;
  }
}

function putText(shelf: Shelf, key: string, text: string): boolean {
  try {
    shelf.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function dropText(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(key);
  } catch {
    // Nothing to free.
  }
}
