// What each person may see of a vote: their own ballot, how many have voted, and the result once it is closed.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { ballotSchema } from './ballot.ts';
import type { Ballots } from './count.ts';
import { type Round, roundSchema } from './round.ts';

const groupSchema = z.object({ people: z.number().int().nonnegative(), voted: z.number().int().nonnegative() });

/** Counts only. Nobody is named, to nobody. */
const progressSchema = z.object({
  /** Those on the roster who are on the board just now. */
  here: groupSchema,
  /** Those who are not: nobody waits for them. */
  away: groupSchema,
  /** Facilitators, who may abstain. */
  leading: groupSchema,
});
export type Progress = z.infer<typeof progressSchema>;

export const roundViewSchema = roundSchema.extend({
  /** Who may vote, for facilitators; empty for others. */
  roster: roundSchema.shape.roster,
  /** How many votes the person who sees this has; 0: they were not here when it opened. */
  ownWeight: z.number().int().min(0).max(limits.ballotWeightMax),
  /** Their own; null where there is none, or it is not kept any more. */
  ballot: ballotSchema.nullable(),
  /** Null once it is closed. */
  progress: progressSchema.nullable(),
});
export type RoundView = z.infer<typeof roundViewSchema>;

export interface Viewer {
  participant: string;
  isLeading: boolean;
}

/** A vote at one moment -> what each of its viewers may see of it. What is the same for all of them is found once. */
export function roundViews(
  round: Round,
  ballots: Ballots,
  /** Who is on the board; asked for only where it is shown. */
  here: () => ReadonlySet<string>,
): (viewer: Viewer) => RoundView {
  const weights = new Map<string, number>(round.roster.map(({ participant, weight }) => [participant, weight]));
  const progress = round.state === 'open' ? progressOf(round, ballots, here()) : null;
  return ({ participant, isLeading }) => ({
    ...round,
    roster: isLeading ? round.roster : [],
    ownWeight: weights.get(participant) ?? 0,
    ballot: ballots.get(participant) ?? null,
    progress,
  });
}

function progressOf({ roster }: Pick<Round, 'roster'>, ballots: Ballots, here: ReadonlySet<string>): Progress {
  const progress: Progress = {
    here: { people: 0, voted: 0 },
    away: { people: 0, voted: 0 },
    leading: { people: 0, voted: 0 },
  };
  for (const { participant, leads } of roster) {
    const present = here.has(participant) ? progress.here : progress.away;
    const group = leads ? progress.leading : present;
    group.people++;
    if ((ballots.get(participant)?.votes.length ?? 0) > 0) group.voted++;
  }
  return progress;
}
