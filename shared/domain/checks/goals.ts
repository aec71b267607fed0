// Rules G01 and G02: goals with who, when and an owner; key results that can be counted, few, and worded as change.
import type { FieldName } from '../fields.ts';
import { hasNumber, keyResultsByGoal } from '../key-results.ts';
import type { Card } from '../model.ts';
import { each, type Check } from './checked-board.ts';
import { finding } from './finding.ts';
import { isWordedAsWork } from './locale-words.ts';
import { fieldLabels, missingFields } from './missing-fields.ts';

const keyResultsMax = 4;

export const goalChecks = {
  G01: ({ ofKind }) =>
    each(ofKind('goal', 'keyResult'), (card) => {
      const missing = missingOf(card);
      return missing.length === 0
        ? null
        : finding('G01', 'incomplete', [card.id], { title: card.title, missing: fieldLabels(missing) });
    }),

  G02: ({ model, ofKind, options }) => {
    const keyResults = ofKind('keyResult');
    if (keyResults.length === 0) return null;
    const byGoal = keyResultsByGoal(model);
    return [
      ...ofKind('goal').flatMap(({ id, title }) => {
        const under = byGoal.get(id) ?? [];
        const ids = [id, ...under.map((card) => card.id)];
        return under.length > keyResultsMax ? [finding('G02', 'many', ids, { title, count: under.length })] : [];
      }),
      ...keyResults
        .filter(({ title }) => isWordedAsWork(title, options.locale))
        .map(({ id, title }) => finding('G02', 'task', [id], { title })),
    ];
  },
} satisfies Record<string, Check>;

/** The number that a key result needs is its target. */
function missingOf(card: Card): FieldName[] {
  if (card.kind === 'goal') return missingFields(card, ['who', 'due', 'owner']);
  const missing = missingFields(card, ['unit', 'baseline']);
  return hasNumber(card.fields.target) ? missing : ['target', ...missing];
}
