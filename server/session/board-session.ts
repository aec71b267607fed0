// The session of one board, while somebody needs it: commands in turn, each stored before it counts; what counts down; what
// everybody hears. What becomes of a command is decided in shared/session. Rules R110 to R115.
import { randomInt } from 'node:crypto';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import { sectorSaidAtJoin } from '@commonboard/shared/groups/group-commands.ts';
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { groupsBrought, groupsEnded, groupsMade, groupsMet } from '@commonboard/shared/groups/group-stages.ts';
import type { PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { groupsAtStep } from '@commonboard/shared/groups/step-groups.ts';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';
import { atStep, isWatched } from '@commonboard/shared/session/at-step.ts';
import { applyCommand } from '@commonboard/shared/session/apply-command.ts';
import { type Applied, type CommandContext, leads } from '@commonboard/shared/session/command-context.ts';
import type { SessionCommand } from '@commonboard/shared/session/commands.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { SessionPerson } from '@commonboard/shared/session/session-person.ts';
import { holdsSecrets, isUnderWay, type SessionState } from '@commonboard/shared/session/session-state.ts';
import { type SessionView, viewOf } from '@commonboard/shared/session/session-view.ts';
import { endOffice } from '@commonboard/shared/session/lead-commands.ts';
import { openRoundOf, roundRevealed } from '@commonboard/shared/session/private-rounds.ts';
import { ideasFound, wantsIdeas } from '@commonboard/shared/activities/scoring.ts';
import type { Idea } from '@commonboard/shared/activities/scoring-state.ts';
import { isWorkOnItsWay } from '@commonboard/shared/session/on-its-way.ts';
import { dropPending, runPending } from '@commonboard/shared/session/step-commands.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import { Turns } from '../ops/turns.ts';
import type { SessionStore } from '../storage/session-store.ts';
import type { SilencedPart, Steering } from '../sync/steering.ts';
import type { WriteRule } from '../sync/gate/write-rule.ts';
import { paced } from './paced.ts';
import { RemovalWatch } from './removal-watch.ts';
import { ruleFor } from './rights-rule.ts';

export interface SessionDeps {
  store: SessionStore;
  log: Log;
  now: () => number;
  /** Everybody on the board is to hear of it. */
  changed: (board: BoardId) => void;
  /** What people wrote in a private round is to be put onto the board; said again until that is done. */
  revealing: (board: BoardId, round: PrivateRound) => void;
  /** Groups need zones, or their results are to be brought back; said again until that is done. */
  grouping: (board: BoardId, set: GroupSet) => void;
  /** It is in the store. */
  stored: (board: BoardId) => void;
  /** Another step runs, or none. */
  stepped: (board: BoardId) => void;
  /** What people made before the step that runs is on the board now. */
  arrived: (board: BoardId) => void;
  /** As it is stored, or as a board begins. */
  load: (board: BoardId) => Promise<SessionState>;
}

export interface RunningStep {
  step: Phase;
  startedAt: number;
  isRehearsal: boolean;
}

/** 'busy': more commands wait than can. */
export type Outcome = Exclude<Applied, SessionState> | 'done' | 'busy';

const silencedParts: ReadonlySet<string> = new Set<SilencedPart>(['laser', 'reactions', 'chat']);

function isSilenced(part: string): part is SilencedPart {
  return silencedParts.has(part);
}

/** In which something is written on the board for the groups. */
const workStages: ReadonlySet<GroupSet['stage']> = new Set(['making', 'bringing', 'ending']);

/** A message that is so old says what time it is well enough. */
const sameMomentMs = 50;

export class BoardSession implements Steering {
  readonly #board: BoardId;
  readonly #deps: SessionDeps;
  readonly #push: ReturnType<typeof paced>;
  readonly #said = new Map<boolean, { revision: number; at: number; message: Uint8Array }>();
  readonly #removals = new RemovalWatch();
  #state: SessionState;
  readonly #turns = new Turns();
  /** Changes that are not done. */
  #waiting = 0;
  #countdown: NodeJS.Timeout | null = null;
  #isOver = false;

  constructor(board: BoardId, state: SessionState, deps: SessionDeps) {
    this.#board = board;
    this.#state = state;
    this.#deps = deps;
    this.#push = paced(() => deps.changed(board), limits.sessionPushMs);
    this.#countDown();
    this.#reveal();
    this.#group();
  }

  /** People in groups, or the last that were. */
  get groups(): GroupSet | null {
    return this.#state.groups;
  }

  /** Who is here has to be known for the step that runs. */
  get isWatched(): boolean {
    return isWatched(this.#state);
  }

  /** The step whose ideas, or what lies there before them, are still to be found on the board. */
  get wantsIdeas(): Phase | null {
    return wantsIdeas(this.#state) ? (this.step?.step ?? null) : null;
  }

  /** What people made before the step that runs is not on the board yet. */
  get isWorkOnItsWay(): boolean {
    return isWorkOnItsWay(this.#state);
  }

  /** The private round in which people write. */
  get openRound(): PrivateRound | null {
    return openRoundOf(this.#state);
  }

  get isUnderWay(): boolean {
    return isUnderWay(this.#state);
  }

  /** Of whoever joins. */
  get asksSector(): boolean {
    return this.#state.sectors.atJoin;
  }

  get phases(): readonly Phase[] {
    return this.#state.phases;
  }

  get rounds(): readonly PrivateRound[] {
    return this.#state.rounds;
  }

  /** Nothing is under way in it that memory alone knows. */
  get isResting(): boolean {
    return this.#waiting === 0 && this.#countdown === null;
  }

  view(role: Role, participant: ParticipantId): SessionView {
    return viewOf(this.#state, leads(this.#state, role, participant));
  }

  /** The step that runs; null where none does. */
  get step(): RunningStep | null {
    const { phases, phase, phaseStartedAt: startedAt, status } = this.#state;
    const step = phases.find(({ id }) => id === phase);
    return step && startedAt !== null ? { step, startedAt, isRehearsal: status === 'rehearsing' } : null;
  }

  isLedBy(role: Role, participant: ParticipantId): boolean {
    return leads(this.#state, role, participant);
  }

  /** Resolves when it is stored, or refused. Rejects where it cannot be stored: then nothing has changed. */
  async run(command: SessionCommand, context: Omit<CommandContext, 'now'>): Promise<Outcome> {
    if (this.#waiting >= limits.commandsWaitingMax) return 'busy';
    return this.#change((state) => applyCommand(state, command, { ...context, now: this.#deps.now() }));
  }

  /** A facilitator is here again: nobody stands in for them any more. */
  async leaderIsHere(): Promise<void> {
    if (this.#state.deputy?.inOffice) await this.#change(endOffice);
  }

  /** All of it is on the board, durably. */
  async roundRevealed(round: PrivateRoundId): Promise<void> {
    await this.#change((state) => roundRevealed(state, round));
  }

  /** Their zones are on the board, durably. */
  async groupsMade(set: GroupSet['id'], zones: ReadonlyMap<number, string>): Promise<void> {
    await this.#change((state) => groupsMade(state, set, zones));
  }

  /** What they made is back where they began, durably. */
  async groupsBrought(set: GroupSet['id'], before: VersionId, stayed: number): Promise<void> {
    await this.#change((state) => groupsBrought(state, set, before, stayed));
  }

  /** Of their zones only those are left in which something stands, durably. */
  async groupsEnded(set: GroupSet['id']): Promise<void> {
    await this.#change((state) => groupsEnded(state, set));
  }

  /** Asked for again and again: most of the time it changes nothing. `gone`: who has left their group. */
  async groupsMet(here: readonly SessionPerson[], gone: ReadonlySet<ParticipantId>): Promise<void> {
    const at = { here, below: (n: number) => randomInt(n), now: this.#deps.now() };
    const meet = (state: SessionState): SessionState =>
      atStep(groupsAtStep(groupsMet(state, here, gone), at), { ...at, people: here });
    if (meet(this.#state) !== this.#state) await this.#change(meet);
  }

  async sectorSaid(participant: ParticipantId, sector: PersonSector): Promise<void> {
    await this.#change((state) => sectorSaidAtJoin(state, sector, participant));
  }

  /** On the board, in the order in which they are read. */
  async ideasFound(found: readonly Idea[], people: readonly SessionPerson[]): Promise<void> {
    await this.#change((state) => ideasFound(state, found, { people, below: (n) => randomInt(n) }));
  }

  isHushed(): boolean {
    return openRoundOf(this.#state) !== null;
  }

  rule(): WriteRule {
    return ruleFor(this.#state);
  }

  silenced(): ReadonlySet<SilencedPart> {
    return new Set(this.#state.off.filter(isSilenced));
  }

  removed({ id, name }: { id: ParticipantId; name: string }, records: ReadonlySet<string>): Uint8Array | null {
    const ids = this.#removals.note(id, records, this.#deps.now());
    return ids && encodeSessionMessage({ type: 'removed', participant: id, name, ids });
  }

  news(role: Role, participant: ParticipantId): Uint8Array {
    const isLeading = leads(this.#state, role, participant);
    const now = this.#deps.now();
    const said = this.#said.get(isLeading);
    const { revision } = this.#state;
    if (said?.revision === revision && Math.abs(now - said.at) < sameMomentMs) return said.message;
    const message = encodeSessionMessage({ type: 'session', revision, now, session: viewOf(this.#state, isLeading) });
    this.#said.set(isLeading, { revision, at: now, message });
    return message;
  }

  stop(): void {
    this.#isOver = true;
    this.#push.stop();
    this.#setCountdown(null);
  }

  async #change(decide: (state: SessionState) => Applied): Promise<Outcome> {
    this.#waiting++;
    try {
      return await this.#turns.next(() => this.#changeNow(decide));
    } finally {
      this.#waiting--;
    }
  }

  async #changeNow(decide: (state: SessionState) => Applied): Promise<Outcome> {
    const { store, load } = this.#deps;
    const after = decide(this.#state);
    if (typeof after === 'string') return after;
    if (after === this.#state) return 'done';
    const isKept = await store.putSession(this.#board, {
      revision: after.revision,
      state: JSON.stringify(after),
      erases: holdsSecrets(this.#state) && !holdsSecrets(after),
    });
    // Another server with this board was faster: what it has counts.
    this.#show(isKept ? after : await load(this.#board));
    if (isKept) this.#deps.stored(this.#board);
    return isKept || this.#isOver ? 'done' : 'moved-on';
  }

  /** Another server has stored something. */
  readAgain(): Promise<unknown> {
    return this.#turns.next(() => this.#readNow());
  }

  async #readNow(): Promise<void> {
    const stored = await this.#deps.load(this.#board);
    if (stored.revision > this.#state.revision) this.#show(stored);
  }

  #show(state: SessionState): void {
    const before = this.#state;
    this.#state = state;
    if (this.#isOver) return;
    if (before.phase !== state.phase || before.phaseStartedAt !== state.phaseStartedAt) this.#deps.stepped(this.#board);
    else if (isWorkOnItsWay(before) && !isWorkOnItsWay(state)) this.#deps.arrived(this.#board);
    this.#countDown();
    this.#reveal();
    this.#group();
    this.#push.soon();
  }

  #reveal(): void {
    for (const round of this.#state.rounds) if (round.stage === 'revealing') this.#deps.revealing(this.#board, round);
  }

  #group(): void {
    const { groups } = this.#state;
    if (groups && workStages.has(groups.stage)) this.#deps.grouping(this.#board, groups);
  }

  #countDown(): void {
    const { pending } = this.#state;
    if (!pending || this.#isOver) {
      this.#setCountdown(null);
      return;
    }
    const { id, dueAt } = pending;
    // A clock that was set back does not make it wait for longer.
    const waitMs = Math.min(Math.max(0, dueAt - this.#deps.now()), limits.countdownMs);
    this.#setCountdown(setTimeout(() => void this.#due(id), waitMs));
  }

  async #due(id: string): Promise<void> {
    this.#countdown = null;
    try {
      await this.#change((state) => {
        if (state.pending?.id !== id) return state;
        const now = this.#deps.now();
        return now - state.pending.dueAt > limits.countdownLateMsMax ? dropPending(state) : runPending(state, now);
      });
    } catch (error) {
      this.#deps.log.error('a step of the session was not stored', {
        board: boardTag(this.#board),
        ...errorFields(error),
      });
      if (!this.#isOver) this.#setCountdown(setTimeout(() => void this.#due(id), limits.storageRetryMs));
    }
  }

  #setCountdown(timer: NodeJS.Timeout | null): void {
    if (this.#countdown !== null) clearTimeout(this.#countdown);
    this.#countdown = timer;
    timer?.unref();
  }
}
