// A place in a text that stays right while others write: the letter before it, by its id in the document.
import * as Y from 'yjs';
import type { TextPoint } from '../../protocol/presence.ts';
import { recordKeys, recordMaps } from '../layout/layout.ts';
import { fragmentText } from './rich-text-fragment.ts';

/** The text of a record as one row of letters; null where it has none. */
export function textOfRecord(doc: Y.Doc, recordId: string): Y.XmlText | null {
  const fragment = recordMaps(doc).get(recordId)?.get(recordKeys.text);
  return fragment instanceof Y.XmlFragment ? fragmentText(fragment) : null;
}

export function pointAt(text: Y.XmlText, offset: number): TextPoint {
  const within = Math.min(Math.max(0, Math.trunc(offset)), text.length);
  // Held by the letter before: what others write just there comes after it.
  const { item } = Y.createRelativePositionFromTypeIndex(text, within, -1);
  return item ? { client: item.client, clock: item.clock } : null;
}

/** Null where the letter is not here yet or is one of another text. */
export function offsetOfPoint(text: Y.XmlText, point: TextPoint): number | null {
  if (point === null) return 0;
  if (!text.doc) return null;
  const relative = new Y.RelativePosition(null, null, Y.createID(point.client, point.clock), -1);
  const found = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
  return found && found.type === text ? found.index : null;
}
