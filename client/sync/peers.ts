// Who else is here, from what the server passes on: who they are and where (awareness), and their hot presence beside it.
import { coldPresenceSchema, type PresenceUser } from '@commonboard/shared/protocol/cold-presence.ts';
import type { HotPresence } from '@commonboard/shared/protocol/presence.ts';
import type { WebsocketProvider } from 'y-websocket';

type Awareness = WebsocketProvider['awareness'];

/** Another person here, or another page of the same person. */
export interface Peer {
  clientId: number;
  user: PresenceUser;
  page: string | null;
  selection: readonly string[];
  following: number | null;
  hot: HotPresence | null;
}

export interface Peers {
  list(): readonly Peer[];
  /** Returns its stop. */
  onChange(listener: () => void): () => void;
  heard(hot: readonly { clientId: number; hot: HotPresence }[]): void;
  /** The connection is gone, and with it what was heard. */
  forget(): void;
}

/** Ends with `awareness`. */
export function watchPeers(awareness: Awareness): Peers {
  const hotOf = new Map<number, HotPresence>();
  const listeners = new Set<() => void>();
  let peers: readonly Peer[] = [];
  const refresh = (): void => {
    peers = peersIn(awareness, hotOf);
    for (const listener of listeners) listener();
  };
  awareness.on('change', ({ removed }: { removed: readonly number[] }) => {
    // Each page that was ever opened has its own id: without this they would pile up for as long as this one is open.
    for (const clientId of removed) hotOf.delete(clientId);
    refresh();
  });
  return {
    list: () => peers,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: (news) => {
      for (const { clientId, hot } of news) hotOf.set(clientId, hot);
      refresh();
    },
    forget: () => {
      hotOf.clear();
      refresh();
    },
  };
}

function peersIn(awareness: Awareness, hotOf: ReadonlyMap<number, HotPresence>): Peer[] {
  const peers: Peer[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue;
    const parsed = coldPresenceSchema.safeParse(state);
    // What another program puts into its state is its own affair; without a stamped user it is nobody.
    if (!parsed.success) continue;
    const { user, page, selection, following } = parsed.data;
    peers.push({
      clientId,
      user,
      page: page ?? null,
      selection: selection ?? [],
      following: following ?? null,
      hot: hotOf.get(clientId) ?? null,
    });
  }
  return peers;
}
