// Work of which each piece begins when the one before is done.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    // Whoever comes next does not fail with this one.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when all that has been asked for so far is done. Never rejects. */
  get done(): Promise<unknown> {
    return this.#last;
  }
}
