// What somebody who listens has to hear as it happens: the step, the time, votes, one's group, a pause. Two moments in, sentences out.
import { groupOf, isGrouped } from '@commonboard/shared/groups/group-set.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { ownGroupText, stageText } from '../session/groups/own-group-text.ts';
import { currentPhase, phaseQuestion, phaseTitle } from '../session/phase-text.ts';
import { type TimeLeft, timeLeft, timeSaid } from '../session/timer/said-time.tsx';
import { t } from '../ui/messages/t.ts';
import type { ZonePlace } from './own-notes.ts';

export interface Moment {
  step: { id: string; title: string; question: string } | null;
  isUnderWay: boolean;
  isPaused: boolean;
  isReadyAsked: boolean;
  timer: TimeLeft | null;
  open: { id: string; question: string } | null;
  /** Ids of votes that are closed; what was open and is not among them is cancelled. */
  closed: readonly string[];
  /** The last private round. */
  round: Pick<PrivateRound, 'id' | 'stage' | 'isAnonymous'> | null;
  /** What is told of one's own, and what of it is news: not who else comes and leaves. */
  group: { text: string; key: string } | null;
  /** What the server does with the groups' zones. */
  groupStage: string | null;
  warnedAt: number | null;
  /** The zone that is shown to all. */
  shown: ZonePlace | null;
  hasResults: boolean;
}

/** What there is of the board beside its session. */
export interface AroundSession {
  isPaused: boolean;
  hasResults: boolean;
  zones: readonly ZonePlace[];
  /** Of the server. */
  now: number;
  participantId: string;
}

export function momentOf(
  view: SessionView,
  rounds: readonly Pick<RoundView, 'id' | 'state' | 'question'>[],
  { isPaused, hasResults, zones, now, participantId }: AroundSession,
): Moment {
  const phase = currentPhase(view);
  const open = rounds.find(({ state }) => state === 'open');
  return {
    step: phase && { id: phase.id, title: phaseTitle(phase), question: phaseQuestion(phase) },
    isUnderWay: isUnderWay(view),
    isPaused,
    isReadyAsked: view.ready !== null,
    timer: timeLeft(view.timer, now),
    ...groupNow(view.groups, participantId),
    open: open ? { id: open.id, question: open.question } : null,
    closed: rounds.flatMap(({ id, state }) => (state === 'closed' ? [id] : [])),
    round: view.rounds.at(-1) ?? null,
    shown: zones.find(({ id }) => id === view.spotlight) ?? null,
    hasResults,
  };
}

export function saidBetween(before: Moment, after: Moment): string[] {
  return [
    ...stepSaid(before, after),
    ...shownSaid(before, after),
    ...timeSaid(before.timer, after.timer),
    ...roundSaid(before, after),
    ...voteSaid(before, after),
    ...groupSaid(before, after),
    ...(after.hasResults && !before.hasResults ? [t('harvest.published')] : []),
  ];
}

function shownSaid({ shown: before }: Moment, { shown: after }: Moment): string[] {
  return after && after.id !== before?.id ? [t('page.shown', { zone: after.title })] : [];
}

function roundSaid({ round: before }: Moment, { round: after }: Moment): string[] {
  if (!after || (before?.id === after.id && before.stage === after.stage)) return [];
  switch (after.stage) {
    case 'open':
      return [after.isAnonymous ? t('page.said.private.anonymous') : t('page.said.private.named')];
    case 'revealing':
      return [];
    case 'revealed':
      return [t('page.said.shown')];
    case 'cancelled':
      return [t('page.said.cancelled')];
  }
}

function groupNow(
  set: SessionView['groups'],
  participantId: string,
): Pick<Moment, 'group' | 'groupStage' | 'warnedAt'> {
  if (!isGrouped(set)) return { group: null, groupStage: null, warnedAt: null };
  const { id, step, isChoosing, warnedAt } = set;
  const own = groupOf(set, participantId);
  const tasks = own && [own.number, own.host === participantId, own.scribe === participantId];
  const key = JSON.stringify([id, step, isChoosing, tasks]);
  return { group: { text: ownGroupText(set, participantId), key }, groupStage: stageText(set), warnedAt };
}

function groupSaid(before: Moment, { group, groupStage, warnedAt }: Moment): string[] {
  const said: string[] = [];
  if (group !== null && group.key !== before.group?.key) said.push(group.text);
  if (groupStage !== null && groupStage !== before.groupStage) said.push(groupStage);
  if (before.group !== null && group === null) said.push(t('groups.over'));
  if (warnedAt !== null && warnedAt !== before.warnedAt) said.push(t('groups.warned'));
  return said;
}

function stepSaid(before: Moment, after: Moment): string[] {
  const said: string[] = [];
  if (before.isUnderWay && !after.isUnderWay) said.push(t('page.said.ended'));
  else if (after.step && after.step.id !== before.step?.id) said.push(stepText(after.step));
  if (after.isPaused !== before.isPaused) said.push(after.isPaused ? t('page.said.paused') : t('page.said.resumed'));
  if (after.isReadyAsked && !before.isReadyAsked) said.push(t('page.said.ready'));
  return said;
}

function stepText({ title, question }: NonNullable<Moment['step']>): string {
  return question === '' ? t('page.said.step', { step: title }) : t('page.said.question', { step: title, question });
}

function voteSaid({ open: before }: Moment, { open: after, closed }: Moment): string[] {
  if (before?.id === after?.id) return [];
  const over = before ? [overText(before, closed.includes(before.id))] : [];
  return after ? [...over, t('page.said.vote', { question: after.question })] : over;
}

function overText({ question }: NonNullable<Moment['open']>, isClosed: boolean): string {
  return isClosed ? t('page.said.closed', { question }) : t('page.said.vote-cancelled', { question });
}
