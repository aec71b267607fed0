// A board without what only shows how it could look: example cards and notes, and links that touch one, count in nothing.
import type { BoardModel } from './model.ts';

export function withoutExamples(model: BoardModel): BoardModel {
  const examples = new Set(model.cards.filter(({ example }) => example).map(({ id }) => id));
  if (examples.size === 0 && !model.notes.some(({ example }) => example)) return model;
  return {
    ...model,
    cards: model.cards.filter(({ example }) => !example),
    notes: model.notes.filter(({ example }) => !example),
    links: model.links.filter(({ from, to }) => !examples.has(from) && !examples.has(to)),
  };
}
