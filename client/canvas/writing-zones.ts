// Where the step that runs wants people to write: a note by one key goes there, as long as it is in view.
import type { ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';

/** Parts of the template, or zones by their ids. */
type ZoneNames = () => readonly string[];

const namesOf = new WeakMap<Editor, ZoneNames>();

/** Returns its stop. */
export function nameWritingZones(editor: Editor, names: ZoneNames): () => void {
  namesOf.set(editor, names);
  return () => void namesOf.delete(editor);
}

export function isWritingZone(editor: Editor, { id, props }: ZoneShape): boolean {
  const names = namesOf.get(editor)?.() ?? [];
  return names.includes(id) || (props.part !== undefined && names.includes(props.part));
}
