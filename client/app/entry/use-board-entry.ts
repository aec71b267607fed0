// Connects the board's page to the way in: asks once when the page opens, again on retry, and joins with a name.
import { useCallback, useEffect, useState } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { call } from '../../sync/api.ts';
import { after } from '../../sync/binding-clock.ts';
import { hasCopy } from '../../sync/copy-database.ts';
import type { BoardCopy } from '../device/board-copy.ts';
import {
  enterBoard,
  joinBoard,
  joinByCode,
  recoverBoard,
  type Entry,
  type EntryPorts,
  type Introduction,
} from './enter-board.ts';
import { pageVersion } from '../page-version.ts';
import type { GoneReason } from './plain-pages.tsx';
import { goToBoard, secretFor } from '../router.ts';
import { thisDevice } from '../device/this-device.ts';

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
  join: (key: string, introduction: Introduction) => Promise<void>;
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
    void enterBoard(ports, id, secretFor(id)).then(setState);
  }, [id]);
  const join = useCallback(
    async (key: string, introduction: Introduction) => setState(await joinBoard(ports, id, key, introduction)),
    [id],
  );
  const close = useCallback((reason: GoneReason, copy: BoardCopy | null) => {
    setState({ kind: 'closed', reason, copy });
  }, []);
  return { state, retry, join, close };
}

/** By a short code, to its board. Rejects with an ApiError. */
export async function enterByCode(code: string, introduction: Introduction): Promise<void> {
  goToBoard(await joinByCode(ports, code, introduction));
}

/** Opens the board with the link that its recovery code has made. Rejects with an ApiError. */
export async function recoverHere(id: BoardId, code: string): Promise<void> {
  await recoverBoard(ports, id, code);
  goToBoard(id, thisDevice.get(id)?.keys.facilitate);
}

function looking(again: boolean): EntryState {
  return { kind: 'looking', again };
}
