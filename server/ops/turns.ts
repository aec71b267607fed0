// Work of which each piece begins when the one before is done.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** How many pieces are not done. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves when all that has been asked for so far is done. Never rejects. */
  get done(): Promise<unknown> {
    return this.#last;
  }

  async next<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const turn = this.#last.then(work);
    // Whoever comes next does not fail with this one.
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }
}

/** The turns of each by itself, such as of each board. Nothing is kept of one of which all is done. */
export class TurnsOfEach<Key> {
  readonly #turns = new Map<Key, Turns>();

  async next<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const turns = this.#turns.get(key) ?? new Turns();
    this.#turns.set(key, turns);
    try {
      return await turns.next(work);
    } finally {
      if (turns.waiting === 0) this.#turns.delete(key);
    }
  }
}
