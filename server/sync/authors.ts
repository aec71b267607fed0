// Whose a board's client ids are, and who made which record: what the server has seen itself, not what a document says. Kept
// beside the log, in the commit of the update that it was learnt from. Rules R42 and R47.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ClientOwner, Credits, RecordCreator } from '../storage/board-store.ts';

export class Authors {
  readonly #owners = new Map<number, ParticipantId>();
  readonly #creators = new Map<string, ParticipantId>();
  /** How many client ids each has. */
  readonly #counts = new Map<ParticipantId, number>();

  constructor(owners: readonly ClientOwner[] = [], creators: readonly RecordCreator[] = []) {
    this.note({ owners, creators });
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

  /** Whether a participant may count under so many ids more. */
  hasRoomFor(participant: ParticipantId, more: number): boolean {
    const own = this.#counts.get(participant) ?? 0;
    return own + more <= limits.clientIdsPerParticipantMax && this.#owners.size + more <= limits.clientIdsPerBoardMax;
  }

  note({ owners, creators }: Credits): void {
    for (const { client, participant } of owners) {
      if (this.#owners.has(client)) continue;
      this.#owners.set(client, participant);
      this.#counts.set(participant, (this.#counts.get(participant) ?? 0) + 1);
    }
    for (const { record, participant } of creators) this.#creators.set(record, participant);
  }
}
