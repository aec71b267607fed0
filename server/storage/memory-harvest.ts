// What a group leaves with, in memory.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { HarvestFile, StoredHarvest } from './harvest-store.ts';

export class MemoryHarvest {
  readonly #named = new Set<ParticipantId>();
  #harvest: StoredHarvest | null = null;
  #files: readonly HarvestFile[] = [];

  find(): StoredHarvest | null {
    return this.#harvest;
  }

  put(harvest: StoredHarvest, files: readonly HarvestFile[] | null): boolean {
    if (this.#harvest && this.#harvest.revision >= harvest.revision) return false;
    this.#harvest = { ...harvest };
    if (files !== null) this.#files = files.map((file) => ({ ...file, bytes: file.bytes.slice() }));
    return true;
  }

  file(name: string): HarvestFile | null {
    return this.#files.find((file) => file.name === name) ?? null;
  }

  named(): ParticipantId[] {
    return [...this.#named].sort();
  }

  putNamed(participant: ParticipantId, isNamed: boolean): void {
    if (isNamed) this.#named.add(participant);
    else this.#named.delete(participant);
  }
}
