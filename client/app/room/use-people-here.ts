// Who is here, as the bar and the session show it: me first, then the others, each once in however many windows.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useMemo, useSyncExternalStore } from 'react';
import type { Person } from '../../board/person.ts';
import type { Peer } from '../../sync/peers.ts';
import type { BoardSession } from '../live/board-session.ts';

const doNothing = (): void => undefined;

export function usePeopleHere(session: BoardSession | null, joined: Joined): readonly Person[] {
  const read = useMemo(() => {
    const { participantId, name, color, role } = joined;
    const me: Person = { participantId, name, color, role, isMe: true, isFollowable: false };
    return keepingUnchanged(() => peopleHere(me, session?.connection.peers() ?? []));
  }, [session, joined]);
  return useSyncExternalStore(
    useMemo(() => (listener: () => void) => session?.connection.onPeers(listener) ?? doNothing, [session]),
    read,
  );
}

export function peopleHere(me: Person, peers: readonly Pick<Peer, 'user' | 'page' | 'hot'>[]): readonly Person[] {
  const others = new Map<string, Person>();
  for (const { user, page, hot } of peers) {
    const { participantId, name, color, role } = user;
    if (participantId === me.participantId) continue;
    const isFollowable = (hot !== null && page !== null) || (others.get(participantId)?.isFollowable ?? false);
    others.set(participantId, { participantId, name, color, role, isMe: false, isFollowable });
  }
  return [me, ...others.values()];
}

/** The same list for as long as it says the same: pointers move many times a second, and the whole room is drawn from it. */
function keepingUnchanged(read: () => readonly Person[]): () => readonly Person[] {
  let kept = read();
  let said = JSON.stringify(kept);
  return () => {
    const fresh = read();
    const says = JSON.stringify(fresh);
    if (says !== said) [kept, said] = [fresh, says];
    return kept;
  };
}
