// Message 0 of the y-websocket protocol: step 1 (a state vector), step 2 and update (Yjs updates, V1).
import * as encoding from 'lib0/encoding';
import { messageTypes, syncTypes } from './message-types.ts';

export function encodeSyncFrame(type: keyof typeof syncTypes, payload: Uint8Array): Uint8Array {
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageTypes.sync);
  encoding.writeVarUint(frame, syncTypes[type]);
  encoding.writeVarUint8Array(frame, payload);
  return encoding.toUint8Array(frame);
}
