// "Three minutes more?" when the time of a talk is over: opened and counted by the server; until then nobody sees what others say.
// Rules R201 and R202.
import { limits } from '../protocol/limits.ts';
import type { Applied, CommandContext } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';
import { type Thumb, thumbKinds, type Thumbs, thumbsMin } from './thumbs-state.ts';
import { remainingMs } from '../session/timer.ts';

export function applyThumbCommand(
  state: SessionState,
  command: CommandOf<'thumb'>,
  { person: { participant }, people }: CommandContext,
): Applied {
  const { thumbs } = state;
  if (thumbs?.timer !== command.timer || thumbs.counts) return 'moved-on';
  if (command.type === 'close-thumbs') return { ...state, thumbs: counted(thumbs) };
  if (thumbs.said[participant] === command.thumb) return state;
  const said = { ...thumbs.said, [participant]: command.thumb };
  if (Object.keys(said).length > limits.participantsPerBoardMax) return 'full';
  return { ...state, thumbs: closedByAll({ ...thumbs, said }, people) };
}

/** At zero it is asked, once, when people enough are here for their answers to be shown. It is counted with the last answer, or when it is closed. */
export function thumbsAtStep(
  state: SessionState,
  { people, now }: Pick<CommandContext, 'people' | 'now'>,
): SessionState {
  const thumbs = thumbsNow(state, people, now);
  return thumbs === state.thumbs ? state : { ...state, thumbs, revision: state.revision + 1 };
}

/** Another time runs: what was asked at the end of the last one is decided. */
export function withoutOldThumbs(state: SessionState): SessionState {
  const { thumbs, timer } = state;
  return thumbs === null || thumbs.timer === timer?.startedAt ? state : { ...state, thumbs: null };
}

function thumbsNow(state: SessionState, people: CommandContext['people'], now: number): Thumbs | null {
  const { timer, thumbs } = state;
  if (thumbs && !thumbs.counts) return thumbs;
  if (stepUnderWay(state)?.asksOn !== true || !timer || thumbs?.timer === timer.startedAt || people.length < thumbsMin)
    return thumbs;
  return remainingMs(timer, now) > 0 ? thumbs : { timer: timer.startedAt, said: {}, counts: null };
}

/** With the last answer, and not because others are away for a moment: a network may drop for all but one. */
function closedByAll(thumbs: Thumbs, people: CommandContext['people']): Thumbs {
  const count = Object.keys(thumbs.said).length;
  const isMost = people.length > 1 && people.length * 2 >= count;
  const haveAll =
    count >= thumbsMin && isMost && people.every(({ participant }) => thumbs.said[participant] !== undefined);
  return haveAll ? counted(thumbs) : thumbs;
}

/** Who said what is not kept. */
function counted({ timer, said }: Thumbs): Thumbs {
  const all = Object.values(said);
  if (all.length < thumbsMin) return { timer, said: {}, counts: 'few' };
  const of = (kind: Thumb): number => all.filter((one) => one === kind).length;
  const [up, side, down] = thumbKinds.map(of) as [number, number, number];
  return { timer, said: {}, counts: { up, side, down } };
}
