// Writing in one private round, from when this page hears of it until it is over: the document, its connection, what is not saved
// yet, and what came too late.
import { draftsIn, isBest, leftOf, shownCount, wasWritten, wordsOf } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { DraftConnection } from '../sync/draft-connection.ts';
import type { DraftsStore } from './drafts-store.ts';
import type { UnsentDrafts, UnsentNote } from './unsent-drafts.ts';

/** What a page, or a document, before this one could not send. */
export interface Unsent {
  /** To be written again. */
  notes: readonly UnsentNote[];
  /** What the server does not take: it stays on the device until the round is over. */
  held: readonly UnsentNote[];
}

export const nothingUnsent: Unsent = { notes: [], held: [] };

export interface RoundWriting {
  readonly round: PrivateRound;
  /** The round's limits have changed. */
  setRound(round: PrivateRound): void;
  /** What the server has not, for a document in place of this one, which it has refused. */
  unsent(): Unsent;
  /** It is over. Gives what this person wrote that the server had not. */
  end(): UnsentNote[];
  /** The page goes; all of it may go on later. */
  stop(): void;
}

export interface WritingParts {
  connection: DraftConnection;
  store: Pick<DraftsStore, 'setOwn'>;
  device: Pick<UnsentDrafts, 'keep'>;
  /** Ids of the drafts, whenever they change. */
  onIds: (ids: ReadonlySet<string>) => void;
  /** Writes a note that is not there. */
  restore: (note: UnsentNote) => void;
  /** Brings the words of a note that is there. */
  change: (note: { id: string; text: string; was: string }) => void;
}

export function startWriting(
  begun: PrivateRound,
  before: Unsent,
  { connection, store, device, onIds, restore, change }: WritingParts,
): RoundWriting {
  const { doc } = connection;
  let round = begun;
  /** Ids and words as the server has them. */
  let saved = new Map<string, string>();
  let waiting = before.notes;
  let held = before.held;
  const restored = new Set<string>();

  function look(): void {
    const isSaved = connection.isSaved();
    if (isSaved) {
      saved = new Map(draftsIn(doc).map((draft) => [draft.id, wordsOf(draft)]));
      writeAgain();
    }
    const drafts = draftsIn(doc);
    const shown = shownCount(doc);
    device.keep({ round, notes: all() });
    onIds(new Set(drafts.map(({ id }) => id)));
    store.setOwn({
      notes: drafts.filter((draft) => wordsOf(draft) !== '').length + shown,
      shown,
      best: drafts.filter(isBest).length + shown,
      held: held.length,
      isSaved: connection.isSaved(),
    });
  }

  /** What was not sent, in the document that is there now: as much of it as the round takes. */
  function writeAgain(): void {
    const again = waiting;
    waiting = [];
    let room = leftOf(round, shownCount(doc)).notesMax - saved.size;
    for (const note of again) {
      const { id, text, was } = note;
      if (saved.has(id)) {
        if (was !== null && saved.get(id) !== text) change({ id, text, was });
      } else if (was === null && wasWritten(doc, id)) {
        // It did arrive, and was thrown away or shown since.
      } else if (was === null && room > 0) {
        room--;
        restored.add(id);
        restore(note);
      } else {
        held = [...held, note];
      }
    }
  }

  function unsaved(): UnsentNote[] {
    return draftsIn(doc).flatMap((draft) => {
      const [text, was] = [wordsOf(draft), saved.get(draft.id) ?? null];
      return text === '' || text === was ? [] : [{ id: draft.id, text, was }];
    });
  }

  function all(): UnsentNote[] {
    return [...held, ...waiting, ...unsaved()];
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
    unsent() {
      const mine = unsaved();
      // Refused a second time, it would be refused for ever.
      return {
        notes: [...waiting, ...mine.filter(({ id }) => !restored.has(id))],
        held: [...held, ...mine.filter(({ id }) => restored.has(id))],
      };
    },
    end() {
      const late = all();
      stop();
      return late;
    },
    stop,
  };
}
