// Goals with their key results, and five lights for each: specific, measurable, achievable, relevant, with a time. Two are
// seen from the fields; three the group says itself.
import { hasNumber, keyResultsByGoal } from '../key-results.ts';
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

export const lightNames = ['specific', 'measurable', 'achievable', 'relevant', 'timeBound'] as const;
export type LightName = (typeof lightNames)[number];
/** On, off, or nobody has said. */
export type Lights = Readonly<Record<LightName, boolean | null>>;

export const lightLabels: Readonly<Record<LightName, Text>> = {
  specific: { en: 'Specific' },
  measurable: { en: 'Can be measured' },
  achievable: { en: 'Within reach' },
  relevant: { en: 'Matters' },
  timeBound: { en: 'Has a day' },
};

export interface LitCard {
  card: Card;
  lights: Lights;
}

export interface GoalTree {
  goals: (LitCard & { keyResults: LitCard[] })[];
  /** Key results under no goal. */
  loose: LitCard[];
}

export function goalTree(model: BoardModel): GoalTree {
  const board = withoutExamples(model);
  const byGoal = keyResultsByGoal(board);
  const under = new Set([...byGoal.values()].flat().map(({ id }) => id));
  const lit = (card: Card): LitCard => ({ card, lights: lightsOf(card) });
  return {
    goals: board.cards
      .filter(({ kind }) => kind === 'goal')
      .map((card) => ({ ...lit(card), keyResults: (byGoal.get(card.id) ?? []).map(lit) })),
    loose: board.cards.filter(({ kind, id }) => kind === 'keyResult' && !under.has(id)).map(lit),
  };
}

/** Measurable: a target with a number, and its unit. With a time: a day that it is due, or a day of the target. */
export function lightsOf({ fields }: Card): Lights {
  const { specific, achievable, relevant, target, unit, due, targetDate } = fields;
  return {
    specific: specific ?? null,
    measurable: hasNumber(target) && unit !== undefined,
    achievable: achievable ?? null,
    relevant: relevant ?? null,
    timeBound: due !== undefined || targetDate !== undefined,
  };
}
