// One step of an activity, before it is known where and on what question it works.
import type { Text } from '../domain/text.ts';
import type { StepGroups } from '../groups/step-spec.ts';
import type { Phase } from './phase.ts';

export interface ActivityStep extends Partial<Pick<Phase, 'isPrivate' | 'vote' | 'turnMinutes'>> {
  title: Text;
  kind: Phase['kind'];
  minutes: number;
  /** What people are to do, after the facilitator's question. */
  task: Text;
  groups?: Omit<StepGroups, 'by'>;
  /** It may have a zone that is made for it, named and asking as the step. */
  ownZone?: boolean;
}
