// Guessing short codes. A wrong one names no board, so it counts for its network, for the server, and against each code that
// is open: one that has been open for too many wrong ones is closed. Rule R81.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Rate } from '../ops/token-bucket.ts';
import { createTryLimit, minute } from './try-limits.ts';

export interface CodeTries {
  /** Null when this network must wait; else what is told how the try went. */
  take(network: string): { right(board: BoardId, hash: string): void; wrong(): void; undecided(): void } | null;
  /** Wrong ones count against this code from now on; from before on where it is known already. */
  watch(board: BoardId, hash: string): void;
}

export interface CodeTriesDeps {
  now: () => number;
  wrongMax: number;
  /** Too many wrong ones were tried while this code was open. */
  onGuessed: (board: BoardId, hash: string) => void;
}

/** A venue of three hundred behind one address mistypes; one address alone never uses up what all have together. */
const here: Rate = { burst: 120, perSecond: 30 * minute };
const anywhere: Rate = { burst: 600, perSecond: 1 };
/** While many networks guess, each has few tries, and none is shut out by the others. */
const hereWhileMany: Rate = { burst: 20, perSecond: 4 * minute };
const watchedMax = 10_000;

export function createCodeTries({ now, wrongMax, onGuessed }: CodeTriesDeps): CodeTries {
  const ofNetwork = createTryLimit([here], now);
  const ofServer = createTryLimit([anywhere], now);
  const ofNetworkWhileMany = createTryLimit([hereWhileMany], now);
  /** The one watched longest first, so that it is the first to have seen enough. */
  const watched = new Map<BoardId, { hash: string; since: number }>();
  let wrongOnes = 0;

  function watch(board: BoardId, hash: string): void {
    if (watched.get(board)?.hash === hash) return;
    watched.delete(board);
    watched.set(board, { hash, since: wrongOnes });
    const [oldest] = watched.keys();
    if (watched.size > watchedMax && oldest !== undefined) watched.delete(oldest);
  }

  function wrong(): void {
    wrongOnes++;
    for (const [board, { hash, since }] of watched) {
      if (wrongOnes - since < wrongMax) return;
      watched.delete(board);
      onGuessed(board, hash);
    }
  }

  return {
    watch,
    take(network) {
      const own = ofNetwork.take(network);
      const [ofAll, few] = [ofServer.take(''), ofNetworkWhileMany.take(network)];
      const undecided = (): void => {
        for (const giveBack of [own, ofAll, few]) giveBack?.();
      };
      if (own && (ofAll || few)) {
        const right = (board: BoardId, hash: string): void => {
          undecided();
          watch(board, hash);
        };
        return { right, wrong, undecided };
      }
      undecided();
      return null;
    },
  };
}
