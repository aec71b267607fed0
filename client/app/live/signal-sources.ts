// What people show beside the drawing at this moment, oneself included: for reactions that all see, and for who listens.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useValue, type Editor } from 'tldraw';
import { ownSignals } from '../../canvas/own-signals.ts';
import type { SignalSource } from '../../session/signals/signal-list.ts';
import type { BoardSession } from './board-session.ts';

export function useSignalSources({ connection }: BoardSession, editor: Editor | null, self: Joined): SignalSource[] {
  const peers = useSyncExternalStore(
    useMemo(() => (listener: () => void) => connection.onPeers(listener), [connection]),
    () => connection.peers(),
  );
  const own = useValue('own reaction', () => (editor ? (ownSignals(editor).reaction ?? null) : null), [editor]);
  return useMemo(
    () => [
      ...peers.map(({ clientId, user, hot }) => ({
        clientId,
        name: user.name,
        ...(hot?.reaction && { reaction: hot.reaction }),
        ...(hot?.chat !== undefined && { chat: hot.chat }),
      })),
      { clientId: connection.doc.clientID, name: self.name, ...(own && { reaction: own }) },
    ],
    [peers, own, connection, self],
  );
}
