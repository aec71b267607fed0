// Counts the update-carrying frames of one connection and says up to which one all are settled (message 64). Rule R18.

export class SettledFrames {
  #received = 0;
  #settled = 0;
  /** Settled before an earlier one. */
  readonly #early = new Set<number>();

  /** The number of the frame that has just come in; the first is 1. */
  next(): number {
    return ++this.#received;
  }

  /** The new count when it has grown, else null. */
  done(frame: number): number | null {
    this.#early.add(frame);
    const before = this.#settled;
    while (this.#early.delete(this.#settled + 1)) this.#settled++;
    return this.#settled > before ? this.#settled : null;
  }
}
