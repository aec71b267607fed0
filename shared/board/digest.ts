// One short number for what a document holds, to find out whether two replicas that have heard the same updates also hold the
// same: a damaged copy on a disk, or a mistake of a library, would otherwise go on unseen for ever. The digest of a document
// is the sum of its records' digests, so that a change costs its record only. Not made against forgery.
import * as Y from 'yjs';
import { ChangedRecords } from './changed-records.ts';
import { recordMaps, type RecordMap } from './layout.ts';

/** Two unsigned 32-bit numbers. */
export type Digest = readonly [number, number];

export function sameDigest(a: Digest, b: Digest): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Which updates a document has heard. */
export function digestOfVersion(doc: Y.Doc): Digest {
  let sum: Digest = [0, 0];
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
    sum = plus(sum, digestOfText(`${client} ${clock}`), 1);
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
}

/** Whatever stands under the id, be it no record at all. */
function digestOfRecord(id: string, map: unknown): Digest {
  if (!(map instanceof Y.Map)) return digestOfText(`${id} ${JSON.stringify(map)}`);
  const parts = [...map.keys()].sort().map((key) => `${key}\u0000${written(map.get(key))}`);
  return digestOfText([id, ...parts].join('\u0001'));
}

function written(value: unknown): string {
  // Yjs keeps the order of an object's keys, so it is the same in every replica.
  return JSON.stringify(value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value) ?? '';
}

function plus(a: Digest, b: Digest, sign: 1 | -1): Digest {
  return [(a[0] + sign * b[0]) >>> 0, (a[1] + sign * b[1]) >>> 0];
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, 32 bits from two starts, and mixed, as near texts give near sums otherwise. */
function digestOfText(text: string): Digest {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x01000197);
  }
  return [mixed(one), mixed(two)];
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (half ^ (half >>> 15)) >>> 0;
}
