// The drafts of one board, while somebody needs them: how many there are, and the one moment in which they are put onto the board.
// What ties a note to its person is in memory and in the draft rows until then. Rules R140 to R155.
import { randomInt } from 'node:crypto';
import {
  chosenOf,
  draftsIn,
  type Held,
  heldOf,
  leftOf,
  shownCount,
  takeShown,
} from '@commonboard/shared/drafts/draft-notes.ts';
import type { DraftCounts, DraftTally } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import { revealedNotes } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { Turns } from '../ops/turns.ts';
import type { DraftKey, DraftStore, StoredDraft } from '../storage/draft-store.ts';
import type { BoardSession } from '../session/board-session.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';
import { keptIn, type KeptNotes } from './draft-document.ts';
import type { DraftRooms, Written } from './draft-rooms.ts';
import { ForAWhile } from './for-a-while.ts';
import { putOnBoard } from './put-on-board.ts';
import { readStored, stateWithout } from './stored-drafts.ts';

export interface BoardDraftsDeps {
  store: DraftStore;
  rooms: DraftRooms;
  /** Calls with the board's own room. */
  onBoard: <T>(board: BoardId, work: (room: Room) => T | Promise<T>) => Promise<T>;
  /** Names of those whose notes may go in; null for anybody else, such as who was banned. */
  namesOn: (board: BoardId) => Promise<(participant: ParticipantId) => string | null>;
  /** Milliseconds that only grow. */
  ticks: () => number;
  /** Everybody on the board is to hear of the counts. */
  changed: (board: BoardId) => void;
}

/** Under which name late ones are kept. */
export function lateName(round: PrivateRoundId): string {
  return `${round}-late`;
}

export class BoardDrafts {
  readonly #board: BoardId;
  readonly #deps: BoardDraftsDeps;
  /** What each person has, by the name of the round. */
  readonly #notes = new Map<string, Map<ParticipantId, KeptNotes>>();
  /** How often something of each person was stored. */
  readonly #written = new Map<ParticipantId, number>();
  /** Rounds in which nobody writes any more. */
  readonly #over = new Set<string>();
  readonly #silenced = new Set<ParticipantId>();
  /** Of anonymous notes. */
  readonly #authors: ForAWhile<ParticipantId>;
  /** Late notes that are on the board, by the ids that they came under. */
  readonly #handedIn: ForAWhile<true>;
  /** What is read for one may not be read for another before it is erased. */
  readonly #shows = new Turns();
  readonly #putIns = new Turns();

  constructor(board: BoardId, stored: readonly StoredDraft[], deps: BoardDraftsDeps) {
    this.#board = board;
    this.#deps = deps;
    this.#authors = new ForAWhile(limits.moderationMs, deps.ticks);
    this.#handedIn = new ForAWhile(limits.moderationMs, deps.ticks);
    for (const draft of stored) this.counted(draft, readStored(draft));
  }

  /** Nothing is known in it that is not stored. */
  get isResting(): boolean {
    return this.#authors.isEmpty && this.#handedIn.isEmpty && this.#silenced.size === 0;
  }

  /** Where this person writes; null where nobody writes in private, or nothing is taken from them any more. */
  ownRoom(session: Pick<BoardSession, 'openRound'>, participant: ParticipantId): Room | null {
    const round = session.openRound;
    if (!round || this.#over.has(round.id) || this.isSilenced(round, participant)) return null;
    const notesMax = (): number =>
      session.openRound?.id === round.id ? leftOf(session.openRound, this.shown(round.id, participant)).notesMax : 0;
    return this.#room(round.id, participant, notesMax);
  }

  /** What they have of a round that was cancelled; nothing new comes in. */
  keptRoom(round: PrivateRound, participant: ParticipantId): Room {
    return this.#room(round.id, participant, () => 0);
  }

  lateRoom(round: PrivateRound, participant: ParticipantId): Room {
    return this.#room(lateName(round.id), participant, () => limits.draftsPerPersonMax);
  }

  counted({ round, participant }: DraftKey, { notes, shown }: KeptNotes): void {
    this.#written.set(participant, this.writtenOf(participant) + 1);
    const people = this.#notes.get(round) ?? new Map<ParticipantId, KeptNotes>();
    if (notes + shown > 0) people.set(participant, { notes, shown });
    else people.delete(participant);
    this.#notes.set(round, people);
    this.#deps.changed(this.#board);
  }

  counts(rounds: readonly PrivateRound[]): DraftCounts {
    const open = rounds.find(({ stage }) => stage === 'open');
    const late = rounds.flatMap(({ id }) => {
      const tally = this.#tally(lateName(id));
      return tally.notes > 0 ? [{ round: id, ...tally }] : [];
    });
    return { round: open?.id ?? null, ...this.#tally(open?.id ?? ''), late };
  }

  /** Puts what people wrote onto the board, all at once or of one person; resolves when that is durable and the drafts are erased. */
  show(round: PrivateRound, name: string, participant: ParticipantId | null): Promise<void> {
    if (participant === null) this.#over.add(name);
    return this.#shows.next(() => this.#show(round, name, participant));
  }

  /** Of one person, who may go on writing: what is shown counts as theirs. */
  async showOf(participant: ParticipantId, round: PrivateRound, own: Room): Promise<void> {
    await own.use(() =>
      this.#shows.next(async () => {
        const nameOf = await this.#deps.namesOn(this.#board);
        const name = nameOf(participant);
        // Meanwhile all of it may have been shown.
        if (name === null || this.#over.has(round.id)) return;
        await this.#deps.onBoard(this.#board, (room) => this.#showOf({ participant, name }, round, own, room));
      }),
    );
    this.#deps.changed(this.#board);
  }

  async #showOf(
    { participant, name }: { participant: ParticipantId; name: string },
    round: PrivateRound,
    own: Room,
    room: Room,
  ): Promise<void> {
    const before = own.read(shownCount);
    const drafts = chosenOf(own.read(draftsIn), leftOf(round, before));
    if (drafts.length === 0) return;
    const records = room.read(boardRecords);
    const notes = revealedNotes(records, round, [{ person: participant, name, drafts }], () => 0);
    const ids = drafts.map(({ id }) => id);
    const shown = before + drafts.length;
    const stays = own.read((doc) => stateWithout(doc, ids, shown));
    const erases = { round: round.id, participant, stays };
    const onBoard = putOnBoard(room, records, notes, { isAnonymous: false, erases });
    // Stored after it, so that they are never gone from both.
    own.edit(participant, (doc) => takeShown(doc, ids, shown));
    this.counted(erases, own.read(keptIn));
    await onBoard;
  }

  /** One at a time, so that what somebody asks for twice goes in once. */
  putIn<T>(work: () => Promise<T>): Promise<T> {
    return this.#putIns.next(work);
  }

  async #show(round: PrivateRound, name: string, participant: ParticipantId | null): Promise<void> {
    await this.#deps.onBoard(this.#board, async (room) => {
      const stored = await this.#deps.store.listDrafts(this.#board);
      const nameOf = await this.#deps.namesOn(this.#board);
      // From here on nothing is waited for: what is read now is all there is.
      const drafts = this.#draftsOf(stored, name, participant);
      const people = this.#takenFrom(round, drafts, nameOf).map(({ person, name: known, drafts: own, shown }) => ({
        person,
        name: known,
        drafts: chosenOf(own, leftOf(round, shown)),
      }));
      const records = room.read(boardRecords);
      const notes = revealedNotes(records, round, people.toSorted(byName), (below) => randomInt(below));
      // Not before there are notes of them: what went wrong until here has taken nothing from anybody.
      this.#deps.rooms.close(this.#board, name, participant);
      if (round.isAnonymous) this.#authors.keep(notes.map(({ record, person }) => [record.id, person]));
      if (name === lateName(round.id))
        this.#handedIn.keep([...drafts.values()].flatMap((one) => one.drafts.map(({ id }) => [id, true])));
      await putOnBoard(room, records, notes, { isAnonymous: round.isAnonymous, erases: { round: name, participant } });
    });
    if (participant === null) this.#notes.delete(name);
    else this.#notes.get(name)?.delete(participant);
    this.#deps.changed(this.#board);
  }

  /** The most that the round holds of one person, of notes and of marks, whoever that is. */
  async most(round: PrivateRound): Promise<Held> {
    const stored = await this.#deps.store.listDrafts(this.#board);
    const nameOf = await this.#deps.namesOn(this.#board);
    const held = this.#takenFrom(round, this.#draftsOf(stored, round.id, null), nameOf).map(({ drafts, shown }) =>
      heldOf(drafts, shown),
    );
    return {
      notes: Math.max(0, ...held.map(({ notes }) => notes)),
      marked: Math.max(0, ...held.map(({ marked }) => marked)),
    };
  }

  /** Erases what is left of rounds that the session has forgotten: nobody can reach it any more. */
  async forgetOld(rounds: readonly PrivateRound[]): Promise<void> {
    const [oldest] = rounds;
    if (!oldest || rounds.length < limits.privateRoundsMax) return;
    for (const name of [...this.#notes.keys()].filter((one) => numberOf(one) < numberOf(oldest.id))) {
      this.#deps.rooms.close(this.#board, name, null);
      this.#notes.delete(name);
      await this.#deps.store.eraseDrafts(this.#board, { round: name, participant: null });
    }
  }

  /** Takes nothing more from who wrote this note. False where that is not known any more. */
  silenceAuthorOf(note: string): boolean {
    const author = this.#authors.find(note);
    if (author !== null) this.#silenced.add(author);
    return author !== null;
  }

  /** Grows with each time that something of theirs is stored or shown. */
  writtenOf(participant: ParticipantId): number {
    return this.#written.get(participant) ?? 0;
  }

  /** Whether this late note is on the board. */
  isHandedIn(id: string): boolean {
    return this.#handedIn.find(id) !== null;
  }

  /** How many of theirs are on the board already. */
  shown(name: string, participant: ParticipantId): number {
    return this.#notes.get(name)?.get(participant)?.shown ?? 0;
  }

  /** Whether this person has something stored there. */
  has(name: string, participant: ParticipantId): boolean {
    return this.#notes.get(name)?.has(participant) === true;
  }

  /** Where names are with the notes, a name without any would tell who it is. */
  isSilenced({ isAnonymous }: PrivateRound, participant: ParticipantId): boolean {
    return isAnonymous && this.#silenced.has(participant);
  }

  /** One that opens while notes are shown does not read what is about to be erased. */
  #room(round: string, participant: ParticipantId, notesMax: () => number): Room {
    return this.#deps.rooms.open(this.#board, { round, participant }, { notesMax, after: () => this.#shows.done });
  }

  /** What is in memory counts more than what is stored of it. */
  #draftsOf(
    stored: readonly StoredDraft[],
    name: string,
    participant: ParticipantId | null,
  ): Map<ParticipantId, Written> {
    const drafts = new Map<ParticipantId, Written>();
    for (const one of stored)
      if (one.round === name && (participant === null || one.participant === participant))
        drafts.set(one.participant, readStored(one));
    for (const [person, live] of this.#deps.rooms.read(this.#board, name, participant))
      if (live) drafts.set(person, live);
    return drafts;
  }

  /** Without those who are banned or silenced. */
  #takenFrom(
    round: PrivateRound,
    drafts: ReadonlyMap<ParticipantId, Written>,
    nameOf: (participant: ParticipantId) => string | null,
  ): (Written & { person: ParticipantId; name: string })[] {
    return [...drafts].flatMap(([person, written]) => {
      const name = nameOf(person);
      return name === null || this.isSilenced(round, person) ? [] : [{ ...written, person, name }];
    });
  }

  #tally(name: string): DraftTally {
    const counts = Array.from(this.#notes.get(name)?.values() ?? [], ({ notes }) => notes);
    return { people: counts.filter((notes) => notes > 0).length, notes: counts.reduce((sum, notes) => sum + notes, 0) };
  }
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** Rounds are numbered in turn, and so is what is late of them. */
function numberOf(name: string): number {
  return Number.parseInt(name.slice(1), 10);
}
