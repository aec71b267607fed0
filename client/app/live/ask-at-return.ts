// Asks the server each time the board comes online: what was said meanwhile was not heard.
import type { BoardConnection } from '../../sync/board-connection.ts';

const againMs = [1_000, 3_000, 10_000, 30_000];

/** Where no answer comes it asks again, as long as the board is online. Returns its stop. */
export function askAtReturn(connection: BoardConnection, ask: () => Promise<void>): () => void {
  let wasOnline = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function askNow(tries: number): void {
    clearTimeout(timer);
    ask().catch(() => {
      if (wasOnline) timer = setTimeout(() => askNow(tries + 1), againMs[Math.min(tries, againMs.length - 1)]);
    });
  }

  const look = (): void => {
    const isOnline = connection.state().status === 'online';
    const isBack = isOnline && !wasOnline;
    wasOnline = isOnline;
    if (isBack) askNow(0);
    if (!isOnline) clearTimeout(timer);
  };
  look();
  const stop = connection.onState(look);
  return () => {
    wasOnline = false;
    clearTimeout(timer);
    stop();
  };
}
