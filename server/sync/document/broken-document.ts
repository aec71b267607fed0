// A document that an update broke in memory: what was let pass before is stored first, and what was in the same batch is tried again, one
// by one, in the document that is loaded in its place.
import type { BoardDocument } from './board-document.ts';
import type { PassedUpdate } from './gathered-updates.ts';

export class BrokenDocument<Source extends object> {
  #document: BoardDocument<Source> | null = null;
  /** Let pass, to be applied when the document is there again. */
  #again: readonly PassedUpdate<Source>[] = [];

  keep(document: BoardDocument<Source> | null): void {
    this.#document = document;
  }

  tryAgain(batch: readonly PassedUpdate<Source>[]): void {
    this.#again = batch;
  }

  /** Resolves when nothing of it waits for the store any more. */
  async allStored(): Promise<void> {
    await this.#document?.allStored();
  }

  /** What others wrote before is stored first: the document is loaded with it. */
  async retire(): Promise<void> {
    await this.allStored();
    this.stop();
    this.#document = null;
  }

  /** One that breaks the document is not tried a second time; those behind it wait for the next. */
  applyAgain(document: BoardDocument<Source>, isOpen: () => boolean): void {
    for (let one = this.#again[0]; one && isOpen(); one = this.#again[0]) {
      this.#again = this.#again.slice(1);
      document.apply(one);
    }
  }

  stop(): void {
    this.#document?.stop();
  }
}
