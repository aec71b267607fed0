// Which key results stand under which goal, and whether a figure can be counted. The same for checks and views.
import type { BoardModel, Card } from './model.ts';

/** Goal id -> its key results, in reading order: those that name it, else those linked with it by any link. */
export function keyResultsByGoal(model: BoardModel): ReadonlyMap<string, readonly Card[]> {
  const goals = new Set(model.cards.filter(({ kind }) => kind === 'goal').map(({ id }) => id));
  const linked = new Map<string, string>();
  for (const { from, to } of model.links) {
    if (goals.has(to) && !linked.has(from)) linked.set(from, to);
    if (goals.has(from) && !linked.has(to)) linked.set(to, from);
  }
  const found = new Map<string, Card[]>([...goals].map((id) => [id, []]));
  for (const card of model.cards) {
    if (card.kind !== 'keyResult') continue;
    const parent = card.fields.parent;
    const goal = parent !== undefined && goals.has(parent) ? parent : linked.get(card.id);
    if (goal !== undefined) found.get(goal)?.push(card);
  }
  return found;
}

/** A number, or words with one in them such as "126/180" or "80 %". */
export function hasNumber(measure: number | string | undefined): boolean {
  return typeof measure === 'number' ? Number.isFinite(measure) : measure !== undefined && /\p{Nd}/u.test(measure);
}
