// The bus of one process. With one set of rooms nobody else listens; tests put several sets on one bus.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Bus, BusEvent, ServersEvent } from './bus.ts';

interface Channel<Event> {
  publish(event: Event): void;
  leave(): void;
}

export function createLocalBus(): Bus {
  const boards = new Map<BoardId, Set<(event: BusEvent) => void>>();
  const servers = new Set<(event: ServersEvent) => void>();
  return {
    join(board, listener) {
      const listeners = boards.get(board) ?? new Set();
      boards.set(board, listeners);
      return channelOn(listeners, listener, () => {
        if (listeners.size === 0 && boards.get(board) === listeners) boards.delete(board);
      });
    },
    joinServers: (listener) => channelOn(servers, listener),
  };
}

function channelOn<Event>(
  listeners: Set<(event: Event) => void>,
  own: (event: Event) => void,
  left: () => void = () => undefined,
): Channel<Event> {
  listeners.add(own);
  return {
    publish(event) {
      for (const other of listeners) if (other !== own) other(event);
    },
    leave() {
      listeners.delete(own);
      left();
    },
  };
}
