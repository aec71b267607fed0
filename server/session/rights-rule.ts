// What a step lets people change -> the rule that the gate keeps.
import type { Rights } from '@commonboard/shared/session/phase.ts';
import { freeToWrite, type WriteRule } from '../sync/write-rule.ts';

export const ruleOf: Record<Rights, WriteRule> = {
  free: freeToWrite,
  own: { ...freeToWrite, only: 'own' },
  move: { ...freeToWrite, only: 'move' },
  frozen: { ...freeToWrite, who: 'facilitators' },
};
