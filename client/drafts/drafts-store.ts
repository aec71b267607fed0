// Private rounds as this page knows them: how much everybody has written, what of one's own is where, and one's wishes. No React.
import type { DraftCounts, DraftNote, DraftsView, KeptDraft } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { LateNotes } from './unsent-drafts.ts';

/** What can be done with late notes now. */
export interface ReadyNotes extends LateNotes {
  /** It was cancelled, or is long ago: they can go in as notes of one's own. */
  isCancelled: boolean;
}

/** One's own notes in the open round. */
export interface OwnDrafts {
  notes: number;
  /** How many of them are on the board already. */
  shown: number;
  /** Marked as one of the best, or shown. */
  best: number;
  /** More, which the server does not take: on this device only. */
  held: number;
  isSaved: boolean;
}

export interface DraftsPorts {
  ask(): Promise<DraftsView>;
  /** Of one person; null: one's own. */
  show(round: PrivateRoundId, person: ParticipantId | null): Promise<void>;
  handIn(late: ReadyNotes): Promise<void>;
  putInLate(round: PrivateRoundId): Promise<void>;
  putInKept(draft: string): Promise<void>;
  choose(draft: string, isBest: boolean): Promise<void>;
  remove(draft: string): Promise<void>;
  silence(note: string): Promise<boolean>;
  /** What went wrong with a wish. */
  failed(error: unknown): void;
}

export interface DraftsState {
  counts: DraftCounts | null;
  /** Null while this page writes in no round. */
  own: OwnDrafts | null;
  /** As the server has them, and how many more are on the board: for a page without a document of its own. */
  listed: { notes: readonly DraftNote[]; shown: number };
  kept: readonly KeptDraft[];
  /** The round that takes nothing from this person. */
  silencedIn: PrivateRoundId | null;
  /** Of the round that was over first. */
  late: ReadyNotes | null;
}

/** What was said of another round is not said of this one. With names nobody is silenced. */
export function isSilencedIn({ silencedIn }: DraftsState, { id, isAnonymous }: PrivateRound): boolean {
  return isAnonymous && silencedIn === id;
}

export interface DraftsStore {
  state(): DraftsState;
  onChange(listener: () => void): () => void;
  heard(counts: DraftCounts): void;
  setOwn(own: OwnDrafts | null): void;
  setLate(late: ReadyNotes | null): void;
  /** They are handed in, or thrown away. Returns its stop. */
  onLateDone(listener: (round: PrivateRoundId) => void): () => void;
  dropLate(): void;
  /** Rejects with an ApiError. */
  refresh(): Promise<void>;
  /** False where it was not carried out; why is said by `failed`. */
  showOwn(round: PrivateRound): Promise<boolean>;
  /** Of another person, for who leads. */
  showOf(round: PrivateRound, person: ParticipantId): Promise<boolean>;
  handIn(): Promise<boolean>;
  putInLate(round: PrivateRoundId): Promise<boolean>;
  putInKept(draft: string): Promise<boolean>;
  /** As one of the best, or not any more. */
  choose(draft: string, isBest: boolean): Promise<boolean>;
  remove(draft: string): Promise<boolean>;
  /** Whether its author is silenced; null where it was not carried out. */
  silence(note: string): Promise<boolean | null>;
}

export function createDraftsStore(ports: DraftsPorts): DraftsStore {
  const listeners = new Set<() => void>();
  const doneListeners = new Set<(round: PrivateRoundId) => void>();
  let state: DraftsState = {
    counts: null,
    own: null,
    listed: { notes: [], shown: 0 },
    kept: [],
    silencedIn: null,
    late: null,
  };

  function show(changes: Partial<DraftsState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  function lateDone({ round }: ReadyNotes): void {
    // Meanwhile those of another round may be what is late.
    if (state.late?.round !== round) return;
    show({ late: null });
    for (const listener of doneListeners) listener(round);
  }

  async function refresh(): Promise<void> {
    const { own, shown, kept, isSilenced, ...counts } = await ports.ask();
    show({ counts, kept, silencedIn: isSilenced ? counts.round : null, listed: { notes: own, shown } });
  }

  /** `otherwise`: where it was not carried out. */
  async function tried<T, O>(work: () => Promise<T>, otherwise: O): Promise<T | O> {
    try {
      return await work();
    } catch (error) {
      ports.failed(error);
      return otherwise;
    }
  }

  const wished = (work: () => Promise<void>): Promise<boolean> => tried(() => work().then(() => true), false);

  const thenAsk = (work: () => Promise<void>) =>
    wished(async () => {
      await work();
      await refresh();
    });

  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: (counts) => show({ counts }),
    setOwn(own) {
      const before = state.own;
      if (JSON.stringify(own) !== JSON.stringify(before)) show({ own });
    },
    setLate(late) {
      if (JSON.stringify(late) !== JSON.stringify(state.late)) show({ late });
    },
    onLateDone(listener) {
      doneListeners.add(listener);
      return () => doneListeners.delete(listener);
    },
    dropLate: () => state.late && lateDone(state.late),
    refresh,
    showOwn: ({ id }) => wished(() => ports.show(id, null)),
    showOf: ({ id }, person) => wished(() => ports.show(id, person)),
    handIn: () =>
      wished(async () => {
        const { late } = state;
        if (!late) return;
        await ports.handIn(late);
        lateDone(late);
      }),
    putInLate: (round) => thenAsk(() => ports.putInLate(round)),
    choose: (draft, isBest) => thenAsk(() => ports.choose(draft, isBest)),
    putInKept: (draft) => thenAsk(() => ports.putInKept(draft)),
    remove: (draft) => thenAsk(() => ports.remove(draft)),
    silence: (note) => tried(() => ports.silence(note), null),
  };
}
