// What a step lets people change, and which zones are done -> the rule that the gate keeps.
import type { Rights } from '@commonboard/shared/session/phase.ts';
import type { SessionState } from '@commonboard/shared/session/session-state.ts';
import { freeToWrite, type WriteRule } from '../sync/gate/write-rule.ts';

const ruleOf: Record<Rights, WriteRule> = {
  free: freeToWrite,
  own: { ...freeToWrite, only: 'own' },
  move: { ...freeToWrite, only: 'move' },
  frozen: { ...freeToWrite, who: 'facilitators' },
};

export function ruleFor({ rights, closedZones }: Pick<SessionState, 'rights' | 'closedZones'>): WriteRule {
  const rule = ruleOf[rights];
  return closedZones.length === 0 ? rule : { ...rule, closed: new Set(closedZones) };
}
