// One's own document of a private round and its connection: what this person's devices see, and nobody else. Kept by the server; the
// board's own connection knows nothing of it.
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { messageTypes, subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import { decodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import { decodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { decodeSettled } from '@commonboard/shared/protocol/settled.ts';
import type * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { frameWatchingSocket } from './frame-watching-socket.ts';
import { createSaveTracker } from './save-tracker.ts';

export interface DraftConnection {
  doc: Y.Doc;
  /** All that is in the document is on the server's disk. */
  isSaved(): boolean;
  /** Returns its stop. */
  onChange(listener: () => void): () => void;
  stop(): void;
}

export interface DraftConnectionOptions {
  /** `ws:` or `wss:` address of this server. */
  server: string;
  boardId: BoardId;
  /** Rejects where the server cannot be asked. */
  token: () => Promise<string>;
  /** The server did not take a note. */
  onRefused: (sentence: string) => void;
  /** Nothing is taken from this person here. */
  onTurnedAway: () => void;
}

const tokenAgainMs = 5_000;
const backoffMs = { least: 2_000, spread: 6_000 };

export function openDraftConnection({
  server,
  boardId,
  token,
  onRefused,
  onTurnedAway,
}: DraftConnectionOptions): DraftConnection {
  const doc = quietDoc();
  const tracker = createSaveTracker();
  const listeners = new Set<() => void>();
  let isStopped = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  // Registered before the provider's own handler: an update is counted before its frame is.
  doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin !== provider) tracker.madeUpdate();
    tell();
  });
  const provider = new WebsocketProvider(`${server}/sync/${boardId}`, 'draft', doc, {
    connect: false,
    WebSocketPolyfill: frameWatchingSocket((kind) => tracker.sentFrame(kind)),
    maxBackoffTime: backoffMs.least + Math.random() * backoffMs.spread,
    disableBc: true,
  });
  // Nobody is to be seen in it.
  provider.awareness.setLocalState(null);
  provider.on('status', ({ status }) => {
    if (status === 'connected') tracker.connected();
    if (status === 'disconnected') tracker.disconnected();
    tell();
  });
  provider.on('sync', tell);
  provider.on('closed', ({ code }) => {
    if (code === closeCodes.badToken) askAgain();
    if (code === closeCodes.gone && !isStopped) onTurnedAway();
  });
  provider.messageHandlers[messageTypes.settled] = (_encoder, decoder) => {
    tracker.settled(decodeSettled(decoder));
    tell();
  };
  provider.messageHandlers[messageTypes.refusal] = (_encoder, decoder) => onRefused(decodeRefusal(decoder).message);
  provider.messageHandlers[messageTypes.session] = (_encoder, decoder) => {
    // The board's own connection hears all of this too.
    decodeSessionMessage(decoder);
  };

  async function connect(): Promise<void> {
    try {
      const fresh = await token();
      if (isStopped) return;
      provider.protocols = [subprotocols.full, subprotocols.authPrefix + fresh];
      provider.connect();
    } catch {
      // The server cannot be asked just now; what is written waits in the document.
      askAgain();
    }
  }
  function askAgain(): void {
    if (isStopped) return;
    again = setTimeout(() => void connect(), tokenAgainMs);
  }
  void connect();

  return {
    doc,
    isSaved: () => provider.synced && tracker.unsaved() === 0,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      isStopped = true;
      clearTimeout(again);
      listeners.clear();
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}
