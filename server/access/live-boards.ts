// The live record of each board in use: its links, title and people. One object per board in this process, so that what
// changes in it (a link made anew, a deletion) is seen by every socket and request at its next message.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { AccessRow, BoardRow, BoardStore, LinkRow, ParticipantRow, StoredBoard } from '../storage/board-store.ts';

export interface LiveBoard {
  readonly row: BoardRow;
  links: readonly LinkRow[];
  access: AccessRow;
  /** The open short code in the clear, so that facilitators can show it again; it is stored as a hash only. */
  shortCode: string | null;
  /** The last short code was closed by the server: too many wrong ones were tried. */
  codeStopped: boolean;
  /** In the order in which they joined. */
  readonly participants: ParticipantRow[];
  /** The facilitator who made their own link anew: their tokens count from this epoch on, whatever the link's is now. */
  goesOn: { participant: ParticipantId; from: number } | null;
  deleted: boolean;
  /** Grows with each change of the title or of who may do what, also over a restart: it counts on from the clock. */
  revision: number;
  /** Sockets that hold this object; it leaves memory only when there are none. A request keeps what it has found. */
  holds: number;
}

export interface LiveBoards {
  /** Null when there is no such board. */
  find(board: BoardId): Promise<LiveBoard | null>;
  forget(board: BoardId): void;
  /** The one that is in memory, or on its way there; null for others. */
  inMemory(board: BoardId): Promise<LiveBoard | null> | null;
  /** Another server has changed it in the store. One that is not there any more is forgotten. */
  readAgain(live: LiveBoard): Promise<void>;
}

const boardsMax = 5_000;
/** Who has found a board works with it for a moment: it must not be read anew beside them. */
const heldMs = 60_000;

export function createLiveBoards(store: BoardStore, now: () => number, most: number = boardsMax): LiveBoards {
  // Promises, so that fifty people who join at once ask the store once.
  const boards = new Map<BoardId, Promise<LiveBoard | null>>();
  /** The one that was found last stands last. */
  const loaded = new Map<BoardId, { live: LiveBoard; foundAt: number }>();

  async function load(id: BoardId): Promise<LiveBoard | null> {
    try {
      const stored = await store.findBoard(id);
      // It may have been deleted meanwhile, and then it is not in memory either.
      if (!stored || !boards.has(id)) {
        boards.delete(id);
        return null;
      }
      const live: LiveBoard = {
        row: stored.board,
        links: stored.links,
        access: stored.access,
        shortCode: null,
        codeStopped: false,
        participants: stored.participants,
        goesOn: null,
        deleted: false,
        revision: now(),
        holds: 0,
      };
      loaded.set(id, { live, foundAt: now() });
      return live;
    } catch (error) {
      boards.delete(id);
      throw error;
    }
  }

  function makeRoom(): void {
    for (const [id, { live, foundAt }] of loaded) {
      if (loaded.size <= most || now() - foundAt < heldMs) return;
      if (live.holds > 0) continue;
      loaded.delete(id);
      boards.delete(id);
    }
  }

  function forget(id: BoardId): void {
    const here = loaded.get(id);
    if (here) here.live.deleted = true;
    loaded.delete(id);
    boards.delete(id);
  }

  return {
    find(id) {
      const known = boards.get(id);
      const here = loaded.get(id);
      if (here) {
        loaded.delete(id);
        loaded.set(id, { ...here, foundAt: now() });
      }
      if (known) return known;
      const loading = load(id);
      boards.set(id, loading);
      void loading.then(makeRoom, () => undefined);
      return loading;
    },
    forget,
    inMemory: (id) => boards.get(id) ?? null,
    async readAgain(live) {
      const stored = await store.findBoard(live.row.id);
      if (stored) takeOver(live, stored);
      else forget(live.row.id);
    },
  };
}

/** Changes people themselves: sockets hold them. */
function takeOver(live: LiveBoard, { board, links, access, participants }: StoredBoard): void {
  if (access.shortCode?.hash !== live.access.shortCode?.hash) live.shortCode = null;
  live.row.title = board.title;
  live.links = links;
  live.access = access;
  for (const stored of participants) {
    const person = live.participants.find(({ id }) => id === stored.id);
    if (person) Object.assign(person, stored);
    else live.participants.push(stored);
  }
  live.revision++;
}

/** The epoch of a role's link at this moment; null while it is switched off. */
export function linkEpoch(live: LiveBoard, role: Role): number | null {
  const link = live.links.find((one) => one.role === role);
  return !link || link.off ? null : link.epoch;
}
