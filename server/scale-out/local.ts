// The bus of one process. With one set of rooms nobody else listens; tests put several sets on one bus.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Bus, BusEvent } from './bus.ts';

type Listener = (event: BusEvent) => void;

export function createLocalBus(): Bus {
  const boards = new Map<BoardId, Set<Listener>>();
  return {
    join(board, listener) {
      const listeners = boards.get(board) ?? new Set<Listener>();
      boards.set(board, listeners.add(listener));
      return {
        publish(event) {
          for (const other of listeners) if (other !== listener) other(event);
        },
        leave() {
          listeners.delete(listener);
          if (listeners.size === 0 && boards.get(board) === listeners) boards.delete(board);
        },
      };
    },
  };
}
