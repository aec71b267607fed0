// Message 66, server -> client: one frame was not taken. The client keeps that work aside and resyncs.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes } from './message-types.ts';

const refusalCodes = [
  'view-only',
  'too-large',
  'unreadable',
  'not-allowed',
  'locked',
  'incomplete',
  'paused',
  'conflict',
  'full',
  'too-many-ids',
  'too-many-notes',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  /** 1 for the first update-carrying frame of the connection. */
  frame: number;
  code: RefusalCode;
  /** A sentence for the person. */
  message: string;
}

export function encodeRefusal(refusal: Refusal): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.refusal);
  encoding.writeVarUint(encoder, refusal.frame);
  encoding.writeVarString(encoder, refusal.code);
  encoding.writeVarString(encoder, refusal.message);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. A code from a newer server reads as `not-allowed`. Throws on a truncated frame. */
export function decodeRefusal(decoder: decoding.Decoder): Refusal {
  const frame = decoding.readVarUint(decoder);
  const code = decoding.readVarString(decoder);
  const message = decoding.readVarString(decoder);
  return { frame, code: refusalCodes.find((known) => known === code) ?? 'not-allowed', message };
}
