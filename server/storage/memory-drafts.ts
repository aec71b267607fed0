// Drafts of one board, in memory.
import type { DraftErasure, DraftKey, StoredDraft } from './draft-store.ts';

export class MemoryDrafts {
  readonly #drafts = new Map<string, StoredDraft>();

  list(): StoredDraft[] {
    const keys = [...this.#drafts.keys()].sort();
    return keys.flatMap((key) => this.#drafts.get(key) ?? []);
  }

  find(key: DraftKey): Uint8Array | null {
    return this.#drafts.get(nameOf(key))?.state ?? null;
  }

  put(draft: StoredDraft): void {
    this.#drafts.set(nameOf(draft), { ...draft, state: draft.state.slice() });
  }

  erase(which: DraftErasure): void {
    const { round, participant } = which;
    for (const [key, draft] of this.#drafts) {
      const isMeant = participant === null || draft.participant === participant;
      if (draft.round === round && isMeant) this.#drafts.delete(key);
    }
    if (participant !== null && which.stays) this.put({ round, participant, state: which.stays });
  }
}

function nameOf({ round, participant }: DraftKey): string {
  return `${round} ${participant}`;
}
