// Looks an update over, byte by byte, before Yjs builds anything of it: what it claims to hold is there, and is bounded.
// Linear in the bytes, whatever they say. Rule R40.
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { BadBytes, UpdateBytes } from './update-bytes.ts';

export type Scan = 'ok' | BadBytes['code'];

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;
const contentBits = 0x1f;
const clientIdMax = 0xffff_ffff;
/** Yjs counts with 53 bits; nobody comes near this in a lifetime. */
const clockMax = 2 ** 31;
const structBytesMin = 2;
const recordId = /^[a-z][a-z_-]{0,23}:[^\p{C}]+$/u;
/** Array, Map, Text, XmlElement, XmlFragment, XmlText. A hook (5) is nobody's. */
const typesWithoutName: ReadonlySet<number> = new Set([0, 1, 2, 4, 6]);
const xmlElement = 3;

/** `tellsAll`: it answers step 1, and so may hold all that its client has. */
export function scanUpdate(update: Uint8Array, tellsAll = false): Scan {
  try {
    const bytes = new UpdateBytes(update, tellsAll ? limits.valuesPerStep2Max : limits.valuesPerUpdateMax);
    const structs = { left: tellsAll ? limits.structsPerStep2Max : limits.structsPerUpdateMax };
    eachClient(bytes, () => scanStructs(bytes, structs));
    const ranges = { left: tellsAll ? limits.deletedRangesPerStep2Max : limits.deletedRangesPerUpdateMax };
    eachClient(bytes, () => scanDeletions(bytes, ranges));
    return bytes.left === 0 ? 'ok' : 'unreadable';
  } catch (error) {
    if (error instanceof BadBytes) return error.code;
    throw error;
  }
}

/** Each client once: of two lists for one, Yjs would take the second and count on the first. */
function eachClient(bytes: UpdateBytes, scan: () => number): void {
  const count = bytes.count(3, limits.clientsPerFrameMax);
  const seen = new Set<number>();
  for (let i = 0; i < count; i++) seen.add(scan());
  if (seen.size < count) throw new BadBytes('unreadable');
}

function scanStructs(bytes: UpdateBytes, budget: { left: number }): number {
  const count = bytes.count(structBytesMin, budget.left);
  budget.left -= count;
  const client = readClient(bytes);
  let clock = bytes.varUint();
  for (let i = 0; i < count; i++) {
    const length = scanStruct(bytes);
    clock += length;
    if (length === 0 || clock > clockMax) throw new BadBytes('unreadable');
  }
  return client;
}

/** How many clocks it takes. */
function scanStruct(bytes: UpdateBytes): number {
  const info = bytes.byte();
  const content = info & contentBits;
  // Garbage and what is left out have nothing in front of their length.
  if (content === 0 || content === 10) {
    if (info !== content) throw new BadBytes('unreadable');
    return bytes.varUint();
  }
  if (info & hasOrigin) readId(bytes);
  if (info & hasRightOrigin) readId(bytes);
  if ((info & (hasOrigin | hasRightOrigin)) === 0) scanParent(bytes, (info & hasKey) !== 0);
  return scanContent(bytes, content);
}

function scanParent(bytes: UpdateBytes, keyed: boolean): void {
  const isRoot = bytes.varUint() === 1;
  const root = isRoot ? bytes.string(limits.keyBytesMax) : null;
  if (!isRoot) readId(bytes);
  if (root !== recordsRoot) {
    if (keyed) bytes.name();
    return;
  }
  if (!keyed || !isRecordId(bytes.string(4 * limits.idCharsMax))) throw new BadBytes('unreadable');
}

function isRecordId(id: string): boolean {
  return id.length <= limits.idCharsMax && recordId.test(id);
}

function scanContent(bytes: UpdateBytes, content: number): number {
  switch (content) {
    case 1:
      return bytes.varUint();
    case 3:
      bytes.skip(bytes.varUint());
      return 1;
    case 4:
      return bytes.text();
    case 5:
      bytes.json();
      return 1;
    case 6:
      bytes.name();
      bytes.json();
      return 1;
    case 7:
      scanType(bytes);
      return 1;
    case 8: {
      const count = bytes.valueCount();
      for (let i = 0; i < count; i++) bytes.any();
      return count;
    }
    default:
      // The JSON of old times (2), documents in documents (9), and numbers that mean nothing.
      throw new BadBytes('unreadable');
  }
}

function scanType(bytes: UpdateBytes): void {
  const type = bytes.varUint();
  if (type === xmlElement) bytes.name();
  else if (!typesWithoutName.has(type)) throw new BadBytes('unreadable');
}

/** Ranges in order, none over another: a range named again and again would be walked again and again. */
function scanDeletions(bytes: UpdateBytes, budget: { left: number }): number {
  const client = readClient(bytes);
  const count = bytes.count(2, budget.left);
  budget.left -= count;
  let end = 0;
  for (let i = 0; i < count; i++) {
    const clock = bytes.varUint();
    const length = bytes.varUint();
    if (clock < end || length === 0) throw new BadBytes('unreadable');
    end = clock + length;
    if (end > clockMax) throw new BadBytes('unreadable');
  }
  return client;
}

function readId(bytes: UpdateBytes): void {
  readClient(bytes);
  if (bytes.varUint() > clockMax) throw new BadBytes('unreadable');
}

function readClient(bytes: UpdateBytes): number {
  const client = bytes.varUint();
  if (client > clientIdMax) throw new BadBytes('unreadable');
  return client;
}
