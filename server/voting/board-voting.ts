// The votes of one board, while somebody needs them: changes in turn, each stored before it counts; the countdown to an end;
// who hears of what. What becomes of a vote is decided in shared/voting. Rules R130 to R136.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type Ballot, whyNotTaken } from '@commonboard/shared/voting/ballot.ts';
import {
  beginClosing,
  closeRound,
  holdClosing,
  type Opening,
  openRound,
} from '@commonboard/shared/voting/open-round.ts';
import type { VotingRefusal } from '@commonboard/shared/voting/refusals.ts';
import type { Round, RoundId, RoundWish } from '@commonboard/shared/voting/round.ts';
import { type RoundView, roundViews, type Viewer } from '@commonboard/shared/voting/round-view.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import { Turns } from '../ops/turns.ts';
import type { VotingStore } from '../storage/voting-store.ts';
import { loadRounds } from './load-rounds.ts';

export interface VotingDeps {
  store: VotingStore;
  log: Log;
  now: () => number;
  /** Who has the board open. */
  here: (board: BoardId) => ReadonlySet<string>;
  /** It is in the store. */
  stored: (board: BoardId) => void;
  /** Everybody on the board is to hear of this round; it may be gone. */
  changed: (board: BoardId, round: RoundId) => void;
}

export interface OpenRound {
  round: Round;
  ballots: Map<ParticipantId, Ballot>;
}

/** 'busy': more wait than can. */
export type Outcome = VotingRefusal | 'done' | 'busy';

export class BoardVoting {
  readonly #board: BoardId;
  readonly #deps: VotingDeps;
  readonly #timers = new Map<RoundId, { timer: NodeJS.Timeout; dueAt: number }>();
  #rounds: Map<RoundId, OpenRound>;
  readonly #turns = new Turns();
  readonly #here = (): ReadonlySet<string> => this.#deps.here(this.#board);
  #isOver = false;

  constructor(board: BoardId, rounds: Map<RoundId, OpenRound>, deps: VotingDeps) {
    this.#board = board;
    this.#rounds = rounds;
    this.#deps = deps;
    this.#countDown();
  }

  /** Nothing is under way in it that memory alone knows. */
  get isResting(): boolean {
    return this.#turns.waiting === 0 && this.#timers.size === 0;
  }

  get openRounds(): RoundId[] {
    return [...this.#rounds.values()].flatMap(({ round }) => (round.state === 'open' ? [round.id] : []));
  }

  /** All of them, as they are kept. */
  get rounds(): Round[] {
    return Array.from(this.#rounds.values(), ({ round }) => round);
  }

  /** The one that was opened last comes first. */
  views(viewer: Viewer): RoundView[] {
    const rounds = [...this.#rounds.values()].sort((a, b) => b.round.openedAt - a.round.openedAt);
    return rounds.map(({ round, ballots }) => roundViews(round, ballots, this.#here)(viewer));
  }

  view(id: RoundId, viewer: Viewer): RoundView | null {
    return this.viewFor(id)?.(viewer) ?? null;
  }

  /** As it is at this moment, for as many as look; null: it is gone. */
  viewFor(id: RoundId): ((viewer: Viewer) => RoundView) | null {
    const known = this.#rounds.get(id);
    return known ? roundViews(known.round, known.ballots, this.#here) : null;
  }

  open(wish: RoundWish, opening: Omit<Opening, 'rounds' | 'now'>): Promise<Outcome> {
    return this.#inTurn(async () => {
      if (this.#rounds.has(wish.id)) return 'done';
      const opened = openRound(wish, { ...opening, rounds: this.rounds, now: this.#deps.now() });
      return typeof opened === 'string' ? opened : this.#put(opened);
    });
  }

  close(id: RoundId, by: string): Promise<Outcome> {
    return this.#change(id, ({ round }) => beginClosing(round, 'close', by, this.#deps.now()));
  }

  /** At once: its step is over, which was counted down for. */
  closeNow(id: RoundId): Promise<Outcome> {
    return this.#count(id, () => true);
  }

  hold(id: RoundId): Promise<Outcome> {
    return this.#change(id, ({ round }) => holdClosing(round));
  }

  /** One that is open is cancelled, which is counted down for. */
  remove(id: RoundId, by: string): Promise<Outcome> {
    return this.#inTurn(async () => {
      const known = this.#rounds.get(id);
      if (known?.round.state !== 'open') return this.#remove(id);
      const after = beginClosing(known.round, 'cancel', by, this.#deps.now());
      return after === known.round ? 'done' : this.#put(after);
    });
  }

  /** At once: nothing of a rehearsal stays. */
  removeNow(id: RoundId): Promise<Outcome> {
    return this.#inTurn(() => this.#remove(id));
  }

  vote(id: RoundId, participant: ParticipantId, ballot: Ballot): Promise<Outcome> {
    return this.#inTurn(async () => {
      const known = this.#rounds.get(id);
      if (!known) return 'no-round';
      const why = whyNotTaken(known.round, participant, ballot);
      if (why) return why;
      const { store } = this.#deps;
      const isKept = await store.putBallot(this.#board, id, { participant, ballot: JSON.stringify(ballot) });
      if (!isKept) return this.#readAgain();
      known.ballots.set(participant, ballot);
      this.#settled(id);
      return 'done';
    });
  }

  /** Another server has stored something. */
  readAgain(): Promise<unknown> {
    return this.#inTurn(async () => {
      const before = [...this.#rounds.keys()];
      this.#rounds = await loadRounds(this.#board, this.#deps);
      for (const id of new Set([...before, ...this.#rounds.keys()])) this.#shown(id);
      return 'done';
    });
  }

  stop(): void {
    this.#isOver = true;
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #change(id: RoundId, decide: (known: OpenRound) => Round): Promise<Outcome> {
    return this.#inTurn(async () => {
      const known = this.#rounds.get(id);
      if (!known) return 'no-round';
      if (known.round.state === 'closed') return 'not-open';
      const after = decide(known);
      return after === known.round ? 'done' : this.#put(after);
    });
  }

  /** By what the store has: another server with this board may have taken ballots too. */
  #count(id: RoundId, isDue: (round: Round) => boolean): Promise<Outcome> {
    return this.#inTurn(async () => {
      this.#rounds = await loadRounds(this.#board, this.#deps);
      const known = this.#rounds.get(id);
      if (!known) return 'no-round';
      if (known.round.state === 'closed' || !isDue(known.round)) return 'done';
      if (known.round.closing?.act === 'cancel') return this.#remove(id);
      return this.#put(closeRound(known.round, known.ballots));
    });
  }

  async #remove(id: RoundId): Promise<Outcome> {
    if (!this.#rounds.has(id)) return 'no-round';
    await this.#deps.store.removeRound(this.#board, id);
    this.#rounds.delete(id);
    this.#settled(id);
    return 'done';
  }

  async #put(round: Round): Promise<Outcome> {
    const { id, revision } = round;
    const isOpen = round.state === 'open';
    const { store } = this.#deps;
    const isKept = await store.putRound(this.#board, { id, revision, isOpen, state: JSON.stringify(round) });
    if (!isKept) return this.#readAgain();
    // Closed, nobody's ballot is known here any more either.
    this.#rounds.set(id, { round, ballots: (isOpen && this.#rounds.get(id)?.ballots) || new Map() });
    this.#settled(id);
    return 'done';
  }

  /** Another server with this board was faster: what it has counts. */
  async #readAgain(): Promise<Outcome> {
    this.#rounds = await loadRounds(this.#board, this.#deps);
    for (const id of this.#rounds.keys()) this.#shown(id);
    return 'not-open';
  }

  #settled(id: RoundId): void {
    this.#deps.stored(this.#board);
    this.#shown(id);
  }

  #shown(id: RoundId): void {
    if (this.#isOver) return;
    this.#countDown();
    this.#deps.changed(this.#board, id);
  }

  async #inTurn(act: () => Promise<Outcome>): Promise<Outcome> {
    return this.#turns.waiting >= limits.commandsWaitingMax ? 'busy' : this.#turns.next(act);
  }

  #countDown(): void {
    for (const [id, { timer, dueAt }] of this.#timers) {
      if (this.#rounds.get(id)?.round.closing?.dueAt === dueAt) continue;
      clearTimeout(timer);
      this.#timers.delete(id);
    }
    for (const [id, { round }] of this.#rounds) {
      if (!round.closing || this.#timers.has(id)) continue;
      // A clock that was set back does not make it wait for longer.
      const waitMs = Math.min(Math.max(0, round.closing.dueAt - this.#deps.now()), limits.countdownMs);
      this.#closeIn(waitMs, id, round.closing.dueAt);
    }
  }

  #closeIn(waitMs: number, id: RoundId, dueAt: number): void {
    const timer = setTimeout(() => void this.#due(id, dueAt), waitMs);
    timer.unref();
    this.#timers.set(id, { timer, dueAt });
  }

  async #due(id: RoundId, dueAt: number): Promise<void> {
    this.#timers.delete(id);
    try {
      await this.#count(id, ({ closing }) => closing?.dueAt === dueAt);
    } catch (error) {
      this.#deps.log.error('a vote was not closed', { board: boardTag(this.#board), ...errorFields(error) });
      if (!this.#isOver) this.#closeIn(limits.storageRetryMs, id, dueAt);
    }
  }
}
