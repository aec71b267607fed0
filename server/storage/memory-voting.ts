// Rounds and ballots of one board, in memory.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';
import type { StoredBallot, StoredRound } from './voting-store.ts';

export class MemoryVoting {
  readonly #rounds = new Map<RoundId, StoredRound>();
  readonly #ballots = new Map<RoundId, Map<ParticipantId, string>>();

  rounds(): StoredRound[] {
    return [...this.#rounds.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  put(round: StoredRound): boolean {
    const known = this.#rounds.get(round.id);
    if (known && known.revision >= round.revision) return false;
    this.#rounds.set(round.id, { ...round });
    if (!round.isOpen) this.#ballots.delete(round.id);
    return true;
  }

  remove(round: RoundId): void {
    this.#rounds.delete(round);
    this.#ballots.delete(round);
  }

  ballots(round: RoundId): StoredBallot[] {
    const ballots = [...(this.#ballots.get(round) ?? [])].map(([participant, ballot]) => ({ participant, ballot }));
    return ballots.sort((a, b) => (a.participant < b.participant ? -1 : 1));
  }

  putBallot(round: RoundId, { participant, ballot }: StoredBallot): boolean {
    if (this.#rounds.get(round)?.isOpen !== true) return false;
    const ballots = this.#ballots.get(round) ?? new Map<ParticipantId, string>();
    ballots.set(participant, ballot);
    this.#ballots.set(round, ballots);
    return true;
  }
}
