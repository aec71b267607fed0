// What is gone from a board and may come back: of a version, or of what people have deleted; and how a list calls it. Rule R96.
import type { TLRecord } from '@tldraw/tlschema';
import type { MissingThing } from '../../protocol/history.ts';
import { goneChildren, type GoneRecord, insideOf } from './bring-back.ts';
import { readKeptRecord } from './kept-record.ts';
import { titleOf } from '../outline.ts';
import { versionContent } from './version-records.ts';

export type Gone = ReadonlyMap<string, GoneRecord>;

export function goneSinceVersion(snapshot: Uint8Array, here: ReadonlySet<string>): Gone {
  const gone = new Map<string, GoneRecord>();
  for (const [id, entry] of versionContent(snapshot)) if (!here.has(id)) gone.set(id, { ...entry, at: 0 });
  return gone;
}

export function goneByDeletion(
  kept: readonly { record: string; content: string; at: number }[],
  here: ReadonlySet<string>,
): Gone {
  const gone = new Map<string, GoneRecord>();
  for (const { record, content, at } of kept) {
    const entry = here.has(record) ? null : readKeptRecord(content);
    if (entry) gone.set(record, { ...entry, at });
  }
  return gone;
}

/** One line for each thing; what comes back with another is not listed by itself. */
export function listThings(gone: Gone, mayBringBack: (id: string) => boolean): MissingThing[] {
  const children = goneChildren(gone);
  const withAnother = new Set<string>();
  const things: MissingThing[] = [];
  for (const { record } of gone.values()) {
    if (!isListed(record)) continue;
    const inside = insideOf(record.id, gone, children);
    for (const id of inside) withAnother.add(id);
    things.push({ ...calledIn(record), inside: inside.length, mayBringBack: mayBringBack(record.id) });
  }
  return things.filter(({ id }) => !withAnother.has(id));
}

function isListed(record: TLRecord): record is Extract<TLRecord, { typeName: 'shape' | 'page' }> {
  return record.typeName === 'shape' || record.typeName === 'page';
}

function calledIn(
  record: Extract<TLRecord, { typeName: 'shape' | 'page' }>,
): Pick<MissingThing, 'id' | 'kind' | 'card' | 'title'> {
  if (record.typeName === 'page') return { id: record.id, kind: 'page', card: null, title: record.name };
  const card = record.type === 'card' ? record.props.kind : null;
  return { id: record.id, kind: record.type, card, title: titleOf(record) };
}
