// One tldraw record <-> one Y.Map of the layout. Knows keys, not boards: what a record refers to is repair's matter.
import type { TLRecord, TLRichText, TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { cardWidth } from '../../schema/card-shape.ts';
import { boardSchema, boardShapeSchemas } from '../../schema/board-schema.ts';
import {
  boardRecordTypes,
  isPlace,
  metaPrefix,
  propPrefix,
  recordKeys,
  removedMarker,
  type Place,
  type RecordMap,
} from './layout.ts';
import { placeOf, type PagePlace, type RecordLookup } from './page-place.ts';
import { allowedContent, allowedPlace } from '../repair/content-rules.ts';
import { placeIn } from './dragged-place.ts';
import { withInk } from './ink.ts';
import { noteProps } from '../notes/note-props.ts';
import { emptyRichText } from '../text/rich-text.ts';
import { createFragment, readFragment } from '../text/rich-text-fragment.ts';

export interface DecodedRecord {
  record: TLRecord;
  /** Where a nested shape goes when its parent is gone. */
  fallback: PagePlace | null;
}

type Fields = Record<string, unknown>;

const plainCard: Fields = { kind: 'idea', w: cardWidth };
const { richText: _, ...plainNote } = noteProps('');
const placeKeys: ReadonlySet<string> = new Set([recordKeys.place, recordKeys.drag]);

export function encodeRecord(record: TLRecord, lookup: RecordLookup): RecordMap {
  const map: RecordMap = new Y.Map();
  const { id: _id, ...rest } = record;
  const base: Fields = { ...rest };
  if (hasRichText(record)) {
    const { richText, ...props } = record.props as Fields & { richText: TLRichText };
    base['props'] = props;
    map.set(recordKeys.text, createFragment(richText));
  }
  map.set(recordKeys.base, base);
  if (record.typeName === 'shape' && !record.parentId.startsWith('page:'))
    map.set(recordKeys.place, placeOf(record, lookup));
  return map;
}

/** Null for a record that cannot be read, does not fit the schema or holds what is not allowed: it stays in the document, unseen. */
export function decodeRecord(id: string, map: RecordMap): DecodedRecord | null {
  try {
    const fields = readFields(id, map);
    if (!fields) return null;
    if (fields['typeName'] === 'shape' && isFields(fields['props']))
      fields['props'] = knownProps(String(fields['type']), bornAs(map), fields['props']);
    const typeName = fields['typeName'] as TLRecord['typeName'];
    if (!boardRecordTypes.has(typeName)) return null;
    const record = boardSchema.types[typeName].validate(fields);
    if (!allowedContent(record)) return null;
    return { record, fallback: fallbackOf(placeIn(map)) };
  } catch {
    // Anybody's client may have written it; a record nobody can draw must not stop the rest.
    return null;
  }
}

/** A drag changes the place of a shape and nothing else: then the rest is as it was. Null where it is not only that. */
export function onlyMoved(
  { record: before }: DecodedRecord,
  map: RecordMap,
  keys: ReadonlySet<string> | null,
): DecodedRecord | null {
  if (before.typeName !== 'shape' || keys === null || ![...keys].every((key) => placeKeys.has(key))) return null;
  const place = placeIn(map);
  if (!isPlace(place)) return null;
  const [parentId, x, y, rotation] = place;
  try {
    const moved = { ...before, parentId, x, y, rotation } as TLShape;
    const record = boardSchema.types.shape.validate(moved, before) as TLShape;
    return allowedPlace(record) ? { record, fallback: fallbackOf(place) } : null;
  } catch {
    // Read as a whole, it comes to the same end.
    return null;
  }
}

/** What the keys say, of whatever schema. Null where there is no record. */
export function readFields(id: string, map: RecordMap): Fields | null {
  const base = map.get(recordKeys.base);
  if (!isFields(base)) return null;
  const fields: Fields = { ...base, id };
  const props: Fields = { ...(isFields(base['props']) ? base['props'] : {}) };
  const meta: Fields = { ...(isFields(base['meta']) ? base['meta'] : {}) };
  for (const [key, value] of map.entries()) {
    if (key === recordKeys.base || key === recordKeys.ink || placeKeys.has(key)) continue;
    if (key === recordKeys.text)
      props['richText'] = value instanceof Y.XmlFragment ? readFragment(value) : emptyRichText();
    else if (key.startsWith(propPrefix)) override(props, key.slice(propPrefix.length), value);
    else if (key.startsWith(metaPrefix)) override(meta, key.slice(metaPrefix.length), value);
    else override(fields, key, value);
  }
  applyPlace(fields, placeIn(map));
  if (map.has(recordKeys.ink)) props['segments'] = withInk(props['segments'], map.get(recordKeys.ink));
  if ('props' in base) fields['props'] = props;
  if ('meta' in base) fields['meta'] = meta;
  return fields;
}

/**
 * A note that became a card keeps its old keys in the document; only those of its present type are read. Where two people turned it
 * into a card and one of them took that back, some of what a card must have may be gone: it is a plain one then, and not hidden.
 */
function knownProps(type: string, born: unknown, props: Fields): Fields {
  const known = (boardShapeSchemas as Record<string, { props: object }>)[type]?.props;
  if (!known) return props;
  const kept = Object.fromEntries(Object.entries(props).filter(([name]) => name in known));
  if ('richText' in known && !('richText' in kept)) kept['richText'] = emptyRichText();
  if (type !== born && (type === 'card' || type === 'note'))
    for (const [name, value] of Object.entries(type === 'card' ? plainCard : plainNote)) kept[name] ??= value;
  return kept;
}

function bornAs(map: RecordMap): unknown {
  const base = map.get(recordKeys.base);
  return isFields(base) ? base['type'] : undefined;
}

function applyPlace(fields: Fields, value: unknown): void {
  if (!isPlace(value)) return;
  const [parentId, x, y, rotation] = value;
  Object.assign(fields, { parentId, x, y, rotation });
}

function fallbackOf(value: unknown): PagePlace | null {
  if (!isPlace(value) || value.length !== 8) return null;
  const [, , , , pageId, x, y, rotation] = value as Required<Place>;
  return allowedPlace({ x, y, rotation }) ? { pageId, x, y, rotation } : null;
}

function override(target: Fields, key: string, value: unknown): void {
  if (key === '__proto__' || key === 'id') return;
  if (value === removedMarker) delete target[key];
  else target[key] = value;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
}

export function hasRichText(record: TLRecord): record is TLShape & { props: { richText: TLRichText } } {
  return record.typeName === 'shape' && 'richText' in record.props;
}
