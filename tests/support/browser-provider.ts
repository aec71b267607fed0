// y-websocket's own provider in Node, as an outside program would use it: beside the browser, on the same board.
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';

/** Call `destroy()` on it at the end. */
export function plainProvider(origin: string, boardId: string, token: string): WebsocketProvider {
  return new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, boardId, new Y.Doc(), {
    protocols: [subprotocols.plain, subprotocols.authPrefix + token],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
}
