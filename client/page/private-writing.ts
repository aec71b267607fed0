// Writing in a private round without its canvas: notes on their way into one's own drafts, what came too late, and what became of
// the last round. No React; whoever opens it stops it.
import type { DraftNote } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { DraftsState, DraftsStore } from '../drafts/drafts-store.ts';
import { keepLateNotes } from '../drafts/late-notes.ts';
import type { UnsentDrafts } from '../drafts/unsent-drafts.ts';
import { unsentNoteOf } from '../drafts/unsent-wishes.ts';
import { ApiError } from '../sync/api.ts';
import type { UnfinishedWords } from '../sync/unfinished-words.ts';
import type { Wish } from '../sync/unsent-notes.ts';
import { leftBehind } from './left-behind.ts';
import { type Entry, Outbox, type OutboxPorts } from './outbox.ts';
import { ownDrafts } from './own-notes.ts';

/** The round in which this page writes. */
export interface PageRound {
  round: PrivateRound;
  outbox: Outbox;
  unfinished: UnfinishedWords;
}

/** A round of this page that is over. */
export interface ShownRound {
  round: PrivateRound;
  /** How many notes of this person went in. */
  notes: number;
}

export interface PrivateWriting {
  store: DraftsStore;
  /** Null where nobody writes in private. The same until something changes. */
  now(): PageRound | null;
  shown(): ShownRound | null;
  onChange(listener: () => void): () => void;
  /** Puts words into the round that the board has not taken because of it. They stay where they are when no more fit. */
  takeIn(from: Outbox, id: string): void;
  /** The session has changed, or what is known of the board. */
  look(): void;
  hurry(): void;
  stop(): void;
}

interface PrivateParts extends Pick<OutboxPorts, 'isPassing' | 'after' | 'now' | 'newId' | 'refused'> {
  board: BoardId;
  participant: ParticipantId;
  storage: Storage | null;
  store: DraftsStore;
  /** What a page with a canvas has left on this device, and what is late. */
  device: UnsentDrafts;
  view: () => SessionView | null;
  /** What the notes on the board say; null where that is not known for after `since`, of the same clock as `now`. */
  words: (since: number) => ReadonlySet<string> | null;
  send: (wish: Wish) => Promise<void>;
}

export function openPrivateWriting(parts: PrivateParts): PrivateWriting {
  const { store, device, now } = parts;
  const listeners = new Set<() => void>();
  const late = keepLateNotes(device);
  const left = leftBehind({ ...parts, rounds: () => parts.view()?.rounds ?? [] });
  let writing: PageRound | null = null;
  let shown: ShownRound | null = null;
  /** Of all rounds, and when this page saw them so first. */
  let stages = '';
  let stagesAt = now();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function begin(round: PrivateRound): void {
    const outbox = new Outbox({
      ...parts,
      shelf: left.shelfOf(round),
      saved() {
        const askedAt = now();
        store
          .refresh()
          .then(() => outbox.settle(askedAt))
          // It is saved all the same, and asked for with the next news.
          .catch(() => undefined);
      },
    });
    shown = null;
    writing = { round, outbox, unfinished: left.unfinishedOf(round.id) };
  }

  function end({ round, outbox }: PageRound): void {
    writing = null;
    outbox.stop();
    const unsaved = outbox.entries().filter(({ state }) => state !== 'saved');
    late.add(round, [...unsaved.toReversed().flatMap(({ wish }) => unsentNoteOf(wish)), ...left.takeTyped(round.id)]);
    for (const { wish } of outbox.entries()) outbox.drop(wish.id);
    const { notes, shown: before } = store.state().listed;
    shown = { round, notes: wentIn(notes, before, round) };
  }

  function look(): void {
    const view = parts.view();
    if (!view) return;
    const open = openRoundOf(view);
    if (writing && writing.round.id !== open?.id) end(writing);
    if (!writing) for (const one of left.take(open?.id ?? null)) late.add(one.round, one.notes);
    if (open && !writing) begin(open);
    else if (open && writing && JSON.stringify(open) !== JSON.stringify(writing.round))
      writing = { ...writing, round: open };
    const { stage } = view.rounds.find(({ id }) => id === shown?.round.id) ?? {};
    if (shown && stage && stage !== shown.round.stage) shown = { ...shown, round: { ...shown.round, stage } };
    const seen = view.rounds.map((round) => `${round.id} ${round.stage}`).join();
    if (seen !== stages) [stages, stagesAt] = [seen, now()];
    const words = parts.words(stagesAt);
    store.setLate(late.next(view.rounds, words && (() => words)));
    tell();
  }
  const stopSettling = store.onLateDone((round) => {
    late.done(round);
    look();
  });

  return {
    store,
    now: () => writing,
    shown: () => shown,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeIn(from, id) {
      const wish = from.entries().find((entry) => isTurnedAway(entry) && entry.wish.id === id)?.wish;
      if (wish?.kind !== 'add' || !writing || leftIn(writing, store.state().listed) === 0) return;
      // Kept in the one before it goes from the other: between the two the page may close.
      if (writing.outbox.add(wish.text, null)) from.drop(id);
    },
    look,
    hurry: () => writing?.outbox.hurry(),
    stop() {
      stopSettling();
      writing?.outbox.stop();
    },
  };
}

/** A note for the board that is not let onto it now. While a round is open it may be meant for that. */
export function isTurnedAway({ wish, state, error }: Entry): boolean {
  return wish.kind === 'add' && state === 'refused' && error instanceof ApiError && error.code === 'locked';
}

/** How many notes this person may still write in the round. */
export function leftIn({ round, outbox }: PageRound, { notes, shown }: DraftsState['listed']): number {
  return Math.max(0, round.notesMax - ownDrafts(notes, outbox.entries()).length - shown);
}

function wentIn(notes: readonly DraftNote[], shown: number, { best, notesMax }: PrivateRound): number {
  const marked = notes.filter(({ isBest }) => isBest).length;
  const most = best === null ? notesMax : Math.min(best, marked > 0 ? marked + shown : best);
  return Math.min(notes.length + shown, most);
}
