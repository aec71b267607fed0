// Groups on a running server: what it writes on boards for them, and who is in which while people come and go.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { createGroupWork, type GroupWork, type GroupWorkDeps } from './group-work.ts';
import { watchGroups, type GroupWatchDeps } from './group-watch.ts';

export interface BoardGroups extends GroupWork {
  /** Another step runs, or none: its groups are formed now. */
  stepped(board: BoardId): void;
}

export function openGroups(deps: GroupWorkDeps & GroupWatchDeps): BoardGroups {
  const work = createGroupWork(deps);
  const watch = watchGroups(deps);
  return {
    begin: (board, set) => work.begin(board, set),
    stepped: (board) => watch.look(board),
    stop() {
      watch.stop();
      work.stop();
    },
  };
}
