// Notes and cards: what people write their thoughts on. A note becomes a card in its place, so each is meant where the other is.
import type { TLRecord, TLShape } from '@tldraw/tlschema';

export type WrittenShape = Extract<TLShape, { type: 'note' | 'card' }>;

export function isWritten(record: TLRecord): record is WrittenShape {
  return record.typeName === 'shape' && (record.type === 'note' || record.type === 'card');
}
