// Damage that no event tells of, as a bad disk or a mistake of a library would do it.
import { recordMaps } from '@commonboard/shared/board/layout.ts';
import * as Y from 'yjs';

/** Puts other letters in the place of `text` inside the document's memory; both must be as long as each other. */
export function damageDocument(doc: Y.Doc, text: string, other: string): void {
  for (const map of recordMaps(doc).values()) {
    const fragment = map instanceof Y.Map ? map.get('t') : undefined;
    if (fragment instanceof Y.XmlFragment && damageText(fragment, text, other)) return;
  }
  throw new Error(`No record says "${text}".`);
}

function damageText(parent: { _start: Y.Item | null }, text: string, other: string): boolean {
  for (let item = parent._start; item; item = item.right) {
    const { content } = item;
    if (content instanceof Y.ContentType && damageText(content.type, text, other)) return true;
    if (content instanceof Y.ContentString && content.str.includes(text)) {
      content.str = content.str.replace(text, other.slice(0, text.length).padEnd(text.length));
      return true;
    }
  }
  return false;
}
