// Zones of groups that are done take nothing new while they are locked: what is drawn or dropped over one stays on the page. This
// keeps the canvas from beginning what the server would refuse.
import type { ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import { opensLocks } from './zone-locks.ts';

type ZoneIds = () => readonly string[];

const closedOn = new WeakMap<Editor, ZoneIds>();

/** Returns its stop. */
export function nameClosedZones(editor: Editor, ids: ZoneIds): () => void {
  closedOn.set(editor, ids);
  return () => void closedOn.delete(editor);
}

/** For this person, just now. */
export function isClosed(editor: Editor, { id, props }: ZoneShape): boolean {
  if (props.locked !== true || opensLocks.get(editor)) return false;
  return (closedOn.get(editor)?.() ?? []).includes(id);
}
