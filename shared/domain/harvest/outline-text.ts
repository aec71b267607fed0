// The theory of change as indented text, goal first: under each card stands what leads to it. Read back in it gives the same
// cards and links (`intake/outline.ts`).
import { kindOf, type Kind } from '../kinds.ts';
import type { BoardModel, Card } from '../model.ts';
import { oneWay } from './table.ts';

/** Deeper than this a card stands as a reference, and again at the left with what leads to it. */
const depthMax = 30;
const rank: readonly Kind[] = ['impact', 'goal', 'outcome', 'keyResult', 'output', 'activity', 'input'];

export function outlineText(model: BoardModel): string {
  const cards = new Map(model.cards.map((card) => [card.id, card]));
  const { causes, effects } = neighbours(model);
  const inPlan = model.cards.filter(({ id, kind }) => rank.includes(kind) || causes.has(id) || effects.has(id));
  const words = lineWords(inPlan);
  const done = new Set<string>();
  const lines: string[] = [];

  const write = (root: Card): void => {
    const open: { id: string; depth: number }[] = [{ id: root.id, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { id, depth } = next;
      lines.push('  '.repeat(depth) + (words.get(id) ?? ''));
      // What has been written with its causes is only named again; so is what lies too deep.
      if (done.has(id) || depth === depthMax) continue;
      done.add(id);
      for (const cause of (causes.get(id) ?? []).toReversed())
        if (cards.has(cause)) open.push({ id: cause, depth: depth + 1 });
    }
  };

  const ranked = inPlan.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind));
  for (const card of ranked) if (!effects.has(card.id)) write(card);
  // What is left lies in loops, or too deep.
  for (const card of ranked) if (!done.has(card.id)) write(card);
  return lines.map((line) => `${line}\n`).join('');
}

/** What leads to each card and what follows from it. A loop that is closed on purpose is not opened again here. */
function neighbours({ links }: BoardModel): Record<'causes' | 'effects', Map<string, string[]>> {
  const [causes, effects] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { from, to, type, feedback } of links) {
    if (feedback || from === to || (type !== 'causal' && type !== 'supports')) continue;
    const known = causes.get(to);
    if (known?.includes(from)) continue;
    if (known) known.push(from);
    else causes.set(to, [from]);
    effects.set(from, [...(effects.get(from) ?? []), to]);
  }
  return { causes, effects };
}

/** `Outcome: what changes`. Cards with the same words are told apart by a number. */
function lineWords(cards: readonly Card[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    cards.map(({ id, kind, title }) => {
      const words = oneWay(title).replace(/\s+/g, ' ') || '(no words yet)';
      const line = `${kindOf(kind).label.en}: ${words}`;
      let one = line;
      for (let count = 2; taken.has(one.toLowerCase()); count++) one = `${line} #${count}`;
      taken.add(one.toLowerCase());
      return [id, one];
    }),
  );
}

function rankOf(kind: Kind): number {
  const place = rank.indexOf(kind);
  return place === -1 ? rank.length : place;
}
