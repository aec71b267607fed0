// What people may do to the records of a board at this moment, as data: who may write, whose records, and which are locked.
// Facilitators are free of all of it. Rules R45 to R47.
import * as Y from 'yjs';
import { propPrefix, recordKeys, recordsRoot } from '@commonboard/shared/board/layout.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Authors } from './authors.ts';
import type { Touched } from './touched-records.ts';

export interface WriteRule {
  who: 'everyone' | 'facilitators';
  /** own: of records that are there, only those that the participant made. */
  only: 'anything' | 'own';
  /** Ids of records that stay as they are. */
  locked: ReadonlySet<string>;
}

export const freeToWrite: WriteRule = { who: 'everyone', only: 'anything', locked: new Set() };

export interface Toucher {
  role: Role;
  participant: ParticipantId;
}

export function mayTouch(
  doc: Y.Doc,
  { created, changed, deleted }: Touched,
  rule: WriteRule,
  authors: Authors,
  { role, participant }: Toucher,
): boolean {
  if (role === 'facilitate') return true;
  const touchesAny = created.size + changed.size + deleted.size > 0;
  if (rule.who === 'facilitators' && touchesAny) return false;
  for (const record of created.keys()) if (rule.locked.has(record)) return false;
  for (const touched of [changed, deleted]) {
    for (const record of touched) {
      if (rule.only === 'own' && authors.creatorOf(record) !== participant) return false;
      if (rule.locked.has(record) || isLockedZone(doc, record)) return false;
    }
  }
  return true;
}

/** A zone that was locked on the board itself. What lies in it is not. */
function isLockedZone(doc: Y.Doc, record: string): boolean {
  const item = doc.share.get(recordsRoot)?._map.get(record);
  const map: unknown = item?.content.getContent().at(-1);
  if (!(map instanceof Y.Map)) return false;
  const base = map.get(recordKeys.base);
  const { type, props } = isObject(base) ? base : {};
  if ((map.get('type') ?? type) !== 'zone') return false;
  const locked = map.get(`${propPrefix}locked`);
  return locked === undefined ? isObject(props) && props['locked'] === true : locked === true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
