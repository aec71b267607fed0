// Message 64, server -> client: the first n update-carrying frames of this connection are settled - durable on disk, or
// refused by a message 66 sent before.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes } from './message-types.ts';

export function encodeSettled(frames: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.settled);
  encoding.writeVarUint(encoder, frames);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. Throws on a truncated frame. */
export function decodeSettled(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}
