// What changed between two versions of one record, in the keys of the layout. Only these are ever written, so that another
// person's change of another key stays.
import type { TLRecord, TLRichText } from '@tldraw/tlschema';
import { isEqual } from '@tldraw/utils';
import { metaPrefix, propPrefix, recordKeys, removedMarker } from './layout.ts';
import { hasRichText } from './record-codec.ts';
import { sameRichText } from '../text/rich-text.ts';

export interface RecordChanges {
  /** Parent, position or rotation: one value. */
  place: boolean;
  /** The new rich text. */
  text: TLRichText | null;
  /** Key of the layout -> value, or the marker for "removed". */
  keys: Map<string, unknown>;
}

type Fields = Record<string, unknown>;

const placeFields = new Set(['parentId', 'x', 'y', 'rotation']);
const ownFields = new Set(['id', 'typeName', 'props', 'meta']);

export function recordChanges(from: TLRecord, to: TLRecord): RecordChanges {
  const changes: RecordChanges = { place: false, text: null, keys: new Map() };
  const before = from as unknown as Fields;
  const after = to as unknown as Fields;
  for (const key of differingKeys(before, after)) {
    if (ownFields.has(key)) continue;
    if (to.typeName === 'shape' && placeFields.has(key)) changes.place = true;
    else changes.keys.set(key, written(after, key));
  }
  collect(changes, propPrefix, before['props'], after['props']);
  // A note that becomes a card keeps what a note has, for when it becomes one again: the codec does not read it meanwhile.
  if (from.typeName === 'shape' && to.typeName === 'shape' && from.type !== to.type)
    for (const [key, value] of changes.keys)
      if (key.startsWith(propPrefix) && value === removedMarker) changes.keys.delete(key);
  collect(changes, metaPrefix, before['meta'], after['meta']);
  if (changes.keys.delete(`${propPrefix}richText`) && hasRichText(to)) {
    const unchanged = hasRichText(from) && sameRichText(from.props.richText, to.props.richText);
    if (!unchanged) changes.text = to.props.richText;
  }
  return changes;
}

// Sent at 20 Hz while a gesture goes on; everything else goes out at once.
const hotKeys = new Set([
  recordKeys.place,
  ...['w', 'h', 'growY', 'segments', 'isClosed', 'points', 'start', 'end', 'bend', 'scale', 'crop', 'x', 'y'].map(
    (name) => propPrefix + name,
  ),
  `${propPrefix}anchor`,
  `${propPrefix}normalizedAnchor`,
  `${propPrefix}isPrecise`,
]);

export function isHot(changes: RecordChanges): boolean {
  return changes.text === null && [...changes.keys.keys()].every((key) => hotKeys.has(key));
}

function collect(changes: RecordChanges, prefix: string, before: unknown, after: unknown): void {
  if (before === after || typeof before !== 'object' || typeof after !== 'object') return;
  const from = (before ?? {}) as Fields;
  const to = (after ?? {}) as Fields;
  for (const key of differingKeys(from, to)) changes.keys.set(prefix + key, written(to, key));
}

function differingKeys(before: Fields, after: Fields): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key] && !isEqual(before[key], after[key]));
}

function written(fields: Fields, key: string): unknown {
  return fields[key] === undefined ? removedMarker : fields[key];
}
