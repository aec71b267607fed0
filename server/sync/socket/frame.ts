// Reads one message of a socket. Ours and not y-protocols': its readers print an error and go on. Rules R5 to R8.
import * as decoding from 'lib0/decoding';
import { type CheckKind, decodeCheck } from '@commonboard/shared/protocol/check.ts';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';

export interface AwarenessEntry {
  clientId: number;
  clock: number;
  /** JSON; `null` as text means that the person has left. */
  state: string;
}

export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; entries: AwarenessEntry[] }
  | { kind: 'queryAwareness' }
  | { kind: 'presence'; body: Uint8Array }
  | { kind: 'check'; said: CheckKind };

/** Yjs client ids are 32 bits; a bigger number is no id. */
const clientIdMax = 0xffff_ffff;
const awarenessEntriesMax = 2_000;

/** Null for anything that is not exactly one message a client may send. */
export function parseFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readMessage(decoder);
    return frame && !decoding.hasContent(decoder) ? frame : null;
  } catch {
    // A truncated frame makes lib0 throw; the caller closes the socket with a reason.
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder);
    case messageTypes.awareness:
      return readAwareness(decoding.readVarUint8Array(decoder));
    case messageTypes.queryAwareness:
      return { kind: 'queryAwareness' };
    case messageTypes.presence:
      return { kind: 'presence', body: decoding.readTailAsUint8Array(decoder).slice() };
    case messageTypes.check: {
      const said = decodeCheck(decoder);
      return said && { kind: 'check', said };
    }
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const type = decoding.readVarUint(decoder);
  // Copied: the socket's buffer is reused, and the store's thread would clone all of it.
  const payload = decoding.readVarUint8Array(decoder).slice();
  switch (type) {
    case syncTypes.step1:
      return { kind: 'step1', stateVector: payload };
    case syncTypes.step2:
      return { kind: 'step2', update: payload };
    case syncTypes.update:
      return { kind: 'update', update: payload };
    default:
      return null;
  }
}

function readAwareness(payload: Uint8Array): Frame | null {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  if (count > awarenessEntriesMax) return null;
  const entries: AwarenessEntry[] = [];
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = decoding.readVarString(decoder);
    if (clientId > clientIdMax) return null;
    entries.push({ clientId, clock, state });
  }
  return decoding.hasContent(decoder) ? null : { kind: 'awareness', entries };
}
