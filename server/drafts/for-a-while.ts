// What is known for a while, by its name, and never stored.

export class ForAWhile<T> {
  readonly #known = new Map<string, { value: T; until: number }>();
  readonly #keptMs: number;
  readonly #ticks: () => number;

  /** `ticks`: milliseconds that only grow. */
  constructor(keptMs: number, ticks: () => number) {
    this.#keptMs = keptMs;
    this.#ticks = ticks;
  }

  get isEmpty(): boolean {
    this.#forget();
    return this.#known.size === 0;
  }

  find(name: string): T | null {
    this.#forget();
    return this.#known.get(name)?.value ?? null;
  }

  keep(entries: Iterable<readonly [name: string, value: T]>): void {
    this.#forget();
    const until = this.#ticks() + this.#keptMs;
    for (const [name, value] of entries) this.#known.set(name, { value, until });
    setTimeout(() => this.#forget(), this.#keptMs + 1).unref();
  }

  #forget(): void {
    const now = this.#ticks();
    for (const [name, { until }] of this.#known) if (until <= now) this.#known.delete(name);
  }
}
