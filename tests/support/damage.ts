// Damage that no event tells of, as a bad disk or a mistake of a library would do it.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import * as Y from 'yjs';

/** Puts other letters, as many, in the place of `text` inside the document's memory. */
export function damageDocument(doc: Y.Doc, text: string, other: string): void {
  for (const map of recordMaps(doc).values()) {
    const fragment = map instanceof Y.Map ? map.get('t') : undefined;
    const parts = fragment instanceof Y.XmlFragment ? lettersIn(fragment) : [];
    const at = parts
      .map(({ str }) => str)
      .join('')
      .indexOf(text);
    if (at < 0) continue;
    overwrite(parts, at, other.slice(0, text.length).padEnd(text.length));
    return;
  }
  throw new Error(`No record says "${text}".`);
}

function lettersIn(parent: { _start: Y.Item | null }): Y.ContentString[] {
  const parts: Y.ContentString[] = [];
  for (let item = parent._start; item; item = item.right) {
    const { content, deleted } = item;
    if (!deleted && content instanceof Y.ContentType) parts.push(...lettersIn(content.type));
    if (!deleted && content instanceof Y.ContentString) parts.push(content);
  }
  return parts;
}

function overwrite(parts: readonly Y.ContentString[], at: number, letters: string): void {
  let start = 0;
  for (const part of parts) {
    const { length } = part.str;
    part.str = part.str
      .split('')
      .map((letter, i) => letters[start + i - at] ?? letter)
      .join('');
    start += length;
  }
}
