// Rules S01 to S05: the register of stakeholders. Who is placed, who keeps in touch, whose voice is missing.
import { fieldOf, type FieldName } from '../fields.ts';
import type { Card } from '../model.ts';
import { emptySectors, isAffected, isAlly, isKeyPlayer, sectorLabel } from '../stakeholder-facts.ts';
import { each, type Check } from './checked-board.ts';
import { finding, type Finding } from './finding.ts';
import { fieldLabels, isFilled, missingFields } from './missing-fields.ts';

/** With fewer stakeholders the list is only begun: a voice is not missing yet. */
const begunUntil = 3;
const percentFields = ['power', 'interest', 'impact'] as const satisfies readonly FieldName[];

export const stakeholderChecks = {
  S01: ({ ofKind }) =>
    each(ofKind('stakeholder'), (card) => {
      const found: Finding[] = isFilled(card.title) ? [] : [finding('S01', 'unnamed', [card.id])];
      const half = missingAxis(card);
      if (half) found.push(finding('S01', 'half', [card.id], { title: card.title, missing: fieldLabels([half]) }));
      const outside = percentFields.filter((name) => !isPercent(card.fields[name]));
      for (const name of outside)
        found.push(finding('S01', 'outside', [card.id], { title: card.title, field: fieldOf(name).label }));
      return found;
    }),

  S02: ({ ofKind }) =>
    each(ofKind('stakeholder').filter(isKeyPlayer), (card) => {
      const missing = missingFields(card, ['owner', 'engagement']);
      return missing.length === 0
        ? null
        : finding('S02', 'unplanned', [card.id], { title: card.title, missing: fieldLabels(missing) });
    }),

  // Sectors and stances only once somebody has said one.
  S03: ({ ofKind }) => {
    const all = ofKind('stakeholder');
    if (all.length < begunUntil) return null;
    const ids = all.map(({ id }) => id);
    const empty = emptySectors(all).filter((sector) => sector !== 'community');
    const withStance = all.filter(({ fields }) => fields.stance !== undefined);
    return [
      ...(all.some(isAffected) ? [] : [finding('S03', 'noCommunity', ids)]),
      ...(empty.length === 0
        ? []
        : [
            finding('S03', 'sectors', ids, {
              sectors: empty.map(sectorLabel),
            }),
          ]),
      ...(withStance.length >= begunUntil && withStance.every(isAlly)
        ? [finding('S03', 'allAllies', ids, { count: withStance.length })]
        : []),
    ];
  },

  S04: ({ ofKind }) =>
    each(ofKind('stakeholder'), ({ id, title, fields: { stance, desiredStance } }) => {
      if (stance === undefined || desiredStance === undefined) return null;
      const count = Math.abs(desiredStance - stance);
      return count > 1 ? finding('S04', 'far', [id], { title, count }) : null;
    }),

  // Said when a copy with everything in it is about to leave the board, not while people work.
  S05: ({ ofKind, options }) =>
    options.isOpenCopy === true
      ? each(ofKind('stakeholder'), ({ id, title, fields: { sensitive } }) =>
          sensitive === true ? finding('S05', 'open', [id], { title }) : null,
        )
      : null,
} satisfies Record<string, Check>;

/** Placed by power and interest, or by power and how much it changes for them: one without the other is half a place. */
function missingAxis({ fields: { power, interest, impact } }: Card): FieldName | null {
  if (power === undefined) return interest === undefined ? null : 'power';
  return interest === undefined && impact === undefined ? 'interest' : null;
}

function isPercent(value: number | undefined): boolean {
  return value === undefined || (value >= 0 && value <= 100);
}
