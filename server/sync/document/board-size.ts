// Whether anything more fits on a board: parts and bytes of the whole document. Both are estimated from what comes and counted
// when that is too much, since what is replaced or deleted takes next to nothing. Rule R102.
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';

/** Parts are counted as often, in microseconds; bytes by writing all of the document. */
const countEveryMs = 1_000;
const weighEveryMs = 10_000;

export class BoardSize {
  readonly #doc: Y.Doc;
  readonly #now: () => number;
  #parts = 0;
  #countedAt = -Infinity;
  #bytes: number;
  #weighedAt = -Infinity;

  readonly #bytesMax: number;

  /** `bytes`: as it was stored. */
  constructor(doc: Y.Doc, bytes: number, now: () => number, bytesMax: number = limits.boardBytesMax) {
    this.#doc = doc;
    this.#bytes = bytes;
    this.#now = now;
    this.#bytesMax = bytesMax;
  }

  hasRoomFor(update: Pick<Uint8Array, 'length'>): boolean {
    const now = this.#now();
    const isSmall = update.length <= limits.updateAsSentBytesMax;
    if (!isSmall || now - this.#countedAt >= countEveryMs) this.#count(now);
    if (this.#bytes + update.length > this.#bytesMax && now - this.#weighedAt >= weighEveryMs) this.#weigh(now);
    return this.#parts <= limits.boardStructsMax && this.#bytes + update.length <= this.#bytesMax;
  }

  grew(update: Uint8Array): void {
    this.#bytes += update.length;
  }

  #count(now: number): void {
    this.#countedAt = now;
    this.#parts = 0;
    for (const parts of this.#doc.store.clients.values()) this.#parts += parts.length;
  }

  #weigh(now: number): void {
    this.#weighedAt = now;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
  }
}
