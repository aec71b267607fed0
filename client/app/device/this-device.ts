// The list of this browser: localStorage where it is allowed, else memory until the page is closed.
import { useSyncExternalStore } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { removeCopies } from '../../sync/copy-database.ts';
import { deviceStorage, dropUnsentNotes } from '../../sync/unsent-notes.ts';
import type { DeviceBoard } from './device-board.ts';
import { makeDeviceBoards, type Shelf } from './device-boards.ts';

export const deviceShelf = openShelf();

export const thisDevice = makeDeviceBoards(deviceShelf, ({ id, participantId }) => {
  void removeCopies(id, participantId);
  dropUnsentNotes(deviceStorage(), id);
});

/** Asked once on each device, also where the answer was not to say. */
export function sectorAskedOn(id: BoardId): { wasAsked: boolean; onAsked: () => void } {
  return { wasAsked: thisDevice.get(id)?.sectorAsked === true, onAsked: () => thisDevice.sectorAsked(id) };
}

/** The boards of this device, last opened first; follows changes of other tabs. */
export function useDeviceBoards(): readonly DeviceBoard[] {
  return useSyncExternalStore(onAnyChange, currentBoards);
}

function currentBoards(): readonly DeviceBoard[] {
  return thisDevice.list();
}

function onAnyChange(listener: () => void): () => void {
  const stop = thisDevice.onChange(listener);
  window.addEventListener('storage', listener);
  return () => {
    stop();
    window.removeEventListener('storage', listener);
  };
}

function openShelf(): Shelf {
  try {
    const probe = 'commonboard.probe';
    window.localStorage.setItem(probe, '1');
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    // Full storage can still be read; a forbidden one throws on every touch and is replaced.
    return readableShelf() ?? memoryShelf();
  }
}

function readableShelf(): Shelf | null {
  try {
    return window.localStorage.length > 0 ? window.localStorage : null;
  } catch {
    return null;
  }
}

function memoryShelf(): Shelf {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
