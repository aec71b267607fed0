// Who keeps a room in memory without a socket, and how long it stays when nobody does any more.

export class RoomUse {
  readonly #idleMs: number;
  readonly #idle: () => void;
  #holds = 0;
  #timer: NodeJS.Timeout | null = null;

  /** `idle`: it was left for so long. */
  constructor(idleMs: number, idle: () => void) {
    this.#idleMs = idleMs;
    this.#idle = idle;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  hold(): void {
    this.#holds++;
  }

  release(): void {
    this.#holds--;
  }

  /** Somebody needs it. */
  wake(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Nobody does; once is enough. */
  left(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#idle();
    }, this.#idleMs);
    this.#timer.unref();
  }
}
