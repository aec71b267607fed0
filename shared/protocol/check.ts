// Message 68, both ways: do we hold the same? Up it asks (or reports how an earlier difference ended); down it gives what the
// server holds, at its place among the updates, so that a client who has heard all before it can compare.
// Up:   68, varuint kind.   Down: 68, version (2 x uint32), content (2 x uint32).
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes } from './message-types.ts';

/** ask: the server answers. healed, persists: a difference was found, and is gone or is not. */
export const checkKinds = ['ask', 'healed', 'persists'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Two unsigned 32-bit numbers. */
export type Digest = readonly [number, number];

export interface CheckAnswer {
  /** Of which updates the server has heard. */
  version: Digest;
  /** Of what its records hold. */
  content: Digest;
}

export function encodeCheck(kind: CheckKind): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.check);
  encoding.writeVarUint(encoder, checkKinds.indexOf(kind));
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. Null for a kind that is not known. Throws on a truncated frame. */
export function decodeCheck(decoder: decoding.Decoder): CheckKind | null {
  return checkKinds[decoding.readVarUint(decoder)] ?? null;
}

export function encodeCheckAnswer({ version, content }: CheckAnswer): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.check);
  for (const number of [...version, ...content]) encoding.writeUint32(encoder, number);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. Throws on a truncated frame. */
export function decodeCheckAnswer(decoder: decoding.Decoder): CheckAnswer {
  const next = (): number => decoding.readUint32(decoder);
  return { version: [next(), next()], content: [next(), next()] };
}
