// What is decided on one server in a session or a vote, told to the others: they read it anew from the store, which has it
// already, and tell their own people. Rule R122.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { Bus } from '../scale-out/bus.ts';

export interface SessionNewsChannel {
  /** After the store has it. */
  tell(kind: 'session' | 'votes' | 'harvest', board: BoardId): void;
  stop(): void;
}

interface SessionNewsDeps {
  bus: Bus;
  log: Log;
  /** Reads it anew where it is in memory. */
  readAgain: (kind: 'session' | 'votes' | 'harvest', board: BoardId) => Promise<void>;
}

export function createSessionNews({ bus, log, readAgain }: SessionNewsDeps): SessionNewsChannel {
  const channel = bus.joinServers((event) => {
    if (event.kind === 'access') return;
    readAgain(event.kind, event.board).catch((error: unknown) =>
      log.warn('what another server has decided was not read', { board: boardTag(event.board), ...errorFields(error) }),
    );
  });
  return {
    tell: (kind, board) => channel.publish({ kind, board }),
    stop: () => channel.leave(),
  };
}
