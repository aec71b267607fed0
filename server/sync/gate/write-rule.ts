// What people may do to the records of a board at this moment, as data: who may write, whose records, and which are locked.
// Facilitators are free of all of it. Rules R45 to R47.
import * as Y from 'yjs';
import { placeIn } from '@commonboard/shared/board/layout/dragged-place.ts';
import { isPlace, propPrefix, recordKeys, recordMaps, recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Authors } from './authors.ts';
import type { BoardRecords } from '../document/board-records.ts';
import type { Touched } from './touched-records.ts';

export interface WriteRule {
  who: 'everyone' | 'facilitators';
  /**
   * own: of records that are there, only those that the participant made. move: of others, only their places; zones that
   * others made stay where they are.
   */
  only: 'anything' | 'own' | 'move';
  /** Ids of records that stay as they are. */
  locked: ReadonlySet<string>;
  /** Zones of groups that are done: while one is locked, what lies in it stays as it is, and nothing comes into it. */
  closed?: ReadonlySet<string>;
  /** With so many records nothing new is taken, of facilitators neither; left out where the board's own limits hold. */
  recordsMax?: number;
}

export const freeToWrite: WriteRule = { who: 'everyone', only: 'anything', locked: new Set() };

export interface Toucher {
  role: Role;
  participant: ParticipantId;
}

export function mayTouch(
  doc: Y.Doc,
  { created, changed, moved, deleted, into }: Touched,
  rule: WriteRule,
  authors: Authors,
  { role, participant }: Toucher,
): boolean {
  if (role === 'facilitate') return true;
  const touchesAny = created.size + changed.size + moved.size + deleted.size > 0;
  if (rule.who === 'facilitators' && touchesAny) return false;
  for (const record of created.keys()) if (rule.locked.has(record)) return false;
  const { closed } = rule;
  if (closed) for (const parent of into) if (isClosed(doc, parent, closed)) return false;
  for (const touched of [changed, moved, deleted]) {
    for (const record of touched) {
      const zone = zoneAt(doc, record);
      // What lies in a locked zone is not locked.
      if (rule.locked.has(record) || zone?.isLocked) return false;
      if (closed && isClosed(doc, parentOf(doc, record), closed)) return false;
      if (rule.only === 'anything' || authors.creatorOf(record) === participant) continue;
      if (rule.only === 'own' || touched !== moved || zone) return false;
    }
  }
  return true;
}

/** Whether what is new fits beside what stays. */
export function fitsIn(doc: Y.Doc, { created, deleted }: Touched, { recordsMax }: WriteRule): boolean {
  return (
    recordsMax === undefined || created.size === 0 || recordMaps(doc).size - deleted.size + created.size <= recordsMax
  );
}

interface Acts {
  /** What is not there yet. */
  makes?: Iterable<string>;
  changes?: Iterable<string>;
  deletes?: Iterable<string>;
  /** Of what it makes. */
  into?: Iterable<string>;
}

/** What a shape that somebody makes without a socket stands in. */
export function parentIn(record: BoardRecords[number]): string[] {
  return record.typeName === 'shape' ? [record.parentId] : [];
}

/** What somebody without a socket touches. */
export function touchedBy({ makes = [], changes = [], deletes = [], into = [] }: Acts): Touched {
  const created = new Map(Array.from(makes, (record) => [record, 0] as const));
  return {
    created,
    changed: new Set(changes),
    moved: new Set(),
    deleted: new Set(deletes),
    into: new Set(into),
  };
}

/** Of deeper ones nobody can say where they are: as good as closed. */
const nestingMax = 64;

/** Whether it is such a zone, or lies in one, however deep. */
function isClosed(doc: Y.Doc, record: string | null, closed: ReadonlySet<string>): boolean {
  let at = record;
  for (let depth = 0; at !== null; depth++) {
    if (depth > nestingMax || (closed.has(at) && zoneAt(doc, at)?.isLocked)) return true;
    at = parentOf(doc, at);
  }
  return false;
}

function parentOf(doc: Y.Doc, record: string): string | null {
  const map = mapAt(doc, record);
  if (!map) return null;
  const place = placeIn(map);
  const base = map.get(recordKeys.base);
  const parent = isPlace(place) ? place[0] : (map.get('parentId') ?? (isObject(base) ? base['parentId'] : undefined));
  return typeof parent === 'string' ? parent : null;
}

function mapAt(doc: Y.Doc, record: string): Y.Map<unknown> | null {
  const item = doc.share.get(recordsRoot)?._map.get(record);
  const map: unknown = item?.content.getContent().at(-1);
  return map instanceof Y.Map ? (map as Y.Map<unknown>) : null;
}

/** Null: the record is no zone. */
function zoneAt(doc: Y.Doc, record: string): { isLocked: boolean } | null {
  const map = mapAt(doc, record);
  if (!map) return null;
  const base = map.get(recordKeys.base);
  const { type, props } = isObject(base) ? base : {};
  if ((map.get('type') ?? type) !== 'zone') return null;
  const locked = map.get(`${propPrefix}locked`);
  return { isLocked: locked === undefined ? isObject(props) && props['locked'] === true : locked === true };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
