// What people may do to the records of a board at this moment, as data: who may write, whose records, and which are locked.
// Facilitators are free of all of it. Rules R45 to R47.
import * as Y from 'yjs';
import { isPlace, propPrefix, recordKeys, recordMaps, recordsRoot } from '@commonboard/shared/board/layout.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Authors } from './authors.ts';
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
  /** Zones of groups that are done: while one is locked, what lies in it stays as it is. */
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
  { created, changed, moved, deleted }: Touched,
  rule: WriteRule,
  authors: Authors,
  { role, participant }: Toucher,
): boolean {
  if (role === 'facilitate') return true;
  const touchesAny = created.size + changed.size + moved.size + deleted.size > 0;
  if (rule.who === 'facilitators' && touchesAny) return false;
  for (const record of created.keys()) if (rule.locked.has(record)) return false;
  for (const touched of [changed, moved, deleted]) {
    for (const record of touched) {
      const zone = zoneAt(doc, record);
      // What lies in a locked zone is not locked.
      if (rule.locked.has(record) || zone?.isLocked) return false;
      if (rule.closed && isClosed(doc, record, rule.closed)) return false;
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
}

/** What somebody without a socket touches. */
export function touchedBy({ makes = [], changes = [], deletes = [] }: Acts): Touched {
  const created = new Map(Array.from(makes, (record) => [record, 0] as const));
  return { created, changed: new Set(changes), moved: new Set(), deleted: new Set(deletes) };
}

function isClosed(doc: Y.Doc, record: string, closed: ReadonlySet<string>): boolean {
  const map = mapAt(doc, record);
  const place = map?.get(recordKeys.place);
  const parent = isPlace(place) ? place[0] : undefined;
  return parent !== undefined && closed.has(parent) && zoneAt(doc, parent)?.isLocked === true;
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
