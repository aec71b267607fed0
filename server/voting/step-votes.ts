// Votes follow the agenda: a step's vote opens when the step begins and closes when it ends. Rule R137.
import { createHash, randomBytes } from 'node:crypto';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { VotingRefusal } from '@commonboard/shared/voting/refusals.ts';
import {
  type Round,
  type RoundId,
  roundIdSchema,
  type RoundWish,
  type StepRun,
} from '@commonboard/shared/voting/round.ts';
import { optionsOfStep } from '@commonboard/shared/voting/step-options.ts';
import { votableWords } from '@commonboard/shared/voting/votable.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import { TurnsOfEach } from '../ops/turns.ts';
import type { RunningStep } from '../session/board-session.ts';
import type { Sessions } from '../session/sessions.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { BoardVoting } from './board-voting.ts';
import { whoTakesPart } from './roster.ts';
import type { Votings } from './votings.ts';

export interface StepVotes {
  /** Another step runs, or none: what was open for the last one closes, and what this one votes on opens. */
  follow(board: BoardId): void;
  /** What people made before the step that runs is on the board: a vote that waits for it opens. */
  arrived(board: BoardId): void;
  /** The vote of the step that runs, for who leads: anew, or because it could not be opened before, or without waiting any longer. */
  open(board: BoardId): Promise<{ id: RoundId } | VotingRefusal | 'busy'>;
  /** The board is deleted. */
  forget(board: BoardId): void;
  stop(): void;
}

interface StepVotesDeps {
  sessions: Sessions;
  votings: Votings;
  boards: LiveBoards;
  /** They are made later. */
  rooms: () => Rooms;
  log: Log;
  now: () => number;
}

export function createStepVotes(deps: StepVotesDeps): StepVotes {
  const { sessions, votings, log, now } = deps;
  /** The last one sees the step that runs. */
  const turns = new TurnsOfEach<BoardId>();
  const retries = new Set<NodeJS.Timeout>();
  /** When those steps began whose vote waits for what was made before. */
  const waiting = new Map<BoardId, number>();
  let isOver = false;

  async function catchUp(board: BoardId): Promise<void> {
    // It may have been deleted meanwhile.
    if (!(await deps.boards.find(board))) return;
    const [session, voting] = await Promise.all([sessions.open(board), votings.open(board)]);
    const { step: running } = session;
    for (const round of voting.rounds) {
      if (!round.step || (running && isOf(round, running))) continue;
      if (round.step.isRehearsal && running?.isRehearsal !== true) await voting.removeNow(round.id);
      else if (round.state === 'open') refuseBusy(await voting.closeNow(round.id));
    }
    const hasWaited = running !== null && waiting.get(board) === running.startedAt;
    waiting.delete(board);
    if (!running?.step.vote || voting.rounds.some((round) => isOf(round, running))) return;
    // A vote that a person has removed does not come back whenever the server is started anew.
    if (!hasWaited && now() - running.startedAt > limits.countdownLateMsMax) return;
    // Also while it cannot be stored: what is tried again is not late.
    waiting.set(board, running.startedAt);
    if (session.isWorkOnItsWay) return;
    refuseBusy(await openFor(board, voting, running, idOf(board, running)));
    waiting.delete(board);
  }

  async function openFor(board: BoardId, voting: BoardVoting, running: RunningStep, id: RoundId) {
    const live = await deps.boards.find(board);
    const records = await deps
      .rooms()
      .open(board)
      .use((room) => room.read(boardRecords));
    const options = optionsOfStep(records, running.step);
    if (!live || options.length === 0) return 'no-options';
    if (options.length > limits.roundOptionsMax) return 'many-options';
    const recordOf = new Map(records.map((record) => [record.id as string, record]));
    return voting.open(wishOf(running.step, id, options), {
      wordsOf: (record) => votableWords(recordOf.get(record)),
      people: await whoTakesPart(deps.boards, live),
      step: runOf(running),
    });
  }

  function follow(board: BoardId): void {
    if (isOver) return;
    turns
      .next(board, () => catchUp(board))
      .catch((error: unknown) => {
        log.error('a vote did not follow its step', { board: boardTag(board), ...errorFields(error) });
        if (isOver) return;
        const retry = setTimeout(() => {
          retries.delete(retry);
          follow(board);
        }, limits.storageRetryMs);
        retry.unref();
        retries.add(retry);
      });
  }

  return {
    follow,
    arrived(board) {
      if (waiting.has(board)) follow(board);
    },
    open: (board) =>
      turns.next(board, async () => {
        const [session, voting] = await Promise.all([sessions.open(board), votings.open(board)]);
        const { step: running } = session;
        if (!running?.step.vote) return 'no-step';
        const id = roundIdSchema.parse(`v${randomBytes(12).toString('base64url')}`);
        const outcome = await openFor(board, voting, running, id);
        if (outcome === 'done') waiting.delete(board);
        return outcome === 'done' ? { id } : outcome;
      }),
    forget: (board) => void waiting.delete(board),
    stop() {
      isOver = true;
      for (const retry of retries) clearTimeout(retry);
    },
  };
}

function wishOf({ title, question, vote, ...step }: Phase, id: RoundId, options: string[]): RoundWish {
  if (!vote) throw new Error(`The step ${step.id} has no vote.`);
  const { on: _on, ...terms } = vote;
  const asked = textIn(question, 'en').trim() || textIn(title, 'en').trim() || step.id;
  return { id, ...terms, question: asked.slice(0, limits.roundQuestionCharsMax), options, weights: [] };
}

export function runOf({ step, startedAt, isRehearsal }: RunningStep): StepRun {
  return { phase: step.id, startedAt, isRehearsal };
}

function isOf({ step }: Round, running: RunningStep): boolean {
  return step?.phase === running.step.id && step.startedAt === running.startedAt;
}

/** The same on each server: both may see the step begin. */
function idOf(board: BoardId, { step, startedAt }: RunningStep): RoundId {
  const hash = createHash('sha256').update(`${board} ${step.id} ${startedAt}`).digest('base64url');
  return roundIdSchema.parse(`v${hash.slice(0, 16)}`);
}

/** Too many ballots wait: whoever catches up tries again. */
function refuseBusy(outcome: string): void {
  if (outcome === 'busy') throw new Error('Too many wait for this board’s votes.');
}
