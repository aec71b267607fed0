// Who has power, a rightful say, a matter that cannot wait (after Mitchell, Agle and Wood, 1997), in words that nobody minds
// reading about themselves.
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

export type Salience = 'none' | 'p' | 'l' | 'u' | 'pl' | 'pu' | 'lu' | 'plu';

export const salienceWords: Readonly<Record<Salience, Text>> = {
  none: { en: 'None of the three so far' },
  p: { en: 'Powerful, not asking for anything now' },
  l: { en: 'Has a rightful say, without power or hurry' },
  u: { en: 'Cannot wait, not heard yet' },
  pl: { en: 'Powerful, with a rightful say' },
  pu: { en: 'Powerful and urgent, legitimacy disputed' },
  lu: { en: 'Rightful and urgent, needs others’ power' },
  plu: { en: 'Powerful, rightful and urgent: first' },
};

/** What is not said counts as no; null where none of the three has been said. */
export function salienceOf({ fields: { hasPower, legitimacy, urgency } }: Card): Salience | null {
  if (hasPower === undefined && legitimacy === undefined && urgency === undefined) return null;
  const held = `${hasPower === true ? 'p' : ''}${legitimacy === true ? 'l' : ''}${urgency === true ? 'u' : ''}`;
  return held === '' ? 'none' : (held as Salience);
}

/** Each class with its stakeholders, the fullest class first. */
export function salience(model: BoardModel): { classes: { salience: Salience; cards: Card[] }[]; unsaid: Card[] } {
  const order: Salience[] = ['plu', 'pl', 'pu', 'lu', 'p', 'l', 'u', 'none'];
  const all = withoutExamples(model).cards.filter(({ kind }) => kind === 'stakeholder');
  const byClass = Map.groupBy(all, salienceOf);
  return {
    classes: order.map((name) => ({ salience: name, cards: byClass.get(name) ?? [] })),
    unsaid: byClass.get(null) ?? [],
  };
}
