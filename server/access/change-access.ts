// The one way in which it changes who gets in: in turn for each board, in memory at once, then stored, then told to
// everybody, whereby the sockets of those who are out are closed.
import type { AccessChange, BoardStore } from '../storage/board-store.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Caller } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { AccessNews } from './access-news.ts';
import { roleNow } from './grants.ts';
import { type LiveBoard, type LiveBoards, linkEpoch } from './live-boards.ts';
import { inTurn } from './turns.ts';

export interface Changing {
  store: BoardStore;
  boards: LiveBoards;
  rooms: Rooms;
  accessNews: AccessNews;
}

export interface Plan<T> {
  change: AccessChange;
  result: T;
}

/** `plan` looks at the board when its turn has come, and throws where it may not go on. */
export async function changeAccess<T>(
  changing: Changing,
  live: LiveBoard,
  plan: () => Plan<T> | Promise<Plan<T>>,
): Promise<T> {
  return inTurn(live, async () => {
    const { change, result } = await plan();
    await put(changing, live, change);
    return result;
  });
}

/** For a facilitator who, by then, may be none any more: another was faster. */
export function changeAs<T>(
  changing: Changing,
  { grant }: Caller,
  plan: (live: LiveBoard) => Plan<T> | Promise<Plan<T>>,
): Promise<T> {
  return changeAccess(changing, grant.board, () => {
    if (roleNow(grant) !== 'facilitate') throw new RequestRefused('revoked');
    return plan(grant.board);
  });
}

async function put(
  { store, boards, rooms, accessNews }: Changing,
  live: LiveBoard,
  change: AccessChange,
): Promise<void> {
  const takeBack = apply(live, change);
  try {
    await store.changeAccess(live.row.id, change);
  } catch (error) {
    takeBack();
    throw error;
  }
  // Where thousands of boards are in use, this one may have been read anew since the request found it.
  const current = await boards.find(live.row.id);
  if (current && current !== live) apply(current, change);
  live.revision++;
  rooms.accessChanged(live.row.id);
  accessNews.tell(live.row.id, live.goesOn);
}

/** Changes people themselves: sockets hold them. Returns what undoes it. */
function apply(live: LiveBoard, { links = [], access, participants = [], goesOn }: AccessChange): () => void {
  const { links: linksBefore, access: accessBefore, goesOn: goesOnBefore } = live;
  if (goesOn && goesOnBefore?.participant !== goesOn.participant) {
    live.goesOn = { participant: goesOn.participant, from: goesOn.epoch - 1 };
  } else if (!goesOn && links.some(({ role, epoch }) => role === 'facilitate' && epoch !== linkEpoch(live, role))) {
    live.goesOn = null;
  }
  live.links = linksBefore.map((link) => links.find(({ role }) => role === link.role) ?? link);
  live.access = access ?? accessBefore;
  const before = participants.flatMap((row) => {
    const person = live.participants.find(({ id }) => id === row.id);
    if (!person) return [];
    const was = { ...person };
    Object.assign(person, row);
    return [{ person, was }];
  });
  return () => {
    live.links = linksBefore;
    live.access = accessBefore;
    live.goesOn = goesOnBefore;
    for (const { person, was } of before) Object.assign(person, was);
  };
}
