// Updates of one sending window, let pass one by one and applied together: Yjs pays for every transaction by the number of its
// client ids, and for every frame by merging it again. Rule R89.
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { LogRow } from '../../storage/board-store.ts';

/** Let pass, and on its way into the document and the log. */
export interface PassedUpdate<Source> {
  source: Source;
  row: LogRow;
  events: {
    /** It is durable. */
    stored(): void;
    /** Yjs threw in the middle of it. */
    broke(error: unknown): void;
  };
}

export class GatheredUpdates<Source> {
  #waiting: PassedUpdate<Source>[] = [];
  #bytes = 0;

  get isFull(): boolean {
    return this.#bytes > limits.gatheredBytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  holds(source: Source): boolean {
    return this.#waiting.some((one) => one.source === source);
  }

  add(one: PassedUpdate<Source>): void {
    this.#waiting.push(one);
    this.#bytes += one.row.update.length;
  }

  takeAll(): PassedUpdate<Source>[] {
    const all = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    return all;
  }
}

/** In one transaction. When Yjs throws, the document may be half changed. */
export function applyTogether(doc: Y.Doc, batch: readonly PassedUpdate<unknown>[]): void {
  const applyAll = (): void => {
    for (const { row, source } of batch) Y.applyUpdate(doc, row.update, source);
  };
  Y.transact(doc, applyAll, null, false);
}
