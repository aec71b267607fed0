// Yrs, the other implementation of Yjs, as a person at a board: ywasm behind a socket and a sync loop of a few lines.
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, YDoc, type YMap } from 'ywasm';
import { messageTypes, subprotocols, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';

export class WasmPeer {
  readonly doc = new YDoc({});
  synced = false;
  readonly #url: string;
  readonly #protocols: string[];
  #socket: WebSocket | null = null;

  constructor(origin: string, board: string, token: string) {
    this.#url = `${origin.replace('http', 'ws')}/sync/${board}`;
    this.#protocols = [subprotocols.plain, `${subprotocols.authPrefix}${token}`];
  }

  get records(): YMap {
    return this.doc.getMap('rec');
  }

  /** All that anybody needs to have what this peer has. */
  state(): Uint8Array {
    return encodeStateAsUpdate(this.doc);
  }

  stateVector(): Uint8Array {
    return encodeStateVector(this.doc);
  }

  connect(): void {
    const socket = new WebSocket(this.#url, this.#protocols);
    this.#socket = socket;
    socket.on('open', () => socket.send(encodeSyncFrame('step1', encodeStateVector(this.doc))));
    socket.on('message', (data: Buffer) => this.#read(new Uint8Array(data), socket));
    socket.on('error', () => undefined);
  }

  disconnect(): void {
    this.synced = false;
    this.#socket?.terminate();
    this.#socket = null;
  }

  edit(change: (records: YMap) => void): void {
    const before = encodeStateVector(this.doc);
    change(this.records);
    const isOpen = this.#socket?.readyState === WebSocket.OPEN;
    if (isOpen) this.#socket?.send(encodeSyncFrame('update', encodeStateAsUpdate(this.doc, before)));
  }

  #read(frame: Uint8Array, socket: WebSocket): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageTypes.sync) return;
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (type === syncTypes.step1) {
      socket.send(encodeSyncFrame('step2', encodeStateAsUpdate(this.doc, payload)));
      return;
    }
    applyUpdate(this.doc, payload, 'server');
    if (type === syncTypes.step2) this.synced = true;
  }
}
