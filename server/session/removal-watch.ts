// Who removes many things at once: their deletions of the last moments, until there are so many that facilitators are told. R119.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

interface Removals {
  /** The first of them, in milliseconds. */
  since: number;
  records: Set<string>;
}

/** People of one board who are looked at; the oldest is forgotten. */
const peopleMax = 100;

export class RemovalWatch {
  readonly #recent = new Map<ParticipantId, Removals>();

  /** What this person has removed of late, once it is many, and again with each further removal; else null. */
  note(participant: ParticipantId, records: Iterable<string>, now: number): string[] | null {
    const known = this.#recent.get(participant);
    const isLate = !known || now - known.since > limits.manyRemovedMs || now < known.since;
    const removals: Removals = isLate ? { since: now, records: new Set() } : known;
    for (const record of records) {
      if (removals.records.size >= limits.broughtBackMax) break;
      if (record.startsWith('shape:')) removals.records.add(record);
    }
    this.#recent.delete(participant);
    this.#recent.set(participant, removals);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > peopleMax && oldest !== undefined) this.#recent.delete(oldest);
    return removals.records.size >= limits.manyRemoved ? [...removals.records] : null;
  }
}
