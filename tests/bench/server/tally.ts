// Marks what is sent and counts what arrives: each edit carries a marker, so that a merged frame counts for all that is in it.

// Nothing that a document holds by chance.
const prefix = '@~~@';
const writerDigits = 3;
const sequenceDigits = 5;

export class Tally {
  sent = 0;
  /** By others than who sent it. */
  heard = 0;
  /** ms from sending to arriving, of the readers that are sampled. */
  readonly delays: number[] = [];
  readonly #sentAt = new Map<string, number>();
  readonly #counts = new Map<number, number>();

  /** Goes into the next edit of this writer. */
  mark(writer: number): string {
    const sequence = this.#counts.get(writer) ?? 0;
    this.#counts.set(writer, sequence + 1);
    this.sent++;
    const body = hex(writer, writerDigits) + hex(sequence, sequenceDigits);
    this.#sentAt.set(body, performance.now());
    return prefix + body;
  }

  /** `reader` is its number as a writer: echoes do not count. */
  hear(frame: Buffer, reader: number, isSampled: boolean): void {
    const own = hex(reader, writerDigits);
    for (let at = frame.indexOf(prefix); at >= 0; at = frame.indexOf(prefix, at + prefix.length)) {
      const from = at + prefix.length;
      if (frame.toString('latin1', from, from + writerDigits) === own) continue;
      this.heard++;
      if (!isSampled) continue;
      const sentAt = this.#sentAt.get(frame.toString('latin1', from, from + writerDigits + sequenceDigits));
      if (sentAt !== undefined) this.delays.push(performance.now() - sentAt);
    }
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
