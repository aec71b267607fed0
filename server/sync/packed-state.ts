// A whole document as compressed bytes for those who open the board: made once for all who come within a moment, off the main
// thread. What has changed since they get over their socket. Rule R86.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
/** Three hundred people may come while others write. */
const freshMs = 2_000;

export class PackedState {
  readonly #encode: () => Uint8Array;
  readonly #now: () => number;
  #packed: Promise<Uint8Array<ArrayBuffer>> | null = null;
  #packedAt = 0;
  #isOld = false;

  /** `encode` gives one Yjs V1 update. */
  constructor(encode: () => Uint8Array, now: () => number) {
    this.#encode = encode;
    this.#now = now;
  }

  /** The document has changed. */
  changed(): void {
    this.#isOld = true;
  }

  /** gzip. Level 1: of a drawing ten times smaller in a millisecond or two. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#packed || (this.#isOld && this.#now() - this.#packedAt > freshMs)) {
      this.#isOld = false;
      this.#packedAt = this.#now();
      this.#packed = pack(this.#encode(), { level: 1 }).then((bytes) => new Uint8Array(bytes));
    }
    return this.#packed;
  }
}
