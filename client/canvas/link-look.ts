// How an arrow looks for what it says: its colour, its heads, and a word where it has none of its own.
import { linkTypes, type LinkType } from '@commonboard/shared/domain/link-types.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { LinkSaid } from '@commonboard/shared/schema/link-meta.ts';
import type { TLArrowShape } from 'tldraw';
import { locale } from '../ui/messages/locale.ts';

export const linkColors: Record<LinkType, TLArrowShape['props']['color']> = {
  causal: 'grey',
  supports: 'green',
  blocks: 'red',
  money: 'green',
  command: 'violet',
  advice: 'blue',
  information: 'light-blue',
  conflict: 'red',
  match: 'green',
  derives: 'grey',
};

/** What the arrow says of itself: the plain case says nothing. */
export function linkWords({ type, polarity, delayed }: LinkSaid, fallback: LinkType): string {
  const shown = type ?? fallback;
  const name = shown === 'causal' ? '' : textIn(linkTypes[shown].label, locale);
  return [polarity === '-' ? '−' : polarity, type === undefined ? '' : name, delayed ? '‖' : '']
    .filter(Boolean)
    .join(' ');
}

export function headsFor(
  direction: LinkSaid['direction'],
): Pick<TLArrowShape['props'], 'arrowheadStart' | 'arrowheadEnd'> {
  if (direction === 'mutual') return { arrowheadStart: 'arrow', arrowheadEnd: 'arrow' };
  if (direction === 'undirected') return { arrowheadStart: 'none', arrowheadEnd: 'none' };
  return { arrowheadStart: 'none', arrowheadEnd: 'arrow' };
}
