// The cards and links as a Mermaid graph for wikis, from the bottom to the top.
import { linkTypes } from '../link-types.ts';
import type { BoardModel, Link } from '../model.ts';
import { oneWay } from './table.ts';

export function mermaidText(model: BoardModel): string {
  const joined = new Set(model.links.flatMap(({ from, to }) => [from, to]));
  const cards = model.cards.filter(({ id, title }) => joined.has(id) || title.trim() !== '');
  // Names of our own: an id may hold letters, or be a word, that means something there.
  const names = new Map(cards.map(({ id }, i) => [id, `n${i + 1}`]));
  const nodes = cards.map(({ id, title }) => `  ${names.get(id) ?? ''}["${words(title) || '-'}"]`);
  const edges = model.links.map(
    (link) => `  ${names.get(link.from) ?? ''} ${arrow(link)}|"${linkWords(link)}"| ${names.get(link.to) ?? ''}`,
  );
  const lines = nodes.length > 0 ? [...nodes, ...edges] : ['  n1["Nothing here yet"]'];
  return `${['graph BT', ...lines].join('\n')}\n`;
}

function arrow({ direction, delayed }: Link): string {
  const line = delayed ? '-.-' : '--';
  switch (direction) {
    case 'directed':
      return `${line}>`;
    case 'mutual':
      return `<${line}>`;
    case 'undirected':
      return delayed ? '-.-' : '---';
  }
}

function linkWords({ type, polarity, label }: Link): string {
  return words([polarity, label.trim() || linkTypes[type].verb.en].filter(Boolean).join(' '));
}

/** Every sign that Mermaid or HTML could take for its own, as a number of its own kind of entity. */
function words(text: string): string {
  return oneWay(text)
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N} ,.!?():/+'-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
