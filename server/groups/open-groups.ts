// Groups on a running server: what it writes on boards for them, and who is in which while people come and go.
import { createGroupWork, type GroupWork, type GroupWorkDeps } from './group-work.ts';
import { watchGroups, type GroupWatchDeps } from './group-watch.ts';

export function openGroups(deps: GroupWorkDeps & GroupWatchDeps): GroupWork {
  const work = createGroupWork(deps);
  const stopWatching = watchGroups(deps);
  return {
    begin: (board, set) => work.begin(board, set),
    stop() {
      stopWatching();
      work.stop();
    },
  };
}
