// Offers and needs: which meet, what nobody meets yet, what nobody uses yet, and what could meet.
import type { BoardModel, Card, Link } from '../model.ts';
import { withoutExamples } from '../without-examples.ts';

/** More suggestions than a group can look through are not listed. */
export const suggestionsMax = 200;

export interface Match {
  offer: Card;
  need: Card;
  link: Link;
}

export interface Matches {
  matches: Match[];
  /** Needs nobody meets, the most urgent first. */
  gaps: Card[];
  /** Offers that meet no need. */
  unused: Card[];
  /** Gaps and unused offers of the same resource, at most `suggestionsMax`. */
  suggestions: { offer: Card; need: Card }[];
}

/** A link of type match counts whichever way it was drawn. */
export function matches(model: BoardModel): Matches {
  const { cards, links } = withoutExamples(model);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const found = links.flatMap((link): Match[] => {
    const ends = [byId.get(link.from), byId.get(link.to)];
    const [offer, need] = (['offer', 'need'] as const).map((kind) => ends.find((card) => card?.kind === kind));
    return link.type === 'match' && offer && need ? [{ offer, need, link }] : [];
  });
  const met = new Set(found.flatMap(({ offer, need }) => [offer.id, need.id]));
  const left = (kind: Card['kind']): Card[] => cards.filter((card) => card.kind === kind && !met.has(card.id));
  const gaps = left('need').toSorted((a, b) => (b.fields.pressing ?? 0) - (a.fields.pressing ?? 0));
  const unused = left('offer');
  return { matches: found, gaps, unused, suggestions: suggestionsFor(gaps, unused) };
}

function suggestionsFor(gaps: readonly Card[], unused: readonly Card[]): Matches['suggestions'] {
  const byResource = Map.groupBy(unused, ({ fields: { resource } }) => resource);
  byResource.delete(undefined);
  const found: Matches['suggestions'] = [];
  for (const need of gaps) {
    for (const offer of byResource.get(need.fields.resource) ?? []) {
      if (found.length >= suggestionsMax) return found;
      found.push({ offer, need });
    }
  }
  return found;
}
