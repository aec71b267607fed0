// What people have asked for and is being made now, so that each can end their own.

export class RunningWork {
  readonly #running = new Map<string, Set<AbortController>>();

  /** `work` rejects with the signal's reason when it is ended. */
  async run<Made>(owner: string, work: (signal: AbortSignal) => Promise<Made>): Promise<Made> {
    const controller = new AbortController();
    const own = this.#running.get(owner) ?? new Set();
    this.#running.set(owner, own.add(controller));
    try {
      return await work(controller.signal);
    } finally {
      own.delete(controller);
      if (own.size === 0) this.#running.delete(owner);
    }
  }

  end(owner: string): void {
    for (const controller of this.#running.get(owner) ?? []) controller.abort();
  }
}
