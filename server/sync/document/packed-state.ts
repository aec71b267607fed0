// A whole document as compressed bytes for those who open the board: made once for all who come within a moment, off the main
// thread. What has changed since they get over their socket. Rule R86.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
/** Three hundred people may come while others write. */
const freshMs = 2_000;
/** Each of them would get over their socket what is missing: more than this is worth a new one. */
const missingBytesMax = 128 * 1024;

export class PackedState {
  readonly #encode: () => Uint8Array;
  readonly #now: () => number;
  #packed: Promise<Uint8Array<ArrayBuffer>> | null = null;
  #packedAt = 0;
  #missingBytes = 0;

  /** `encode` gives one Yjs V1 update. */
  constructor(encode: () => Uint8Array, now: () => number) {
    this.#encode = encode;
    this.#now = now;
  }

  /** The document has changed by an update of so many bytes. */
  changed(bytes: number): void {
    this.#missingBytes += bytes;
  }

  /** gzip. Level 1: of a drawing ten times smaller in a millisecond or two. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const isOld = this.#missingBytes > 0 && this.#now() - this.#packedAt > freshMs;
    if (!this.#packed || isOld || this.#missingBytes > missingBytesMax) {
      this.#missingBytes = 0;
      this.#packedAt = this.#now();
      this.#packed = pack(this.#encode(), { level: 1 }).then((bytes) => new Uint8Array(bytes));
    }
    return this.#packed;
  }
}
