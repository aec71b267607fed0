// Rules about what stands beside the chain: T06 to T08, T14, T16, T18, T20. Reasons, indicators, assumptions, people.
import type { FieldName } from '../fields.ts';
import type { Card } from '../model.ts';
import { ceilingByPage, isBelow } from '../ceiling.ts';
import { each, type Check } from './checked-board.ts';
import { finding } from './finding.ts';
import { fieldLabels, isFilled, missingFields } from './missing-fields.ts';

export const tocEvidenceChecks = {
  T06: ({ causal, assumptions }) =>
    each(causal, ({ link, from, to }) =>
      isFilled(link.rationale) || assumptions.has(link.id)
        ? null
        : finding('T06', 'unexplained', [from.id, link.id, to.id], { from: from.title, to: to.title }),
    ),

  T07: ({ model, ofKind, indicators }) => {
    const ceilings = ceilingByPage(model);
    return each(
      ofKind('outcome').filter((card) => isBelow(card, ceilings)),
      ({ id, title }) => (indicators.has(id) ? null : finding('T07', 'unmeasured', [id], { title })),
    );
  },

  T08: ({ ofKind }) =>
    each(ofKind('indicator'), (card) => {
      const missing = missingFields(card, neededOf(card));
      return missing.length === 0
        ? null
        : finding('T08', 'incomplete', [card.id], { title: card.title, missing: fieldLabels(missing) });
    }),

  // Of pages with a ceiling and something of the map on them.
  T14: ({ model, ofKind }) => {
    const ceilings = ceilingByPage(model);
    const onPage = (cards: readonly Card[], page: string): Card[] => cards.filter(({ pageId }) => pageId === page);
    const pages = [...ceilings.values()].filter(({ pageId }) => onPage(ofKind('impact', 'outcome'), pageId).length > 0);
    return each(pages, ({ id, pageId }) => {
      const outcomes = onPage(ofKind('outcome'), pageId);
      const sunk = onPage(ofKind('impact'), pageId).filter((card) => isBelow(card, ceilings));
      return [
        ...sunk.map((card) => finding('T14', 'impactBelow', [id, card.id], { title: card.title })),
        ...(outcomes.some((card) => isBelow(card, ceilings)) ? [] : [finding('T14', 'nothingBelow', [id])]),
      ];
    });
  },

  // Only outcomes carry the question. A cause that closes a loop on purpose is none.
  T16: ({ ofKind, forward }) =>
    each(
      ofKind('outcome').filter(({ id }) => forward.causes(id).length >= 2),
      ({ id, title, fields }) =>
        fields.sufficient === undefined
          ? finding('T16', 'unasked', [id], { title, count: forward.causes(id).length })
          : null,
    ),

  T18: ({ ofKind }) =>
    each(
      ofKind('assumption').filter(({ fields }) => fields.importance === 3 && fields.certainty === 1),
      (card) => {
        const missing = missingFields(card, ['test', 'testOwner']);
        return missing.length === 0
          ? null
          : finding('T18', 'untested', [card.id], { title: card.title, missing: fieldLabels(missing) });
      },
    ),

  T20: ({ ofKind }) =>
    each(ofKind('activity', 'input'), ({ id, kind, title, fields }) => {
      if (kind === 'activity') return isFilled(fields.responsible) ? null : finding('T20', 'nobody', [id], { title });
      return fields.confirmed === true ? null : finding('T20', 'unconfirmed', [id], { title });
    }),
} satisfies Record<string, Check>;

/** A percentage has its unit in its name; what is told in words or kinds has none. */
function neededOf({ fields: { measure } }: Card): FieldName[] {
  const needed: FieldName[] = ['baseline', 'target', 'targetDate', 'source'];
  const hasUnit = measure === undefined || measure === 'unit' || measure === 'ordinal';
  return hasUnit ? ['unit', ...needed] : needed;
}
