// Connects the board's page to the way in: asks once when the page opens, again on retry, and joins with a name.
import { useCallback, useEffect, useState } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { call } from '../sync/api.ts';
import { after } from '../sync/binding-clock.ts';
import { hasCopy } from '../sync/copy-database.ts';
import type { BoardCopy } from './board-copy.ts';
import { enterBoard, joinBoard, type Entry, type EntryPorts } from './enter-board.ts';
import { pageVersion } from './page-version.ts';
import type { GoneReason } from './plain-pages.tsx';
import { thisDevice } from './this-device.ts';

const ports: EntryPorts = {
  call,
  device: thisDevice,
  version: pageVersion,
  hasCopy,
  patience: () => new Promise((resolve) => void after(limits.joinPatienceMs, resolve)),
  now: Date.now,
};

type EntryState =
  | Entry
  | { kind: 'looking'; again: boolean }
  | { kind: 'closed'; reason: GoneReason; copy: BoardCopy | null };

export interface BoardEntry {
  state: EntryState;
  retry: () => void;
  /** Rejects with an ApiError: the page that asked for the name shows it. */
  join: (key: string, name: string) => Promise<void>;
  close: (reason: GoneReason, copy: BoardCopy | null) => void;
}

export function useBoardEntry(id: BoardId, secret: string | null): BoardEntry {
  const [state, setState] = useState<EntryState>(() => looking(thisDevice.get(id)?.resume !== undefined));
  useEffect(() => {
    let left = false;
    void enterBoard(ports, id, secret).then((entry) => left || setState(entry));
    return () => {
      left = true;
    };
  }, [id, secret]);

  const retry = useCallback(() => {
    setState(looking(true));
    void enterBoard(ports, id, secret).then(setState);
  }, [id, secret]);
  const join = useCallback(async (key: string, name: string) => setState(await joinBoard(ports, id, key, name)), [id]);
  const close = useCallback((reason: GoneReason, copy: BoardCopy | null) => {
    setState({ kind: 'closed', reason, copy });
  }, []);
  return { state, retry, join, close };
}

function looking(again: boolean): EntryState {
  return { kind: 'looking', again };
}
