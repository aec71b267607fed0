// A note or card whose words are changed, or that is removed, from outside the canvas.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { writePiece } from './restore-records.ts';
import { plainFromRichText, richTextFromPlain } from './rich-text.ts';

/** With these words. The same record where it has them already; null where it is neither note nor card. */
export function withWords(record: TLRecord, text: string): TLRecord | null {
  if (record.typeName !== 'shape' || (record.type !== 'note' && record.type !== 'card')) return null;
  if (plainFromRichText(record.props.richText) === text.trim()) return record;
  const richText = richTextFromPlain(text);
  return record.type === 'note'
    ? { ...record, props: { ...record.props, richText } }
    : { ...record, props: { ...record.props, richText } };
}

/** Letter by letter: what others type in it meanwhile stays. */
export function writeWords(doc: Y.Doc, from: TLRecord, to: TLRecord): void {
  if (from === to) return;
  const updated: RecordsDiff<TLRecord>['updated'] = {};
  updated[to.id] = [from, to];
  writePiece(doc, { added: {}, updated, removed: {} }, () => undefined);
}

/** Ids of what ties arrows to it. */
export function bindingsOf(records: readonly TLRecord[], id: string): string[] {
  return records.flatMap((record) =>
    record.typeName === 'binding' && (record.fromId === id || record.toId === id) ? [record.id] : [],
  );
}
