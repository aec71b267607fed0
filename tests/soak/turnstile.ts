// Lets everybody act, or holds them all back between two acts, so that a measurement finds the board at rest.

export class Turnstile {
  #closed: PromiseWithResolvers<void> | null = null;
  #acting = 0;
  #atRest: PromiseWithResolvers<void> | null = null;

  /** Runs the act as soon as the turnstile is open. */
  async pass(act: () => Promise<void>): Promise<void> {
    while (this.#closed) await this.#closed.promise;
    this.#acting++;
    try {
      await act();
    } finally {
      this.#acting--;
      if (this.#acting === 0) this.#atRest?.resolve();
    }
  }

  /** Resolves when nobody acts any more; nobody does until it is opened. */
  async close(): Promise<void> {
    this.#closed ??= Promise.withResolvers<void>();
    if (this.#acting === 0) return;
    this.#atRest = Promise.withResolvers<void>();
    await this.#atRest.promise;
    this.#atRest = null;
  }

  open(): void {
    this.#closed?.resolve();
    this.#closed = null;
  }
}
