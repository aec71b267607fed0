// Asks the server each time the board comes online: what was said meanwhile was not heard.
import type { BoardConnection } from '../sync/board-connection.ts';

/** Returns its stop. */
export function askAtReturn(connection: BoardConnection, ask: () => Promise<void>): () => void {
  let wasOnline = false;
  const look = (): void => {
    const isOnline = connection.state().status === 'online';
    // Where no answer comes, what is known stays, and the next return asks again.
    if (isOnline && !wasOnline) ask().catch(() => undefined);
    wasOnline = isOnline;
  };
  look();
  return connection.onState(look);
}
