// Writing in one private round, from when this page hears of it until it is over: the document, its connection, what is not saved
// yet, and what came too late.
import { chosenOf, draftsIn, isBest, wordsOf } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { DraftConnection } from '../sync/draft-connection.ts';
import type { DraftsStore, LateNotes } from './drafts-store.ts';
import type { RememberedRound, UnsentDrafts, UnsentNote } from './unsent-drafts.ts';

export interface RoundWriting {
  readonly round: PrivateRound;
  /** The round's limits have changed. */
  setRound(round: PrivateRound): void;
  /** It is over. Gives what this person wrote that the server had not. */
  end(): LateNotes | null;
  /** The page goes; all of it may go on later. */
  stop(): void;
}

interface WritingParts {
  connection: DraftConnection;
  store: DraftsStore;
  device: UnsentDrafts;
  /** Ids of the drafts, whenever they change. */
  onIds: (ids: ReadonlySet<string>) => void;
  /** Writes a note that a page before this one could not send. */
  restore: (note: UnsentNote) => void;
}

export function startWriting(
  begun: PrivateRound,
  before: readonly UnsentNote[],
  { connection, store, device, onIds, restore }: WritingParts,
): RoundWriting {
  const { doc } = connection;
  let round = begun;
  /** Ids and words as the server has them. */
  let saved = new Map<string, string>();
  let toRestore = before;

  function look(): void {
    const drafts = draftsIn(doc);
    const isSaved = connection.isSaved();
    if (isSaved) saved = new Map(drafts.map((draft) => [draft.id, wordsOf(draft)]));
    if (isSaved && toRestore.length > 0) {
      const missing = toRestore.filter(({ id }) => !saved.has(id));
      toRestore = [];
      for (const note of missing) restore(note);
    }
    device.keep({ round, notes: [...toRestore, ...unsent()] } satisfies RememberedRound);
    onIds(new Set(drafts.map(({ id }) => id)));
    store.setOwn({
      notes: drafts.filter((draft) => wordsOf(draft) !== '').length,
      best: drafts.filter(isBest).length,
      isSaved,
    });
  }

  function unsent(): UnsentNote[] {
    return chosenOf(draftsIn(doc), { ...round, best: null })
      .filter((draft) => !saved.has(draft.id))
      .map((draft) => ({ id: draft.id, text: wordsOf(draft) }));
  }

  const stopListening = connection.onChange(look);
  look();

  function stop(): void {
    stopListening();
    store.setOwn(null);
    onIds(new Set());
    connection.stop();
  }
  return {
    get round() {
      return round;
    },
    setRound(next) {
      round = next;
      look();
    },
    end() {
      const texts = [...toRestore, ...unsent()].map(({ text }) => text);
      const late = texts.length > 0 ? { round: round.id, isAnonymous: round.isAnonymous, texts } : null;
      stop();
      return late;
    },
    stop,
  };
}
