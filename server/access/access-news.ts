// What is decided on one server about who gets onto a board, told to the others: they read it anew from the store, which has
// it already. Rule R100.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { Bus } from '../scale-out/bus.ts';
import type { LiveBoard, LiveBoards } from './live-boards.ts';
import { inTurn } from './turns.ts';

export interface AccessNews {
  /** After the store has it. */
  tell(board: BoardId, goesOn: LiveBoard['goesOn']): void;
  stop(): void;
}

export interface AccessNewsDeps {
  bus: Bus;
  boards: LiveBoards;
  log: Log;
  /** A board is not what it was. */
  changed: (board: BoardId) => void;
}

export function createAccessNews({ bus, boards, log, changed }: AccessNewsDeps): AccessNews {
  const channel = bus.joinServers((event) => {
    if (event.kind === 'access') void hear(event.board, event.goesOn);
  });

  async function hear(board: BoardId, goesOn: LiveBoard['goesOn']): Promise<void> {
    try {
      const live = await boards.inMemory(board);
      if (!live) return;
      await inTurn(live, async () => {
        await boards.readAgain(live);
        live.goesOn = goesOn;
      });
      changed(board);
    } catch (error) {
      // Rather nobody gets in by what may not count any more: the next who asks reads it from the store.
      log.warn('what changed on another server was not read', { board: boardTag(board), ...errorFields(error) });
      boards.forget(board);
      changed(board);
    }
  }

  return {
    tell: (board, goesOn) => channel.publish({ kind: 'access', board, goesOn }),
    stop: () => channel.leave(),
  };
}
