// One short number for what a document holds, to find out whether two replicas that have heard the same updates also hold the
// same: a damaged copy on a disk, or a mistake of a library, would otherwise go on unseen for ever. The digest of a document
// is the sum of its records' digests, so that a change costs its record only. Not made against forgery.
import * as Y from 'yjs';
import type { Digest } from '../../protocol/check.ts';
import { limits } from '../../protocol/limits.ts';
import { ChangedRecords } from './changed-records.ts';
import { recordMaps, type RecordMap } from './layout.ts';

export function sameDigest(a: Digest, b: Digest): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Which updates a document has heard. */
export function digestOfVersion(doc: Y.Doc): Digest {
  let sum: Digest = [0, 0];
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
    sum = plus(sum, digestOfRecord(String(client), clock), 1);
  return sum;
}

/** The digest of a document that goes on changing, for the price of what changed since it was asked last. */
export class RunningDigest {
  readonly #maps: Y.Map<RecordMap>;
  readonly #changed: ChangedRecords;
  readonly #known = new Map<string, Digest>();
  #sum: Digest = [0, 0];

  constructor(doc: Y.Doc) {
    this.#maps = recordMaps(doc);
    this.#changed = new ChangedRecords(this.#maps);
  }

  /** Ids of all records, to be read again in pieces: what was damaged without a word is found by nothing else. */
  ids(): string[] {
    return [...this.#maps.keys()];
  }

  readAgain(ids: Iterable<string>): void {
    this.#changed.add(ids);
    this.value();
  }

  value(): Digest {
    for (const id of this.#changed.take()) {
      this.#sum = plus(this.#sum, this.#known.get(id) ?? [0, 0], -1);
      this.#known.delete(id);
      if (!this.#maps.has(id)) continue;
      const digest = digestOfRecord(id, this.#maps.get(id));
      this.#known.set(id, digest);
      this.#sum = plus(this.#sum, digest, 1);
    }
    return this.#sum;
  }

  stop(): void {
    this.#changed.stop();
  }
}

/** In whatever order. */
export function sumOfDigests(digests: readonly Digest[]): Digest {
  return digests.reduce<Digest>((sum, one) => plus(sum, one, 1), [0, 0]);
}

/** Whatever stands under the id, be it no record at all. */
export function digestOfRecord(id: string, value: unknown): Digest {
  const hash = new Fnv();
  hash.text(id);
  const open: unknown[] = [value];
  for (let left = limits.digestPartsMax; open.length > 0 && left > 0; left--)
    for (const part of hashed(open.pop(), hash)) open.push(part);
  return hash.digest();
}

/** Hashes what the value itself says and returns what is inside it, in an order that is the same in every replica. */
function hashed(value: unknown, hash: Fnv): unknown[] {
  if (value instanceof Y.XmlElement) {
    hash.text(`<${value.nodeName}`);
    return [value.getAttributes(), ...value.toArray()];
  }
  if (value instanceof Y.Text) return value.toDelta() as unknown[];
  if (value instanceof Y.Array || value instanceof Y.XmlFragment) return value.toArray() as unknown[];
  // A document in the document has ids of its own in each replica.
  if (value instanceof Y.Doc) return [value.guid];
  if (value instanceof Y.Map) return entriesOf([...value.keys()], (key) => value.get(key));
  if (value instanceof Uint8Array) {
    hash.bytes(value);
    return [];
  }
  if (Array.isArray(value)) {
    hash.text(`[${value.length}`);
    return value as unknown[];
  }
  if (typeof value === 'object' && value !== null)
    return entriesOf(Object.keys(value), (key) => (value as Record<string, unknown>)[key]);
  hash.text(`${typeof value} ${String(value)}`);
  return [];
}

function entriesOf(keys: string[], read: (key: string) => unknown): unknown[] {
  return keys.sort().flatMap((key) => [key, read(key)]);
}

function plus(a: Digest, b: Digest, sign: 1 | -1): Digest {
  return [(a[0] + sign * b[0]) >>> 0, (a[1] + sign * b[1]) >>> 0];
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits from two starts, and mixed, as near texts give near sums otherwise. */
class Fnv {
  #one = 0x811c9dc5;
  #two = 0x01000193;
  #left: number = limits.digestUnitsMax;

  /** What is longer than the limit is taken by its beginning and its length. */
  text(text: string): void {
    const units = Math.min(text.length, this.#left);
    for (let i = 0; i < units; i++) this.#add(text.charCodeAt(i));
    this.#end(units, text.length);
  }

  bytes(bytes: Uint8Array): void {
    const units = Math.min(bytes.length, this.#left);
    for (let i = 0; i < units; i++) this.#add(bytes[i] ?? 0);
    this.#end(units, bytes.length);
  }

  digest(): Digest {
    return [mixed(this.#one), mixed(this.#two)];
  }

  #end(units: number, length: number): void {
    this.#left -= units;
    this.#add(length);
  }

  #add(unit: number): void {
    this.#one = Math.imul(this.#one ^ unit, 0x01000193);
    this.#two = Math.imul(this.#two ^ unit, 0x01000197);
  }
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (half ^ (half >>> 15)) >>> 0;
}
