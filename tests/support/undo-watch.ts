// What an undo may touch (I8): keys that its person wrote last, records that nobody else has worked on, and of a text the
// person's own letters.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { hasTextOfOthers } from '@commonboard/shared/board/layout/last-writer.ts';
import * as Y from 'yjs';

interface Written {
  /** The client that wrote the present value, and its clock. */
  client: number;
  clock: number;
}

/** Remembers who wrote what; the function it returns says afterwards what was touched that is somebody else's. */
export function watchOthersWork(doc: Y.Doc): () => string[] {
  const before = writersOf(doc);
  const texts = othersLetters(doc);
  return () => {
    const after = writersOf(doc);
    const keys = [...before].filter(([key, { client, clock }]) => {
      const now = after.get(key);
      return client !== doc.clientID && (now?.client !== client || now.clock !== clock);
    });
    const left = othersLetters(doc);
    return [...keys.map(([key]) => key), ...[...texts].filter((letter) => !left.has(letter))];
  };
}

function writersOf(doc: Y.Doc): Map<string, Written> {
  const writers = new Map<string, Written>();
  for (const [id, map] of recordMaps(doc)) {
    for (const [key, item] of map._map) {
      if (!item.deleted) writers.set(`${id} ${key}`, { client: item.id.client, clock: item.lastId.clock });
    }
  }
  return writers;
}

/** Each letter that is there and was typed by somebody else, by its Yjs id. */
function othersLetters(doc: Y.Doc): Set<string> {
  const found = new Set<string>();
  const walk = (parent: { _start: Y.Item | null }, path: string): void => {
    for (let item = parent._start; item; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentType) walk(item.content.type, path);
      else if (item.content instanceof Y.ContentString && item.id.client !== doc.clientID) {
        for (let i = 0; i < item.length; i++) found.add(`${path} letter ${item.id.client}:${item.id.clock + i}`);
      }
    }
  };
  for (const [id, map] of recordMaps(doc)) {
    const text = map.get('t');
    if (text instanceof Y.XmlFragment && hasTextOfOthers(text, doc.clientID)) walk(text, id);
  }
  return found;
}
