// Whose a board's client ids are, and who made which record: what the server has seen itself, not what a document says. Kept
// beside the log, in the commit of the update that it was learnt from. Rules R42, R47 and
// R101.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Credits } from '../../storage/board-store.ts';

export class Authors {
  readonly #owners = new Map<number, ParticipantId>();
  readonly #creators = new Map<string, ParticipantId>();
  /** Records that went and had no maker: what comes back without one is not made by who brings it back. */
  readonly #nobodys = new Set<string>();
  /** Client id -> from which clock on others brought what stands under it. */
  readonly #doubted = new Map<number, number>();
  readonly #brought = new Map<ParticipantId, number>();
  /** How many client ids each has. */
  readonly #counts = new Map<ParticipantId, number>();

  constructor(known: Credits = { owners: [], creators: [] }) {
    this.note(known);
  }

  /** Null: nobody has written under it yet, or before this was kept. */
  ownerOf(client: number): ParticipantId | null {
    return this.#owners.get(client) ?? null;
  }

  /** Client ids that a participant has written under. */
  clientsOf(participant: ParticipantId): number[] {
    return [...this.#owners].flatMap(([client, owner]) => (owner === participant ? [client] : []));
  }

  /** Null: made by the server, or before this was kept. */
  creatorOf(record: string): ParticipantId | null {
    return this.#creators.get(record) ?? null;
  }

  /** It went, and was nobody's. */
  wasNobodys(record: string): boolean {
    return this.#nobodys.has(record);
  }

  /** It was there before, somebody's or nobody's. */
  knows(record: string): boolean {
    return this.#creators.has(record) || this.wasNobodys(record);
  }

  noteGone(gone: Iterable<{ record: string }>): void {
    for (const { record } of gone) if (!this.#creators.has(record)) this.#nobodys.add(record);
  }

  /** Infinity: nothing under it was brought by others. */
  doubtedFrom(client: number): number {
    return this.#doubted.get(client) ?? Infinity;
  }

  /** What the participant may know better than the server: ids of their own, and of nobody that is known. */
  doubtsFor(participant: ParticipantId): { client: number; from: number }[] {
    return [...this.#doubted].flatMap(([client, from]) => {
      const owner = this.ownerOf(client);
      return owner === null || owner === participant ? [{ client, from }] : [];
    });
  }

  /** Under how many client ids the participant counts. */
  countOf(participant: ParticipantId): number {
    return this.#counts.get(participant) ?? 0;
  }

  /** How many that nobody knew the participant has brought since the board was opened. */
  broughtBy(participant: ParticipantId): number {
    return this.#brought.get(participant) ?? 0;
  }

  noteBrought(participant: ParticipantId, more: number): void {
    if (more > 0) this.#brought.set(participant, this.broughtBy(participant) + more);
  }

  /** Whose ids are known. */
  get size(): number {
    return this.#owners.size;
  }

  note({ owners, creators, doubted = [] }: Credits): void {
    for (const { client, participant } of owners) {
      if (this.#owners.has(client)) continue;
      this.#owners.set(client, participant);
      this.#counts.set(participant, (this.#counts.get(participant) ?? 0) + 1);
    }
    for (const { record, participant } of creators) this.#creators.set(record, participant);
    for (const { client, from } of doubted) {
      if (from === null) this.#doubted.delete(client);
      else this.#doubted.set(client, from);
    }
  }
}

export function saysNothing({ owners, creators, doubted = [] }: Credits): boolean {
  return owners.length + creators.length + doubted.length === 0;
}
