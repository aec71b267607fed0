// Arrows between cards: which there are, and what is said of one.
import { defaultLinkType, type LinkType } from '@commonboard/shared/domain/link-types.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { linkMetaChange, linkSaid, type LinkSaid } from '@commonboard/shared/schema/link-meta.ts';
import type { Editor, TLArrowShape, TLShape, TLShapeId } from 'tldraw';
import { headsFor, linkColors, linkWords } from '../canvas/link-look.ts';
import { kindOfCard } from './card-content.ts';

export interface CardLink {
  id: TLShapeId;
  from: TLShapeId;
  to: TLShapeId;
}

export interface LinkEnds {
  from: CardShape;
  to: CardShape;
}

export type LinkChange = { [K in keyof LinkSaid]?: LinkSaid[K] | undefined };

/** On the current page. */
export function cardLinks(editor: Editor): CardLink[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const ends = linkEnds(editor, shape);
    return ends ? [{ id: shape.id, from: ends.from.id, to: ends.to.id }] : [];
  });
}

/** The two cards an arrow joins, in the direction it points. Null for any other shape. */
export function linkEnds(editor: Editor, shape: TLShape): LinkEnds | null {
  if (shape.type !== 'arrow') return null;
  const ends = new Map<string, CardShape>();
  for (const binding of editor.getBindingsFromShape(shape, 'arrow')) {
    const card = editor.getShape(binding.toId);
    if (card && isCard(card)) ends.set(binding.props.terminal, card);
  }
  const [start, end] = [ends.get('start'), ends.get('end')];
  if (!start || !end) return null;
  const isBackwards = shape.props.arrowheadStart !== 'none' && shape.props.arrowheadEnd === 'none';
  return isBackwards ? { from: end, to: start } : { from: start, to: end };
}

export function linkTypeOf(arrow: TLArrowShape, { from, to }: LinkEnds): LinkType {
  return linkSaid(arrow.meta).type ?? defaultLinkType(kindOfCard(from), kindOfCard(to));
}

/** Beside the meaning, the look: colour, dashes, heads, and a word where the arrow has none of its own. */
export function changeLink(editor: Editor, arrow: TLArrowShape, ends: LinkEnds, change: LinkChange): void {
  const before = linkSaid(arrow.meta);
  const meta = { ...arrow.meta, ...linkMetaChange(change) };
  const said = linkSaid(meta);
  const fallback = defaultLinkType(kindOfCard(ends.from), kindOfCard(ends.to));
  const words = plainFromRichText(arrow.props.richText);
  const isOwnWords = words !== '' && words !== linkWords(before, fallback);
  editor.updateShape({
    id: arrow.id,
    type: 'arrow',
    meta,
    props: {
      ...(change.type !== undefined && { color: linkColors[change.type] }),
      ...('feedback' in change && { dash: said.feedback ? 'dashed' : 'solid' }),
      ...('direction' in change && headsFor(said.direction)),
      ...(!isOwnWords && { richText: richTextFromPlain(linkWords(said, fallback)) }),
    },
  });
}
