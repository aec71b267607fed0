// E01: a case story says where it is known from; until then every export calls it illustrative.
import { each, type Check } from './checked-board.ts';
import { finding } from './finding.ts';
import type { Card } from '../model.ts';

/** A source in words or an address is enough. */
export function isIllustrative({ fields: { source, url } }: Card): boolean {
  return source === undefined && url === undefined;
}

export const caseChecks = {
  E01: (board) =>
    each(board.ofKind('caseStudy'), (card) =>
      isIllustrative(card) ? finding('E01', 'unsourced', [card.id], { title: card.title }) : null,
    ),
} satisfies Record<string, Check>;
