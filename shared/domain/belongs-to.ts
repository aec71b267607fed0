// What belongs to what: indicators to results, assumptions to cards and links. Said in the field `on`, or drawn as a link of
// any type between the two.
import type { Kind } from './kinds.ts';
import type { BoardModel, Card } from './model.ts';

/** Id of a card or link -> the cards of this kind that belong to it, in reading order. */
export type Belongings = ReadonlyMap<string, readonly Card[]>;

export function belongings(model: BoardModel, kind: Kind): Belongings {
  const drawn = new Map<string, Set<string>>();
  const note = (part: string, whole: string): void => {
    drawn.set(part, (drawn.get(part) ?? new Set()).add(whole));
  };
  const parts = new Map(model.cards.filter((card) => card.kind === kind).map((card) => [card.id, card]));
  for (const { from, to } of model.links) {
    if (parts.has(from) && !parts.has(to)) note(from, to);
    if (parts.has(to) && !parts.has(from)) note(to, from);
  }
  const found = new Map<string, Card[]>();
  for (const card of parts.values()) {
    const wholes = new Set(drawn.get(card.id));
    if (card.fields.on !== undefined) wholes.add(card.fields.on);
    for (const whole of wholes) {
      const cards = found.get(whole);
      if (cards) cards.push(card);
      else found.set(whole, [card]);
    }
  }
  return found;
}
