// One step of an activity, before it is known where and on what question it works.
import type { Text } from '../domain/text.ts';
import type { StepGroups } from '../groups/step-spec.ts';
import type { Phase } from '../session/phase.ts';

export interface ActivityStep extends Partial<
  Pick<Phase, 'isPrivate' | 'vote' | 'turnMinutes' | 'floor' | 'asksOn' | 'notesMax'>
> {
  title: Text;
  kind: Phase['kind'];
  minutes: number;
  /** What people are to do, after the facilitator's question. */
  task: Text;
  groups?: Omit<StepGroups, 'by'>;
  /** The round in which ideas are scored in it; 0: they are written; null: their sums are shown. */
  scoringRound?: number | null;
  /** Planned for so many people or talks, each as long as `turnMinutes` or a talk of the floor: its minutes follow. */
  plannedFor?: number;
  /** It may have a zone that is made for it, named and asking as the step. */
  ownZone?: boolean;
}
