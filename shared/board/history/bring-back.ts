// Brings things back that are gone: with what lay in them, the arrows between them and what joins those, each where it was -
// or, where what it lay in is gone too, at its place on the page.
import type { TLArrowBinding, TLPage, TLRecord } from '@tldraw/tlschema';
import { diffInPieces } from '../layout/diff-pieces.ts';
import type { RecordLookup } from '../layout/page-place.ts';
import type { DecodedRecord } from '../layout/record-codec.ts';
import { byIndexThenId, onItsPage } from '../repair/repair-rules.ts';
import { writePiece, type WritePiece } from './restore-records.ts';

export interface GoneRecord extends DecodedRecord {
  /** When it went, in milliseconds; the same for all where that is not known. */
  at: number;
}

/** What goes within this time of another thing went with it. Whatever went long before was meant to go. */
const sameOccasionMs = 10_000;

/** Returns how many records came back. */
export function bringBack(
  chosen: Iterable<string>,
  gone: ReadonlyMap<string, GoneRecord>,
  here: readonly TLRecord[],
  write: WritePiece,
): number {
  const records = recordsToBringBack(chosen, gone, here);
  const known = new Map<string, TLRecord>([...here, ...records].map((record) => [record.id, record]));
  const added = Object.fromEntries(records.map((record) => [record.id, record]));
  for (const piece of diffInPieces({ added, updated: {}, removed: {} }))
    write((doc) => writePiece(doc, piece, (id) => known.get(id)), []);
  return records.length;
}

/** Records to write, so that the chosen ones are there again. `here`: the records of the board now. */
function recordsToBringBack(
  chosen: Iterable<string>,
  gone: ReadonlyMap<string, GoneRecord>,
  here: readonly TLRecord[],
): TLRecord[] {
  const present = new Map<string, TLRecord>(here.map((record) => [record.id, record]));
  const family = familyOf(chosen, gone, (id) => present.get(id));
  const firstPage = here.filter((record): record is TLPage => record.typeName === 'page').toSorted(byIndexThenId)[0];
  return [...family].flatMap((id): TLRecord[] => {
    const entry = gone.get(id);
    if (!entry || !firstPage) return [];
    const { record } = entry;
    if (record.typeName !== 'shape' || family.has(record.parentId) || present.has(record.parentId)) return [record];
    const isPage = (page: string): boolean => family.has(page) || present.get(page)?.typeName === 'page';
    return [onItsPage(record, entry, isPage, firstPage)];
  });
}

/** The shapes that come back when this one does, itself left out. */
export function insideOf(id: string, gone: ReadonlyMap<string, GoneRecord>, children: Children): string[] {
  const found = new Set([id]);
  for (const parent of found)
    for (const child of children.get(parent) ?? []) if (wentTogether(child, parent, gone)) found.add(child);
  found.delete(id);
  return [...found];
}

type Children = ReadonlyMap<string, readonly string[]>;

/** Of shapes that are gone: parent -> what lay in it. */
export function goneChildren(gone: ReadonlyMap<string, GoneRecord>): Children {
  const children = new Map<string, string[]>();
  for (const { record } of gone.values()) {
    if (record.typeName !== 'shape') continue;
    const siblings = children.get(record.parentId);
    if (siblings) siblings.push(record.id);
    else children.set(record.parentId, [record.id]);
  }
  return children;
}

function familyOf(chosen: Iterable<string>, gone: ReadonlyMap<string, GoneRecord>, here: RecordLookup): Set<string> {
  const isComing = (id: string): boolean => gone.has(id) && !here(id);
  const children = goneChildren(gone);
  const family = new Set<string>();
  for (const id of chosen) {
    if (!isComing(id)) continue;
    family.add(id);
    for (const child of insideOf(id, gone, children)) if (isComing(child)) family.add(child);
  }
  const bindings = [...gone.values()].map(({ record }) => record).filter(isArrowBinding);
  const ofArrow = Map.groupBy(bindings, ({ fromId }) => fromId);
  for (const [arrow, ends] of ofArrow) {
    const isBetween = ends.length > 1 && ends.every(({ toId }) => family.has(toId) && wentTogether(arrow, toId, gone));
    if (isBetween && isComing(arrow)) family.add(arrow);
  }
  for (const binding of bindings) {
    const { id, fromId, toId } = binding;
    const isWhole = [fromId, toId].every((end) => family.has(end) || here(end)?.typeName === 'shape');
    const wentWithIt = [fromId, toId].some((end) => family.has(end) && wentTogether(id, end, gone));
    if (isWhole && wentWithIt && isComing(id)) family.add(id);
  }
  // What is added on the way is looked at too: an asset has none itself.
  for (const id of family) {
    const asset = assetOf(gone.get(id)?.record);
    if (asset !== null && isComing(asset)) family.add(asset);
  }
  return family;
}

function wentTogether(one: string, other: string, gone: ReadonlyMap<string, GoneRecord>): boolean {
  const [a, b] = [gone.get(one), gone.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a.at - b.at) <= sameOccasionMs;
}

function isArrowBinding(record: TLRecord): record is TLArrowBinding {
  return record.typeName === 'binding' && record.type === 'arrow';
}

function assetOf(record: TLRecord | undefined): string | null {
  if (record?.typeName !== 'shape') return null;
  return 'assetId' in record.props ? (record.props.assetId ?? null) : null;
}
