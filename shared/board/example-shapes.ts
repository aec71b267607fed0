// The board as it is without what only shows how it could look: example cards and notes, and arrows that touch one.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { isCard } from '../schema/card-shape.ts';
import { metaKeys } from './board-model.ts';

/** As the model of the board has them. */
export function isExample(shape: TLShape): boolean {
  return isCard(shape) ? shape.props.example === true : shape.type === 'note' && shape.meta[metaKeys.example] === true;
}

export function withoutExampleShapes(records: readonly TLRecord[]): TLRecord[] {
  const gone = new Set<string>(
    records.flatMap((record) => (record.typeName === 'shape' && isExample(record) ? [record.id] : [])),
  );
  const examples = new Set(gone);
  for (const record of records) if (record.typeName === 'binding' && examples.has(record.toId)) gone.add(record.fromId);
  return records.filter(
    (record) =>
      !gone.has(record.id) && !(record.typeName === 'binding' && (gone.has(record.toId) || gone.has(record.fromId))),
  );
}
