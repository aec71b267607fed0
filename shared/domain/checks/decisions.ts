// Rule D01: a decision says how it was made, how the votes fell and what came out. Adopted over a block only with a word on it.
import type { Card } from '../model.ts';
import { each, type Check } from './checked-board.ts';
import { finding } from './finding.ts';
import { fieldLabels, isFilled, missingFields } from './missing-fields.ts';
import { isBlocked, readTally } from './tally.ts';

export const decisionChecks = {
  // One that is still open needs nothing yet. Adopted with changes is adopted.
  D01: ({ ofKind }) =>
    each(
      ofKind('decision').filter(({ fields }) => fields.outcome !== 'open'),
      (card) => {
        const { id, title } = card;
        const missing = missingFields(card, ['decidedBy', 'tally', 'outcome']);
        return [
          ...(missing.length === 0
            ? []
            : [finding('D01', 'incomplete', [id], { title, missing: fieldLabels(missing) })]),
          ...(isAdoptedOverBlock(card) ? [finding('D01', 'blocked', [id], { title })] : []),
        ];
      },
    ),
} satisfies Record<string, Check>;

function isAdoptedOverBlock({ fields: { outcome, decidedBy, tally, note, reason, resolved } }: Card): boolean {
  if (outcome !== 'adopted' && outcome !== 'amended') return false;
  return isBlocked(decidedBy, readTally(tally ?? [])) && ![note, reason, resolved].some(isFilled);
}
