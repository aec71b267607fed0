// Private rounds as this page knows them: how much everybody has written, what of one's own is where, and one's wishes. No React.
import type { DraftCounts, DraftsView, KeptDraft } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';

/** Notes of this page that had not reached the server when their round was shown. */
export interface LateNotes {
  round: PrivateRoundId;
  isAnonymous: boolean;
  texts: readonly string[];
}

/** One's own notes in the open round. */
export interface OwnDrafts {
  notes: number;
  /** Marked as one of the best. */
  best: number;
  isSaved: boolean;
}

export interface DraftsPorts {
  ask(): Promise<DraftsView>;
  showOwn(round: PrivateRoundId): Promise<void>;
  handIn(late: LateNotes): Promise<void>;
  putInLate(round: PrivateRoundId): Promise<void>;
  putInKept(draft: string): Promise<void>;
  remove(draft: string): Promise<void>;
  silence(note: string): Promise<void>;
  /** What went wrong with a wish. */
  failed(error: unknown): void;
}

export interface DraftsState {
  counts: DraftCounts | null;
  /** Null while this page writes in no round. */
  own: OwnDrafts | null;
  kept: readonly KeptDraft[];
  late: LateNotes | null;
}

export interface DraftsStore {
  state(): DraftsState;
  onChange(listener: () => void): () => void;
  heard(counts: DraftCounts): void;
  setOwn(own: OwnDrafts | null): void;
  setLate(late: LateNotes | null): void;
  /** Rejects with an ApiError. */
  refresh(): Promise<void>;
  /** False where it was not carried out; why is said by `failed`. */
  showOwn(round: PrivateRound): Promise<boolean>;
  handIn(): Promise<boolean>;
  putInLate(round: PrivateRoundId): Promise<boolean>;
  putInKept(draft: string): Promise<boolean>;
  remove(draft: string): Promise<boolean>;
  silence(note: string): Promise<boolean>;
}

export function createDraftsStore(ports: DraftsPorts): DraftsStore {
  const listeners = new Set<() => void>();
  let state: DraftsState = { counts: null, own: null, kept: [], late: null };

  function show(changes: Partial<DraftsState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    const { own: _own, kept, ...counts } = await ports.ask();
    show({ counts, kept });
  }

  async function wished(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      ports.failed(error);
      return false;
    }
  }

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
      const isSame = own?.notes === before?.notes && own?.best === before?.best && own?.isSaved === before?.isSaved;
      if (!isSame) show({ own });
    },
    setLate: (late) => show({ late }),
    refresh,
    showOwn: ({ id }) => wished(() => ports.showOwn(id)),
    handIn: () =>
      wished(async () => {
        const { late } = state;
        if (!late) return;
        await ports.handIn(late);
        show({ late: null });
      }),
    putInLate: (round) => thenAsk(() => ports.putInLate(round)),
    putInKept: (draft) => thenAsk(() => ports.putInKept(draft)),
    remove: (draft) => thenAsk(() => ports.remove(draft)),
    silence: (note) => wished(() => ports.silence(note)),
  };
}
