// What had not reached the server when its round was over: on this device until its writer has said what is to become of it. No React.
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import type { ReadyNotes } from './drafts-store.ts';
import type { LateNotes, UnsentDrafts, UnsentNote } from './unsent-drafts.ts';

export interface KeptLate {
  add(round: Pick<PrivateRound, 'id' | 'isAnonymous'>, notes: readonly UnsentNote[]): void;
  /** Those that something can be done with now. `words`: what the notes on the board say; null while they are not known. */
  next(rounds: readonly PrivateRound[], words: (() => ReadonlySet<string>) | null): ReadyNotes | null;
  done(round: PrivateRoundId): void;
}

export function keepLateNotes(device: Pick<UnsentDrafts, 'readLate' | 'keepLate'>): KeptLate {
  let late: readonly LateNotes[] = device.readLate();

  function keep(next: readonly LateNotes[]): void {
    late = next;
    device.keepLate(next);
  }

  return {
    add({ id, isAnonymous }, notes) {
      if (notes.length > 0) keep([...late, { round: id, isAnonymous, notes: [...notes], isChecked: false }]);
    },
    next(rounds, words) {
      const stageOf = ({ round }: LateNotes) => rounds.find(({ id }) => id === round)?.stage ?? 'cancelled';
      const toCheck = late.filter((one) => !one.isChecked && stageOf(one) === 'revealed');
      if (words && toCheck.length > 0) {
        const there = words();
        keep(late.flatMap((one) => (toCheck.includes(one) ? without(one, there) : [one])));
      }
      const ready = late.find((one) => stageOf(one) === 'cancelled' || (one.isChecked && stageOf(one) === 'revealed'));
      return ready ? { ...ready, isCancelled: stageOf(ready) === 'cancelled' } : null;
    },
    done: (round) => keep(late.filter((one) => one.round !== round)),
  };
}

/** Some arrived in the last moment, and this page was not told any more: they are on the board with the others. */
function without(late: LateNotes, there: ReadonlySet<string>): LateNotes[] {
  const notes = late.notes.filter(({ text }) => !there.has(text));
  return notes.length > 0 ? [{ ...late, notes, isChecked: true }] : [];
}
