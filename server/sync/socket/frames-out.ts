// Writes the y-websocket messages the server sends. Always one message per frame: clients read only the first.
import * as encoding from 'lib0/encoding';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';

export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSyncFrame('step1', stateVector);
}

export function encodeStep2(update: Uint8Array): Uint8Array {
  return encodeSyncFrame('step2', update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSyncFrame('update', update);
}

/** An awareness message from entries already encoded by `encodeAwarenessEntry`. Without any it is the keep-alive. */
export function encodeAwareness(entries: readonly Uint8Array[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const entry of entries) encoding.writeUint8Array(body, entry);
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageTypes.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

export function encodeAwarenessEntry(clientId: number, clock: number, state: string | null): Uint8Array {
  const entry = encoding.createEncoder();
  encoding.writeVarUint(entry, clientId);
  encoding.writeVarUint(entry, clock);
  encoding.writeVarString(entry, state ?? 'null');
  return encoding.toUint8Array(entry);
}
