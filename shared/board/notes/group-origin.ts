// Which small group a note or card comes from, and of what it is the copy: kept with it when results are brought back. What came
// from an anonymous round has no group: of few people it would tell who wrote it. Rules R174 and R211.
import type { TLNoteShape, TLShape } from '@tldraw/tlschema';
import { isCard, type CardShape } from '../../schema/card-shape.ts';
import type { WrittenShape } from './written-shape.ts';

/** Keys of a note's meta. A card has properties of its own, and those of the note that it was. */
const originKeys = { group: 'group', source: 'source' } as const;
/** Key of the meta of what an anonymous round has shown. */
export const anonymousKey = 'anonymous';
/** From one of the groups, and nobody is told from which. */
const untold = '';

/** The number of its group; null where it comes from none, or nobody is told. */
export function groupOrigin(shape: TLShape): string | null {
  const group = isCard(shape) ? (shape.props.group ?? shape.meta[originKeys.group]) : shape.meta[originKeys.group];
  return typeof group === 'string' && group !== untold && shape.meta[anonymousKey] !== true ? group : null;
}

/** Ids of a group's own, of which this is the copy that counts. A card's sources alone may be what it was merged from. */
export function copiedFrom(shape: TLShape | CardShape): string[] {
  const { [originKeys.group]: group, [originKeys.source]: source } = shape.meta;
  const asNote = group !== undefined && typeof source === 'string' ? [source] : [];
  return shape.type === 'card' && shape.props.group !== undefined
    ? [...asNote, ...(shape.props.sources ?? [])]
    : asNote;
}

/** `source`: the group's own, where this is a copy. */
export function withOrigin<S extends WrittenShape>(shape: S, number: string, source: string | null): S;
export function withOrigin(shape: WrittenShape, number: string, source: string | null): WrittenShape {
  const group = shape.meta[anonymousKey] === true ? untold : number;
  if (isCard(shape))
    return { ...shape, props: { ...shape.props, group, ...(source !== null && { sources: [source] }) } };
  return { ...shape, meta: { ...shape.meta, group, ...(source !== null && { source }) } };
}

/** What a card says of it, on the note that the card becomes. */
export function withOriginOf(card: CardShape, note: TLNoteShape): TLNoteShape {
  const { group } = card.props;
  return group === undefined ? note : withOrigin(note, group, copiedFrom(card)[0] ?? null);
}
