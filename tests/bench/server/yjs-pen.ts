// Writes what one person's page would: Yjs updates of a shape of their own, each with a marker where the parent's id would stand.
import * as Y from 'yjs';
import { recordKeys, recordMaps, type RecordMap } from '@commonboard/shared/board/layout/layout.ts';

export class YjsPen {
  readonly doc = new Y.Doc();
  readonly #shape: RecordMap = new Y.Map();
  #last: Uint8Array = new Uint8Array();
  #x = 0;

  constructor(writer: number) {
    this.doc.on('update', (update: Uint8Array) => (this.#last = update));
    recordMaps(this.doc).set(`shape:w${writer}-${this.doc.clientID}`, this.#shape);
  }

  /** What makes the shape: sent once, before the others. */
  get first(): Uint8Array {
    return this.#last;
  }

  move(marker: string, padding: string | undefined): Uint8Array {
    this.#x = (this.#x + 1.25) % 4_000;
    const place = [`page:${marker}`, this.#x, 100 + this.#x / 2, 0];
    this.#shape.set(recordKeys.place, padding === undefined ? place : [...place, padding]);
    return this.#last;
  }
}
