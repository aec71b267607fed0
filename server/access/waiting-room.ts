// Those who wait to be let in hold places only while they ask, and not more of them than a board can spare: who fills the
// waiting room from one network keeps out nobody but newcomers from there. Networks are known in memory only. Rule R104.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ParticipantRow } from '../storage/board-store.ts';
import type { LiveBoard } from './live-boards.ts';

interface Asking {
  /** Null: from before the server was started. */
  network: string | null;
  at: number;
}

const asking = new WeakMap<LiveBoard, Map<ParticipantId, Asking>>();

/** They have come, or ask whether they may in. */
export function noteAsking(live: LiveBoard, { id }: ParticipantRow, now: number, network?: string): void {
  const known = askingOf(live);
  known.set(id, { network: network ?? known.get(id)?.network ?? null, at: now });
}

/** Who goes so that the newcomer, not yet in the list, has a place; null: there is none. */
export function placeAmong(
  live: LiveBoard,
  newcomer: ParticipantRow,
  network: string,
  now: number,
): ParticipantRow[] | null {
  const known = askingOf(live);
  const waiting = live.participants.filter(isOutside);
  for (const id of known.keys()) if (!waiting.some((person) => person.id === id)) known.delete(id);
  const fromHere = waiting.filter(({ id }) => known.get(id)?.network === network);
  if (isOutside(newcomer) && fromHere.length >= limits.waitingPerNetworkMax) return leastRecent(fromHere);
  if (isOutside(newcomer) && waiting.length >= limits.waitingPerBoardMax) return leastRecent(waiting);
  return live.participants.length >= limits.participantsPerBoardMax ? leastRecent(waiting) : [];

  function leastRecent(people: readonly ParticipantRow[]): ParticipantRow[] | null {
    const seenAt = ({ id, joinedAt }: ParticipantRow): number => known.get(id)?.at ?? joinedAt;
    const silent = people.filter((person) => now - seenAt(person) >= limits.waitingSilentMs);
    if (silent.length === 0) return null;
    return [silent.reduce((least, one) => (seenAt(one) < seenAt(least) ? one : least))];
  }
}

function isOutside({ standing, leading }: ParticipantRow): boolean {
  return (standing === 'waiting' || standing === 'away') && leading !== 'yes';
}

function askingOf(live: LiveBoard): Map<ParticipantId, Asking> {
  let known = asking.get(live);
  if (!known) asking.set(live, (known = new Map<ParticipantId, Asking>()));
  return known;
}
