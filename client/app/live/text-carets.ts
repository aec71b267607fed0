// Carets between the canvas, which counts letters in the text of this moment, and the document, in which each letter has an id.
import { offsetOfPoint, pointAt, textOfRecord } from '@commonboard/shared/board/text/text-points.ts';
import type { PresenceCaret } from '@commonboard/shared/protocol/presence.ts';
import type { Editor } from 'tldraw';
import type * as Y from 'yjs';
import { readOwnCaret, watchOwnCaret, type TextCaret } from '../../canvas/own-caret.ts';

export function caretToPoints(doc: Y.Doc, caret: TextCaret | null): PresenceCaret | null {
  const text = caret && textOfRecord(doc, caret.shapeId);
  if (!text) return null;
  return { shapeId: caret.shapeId, anchor: pointAt(text, caret.anchor), head: pointAt(text, caret.head) };
}

/** Null where the text or the letters are not here. */
export function caretFromPoints(doc: Y.Doc, caret: PresenceCaret | null): TextCaret | null {
  const text = caret && textOfRecord(doc, caret.shapeId);
  if (!text) return null;
  const anchor = offsetOfPoint(text, caret.anchor);
  const head = offsetOfPoint(text, caret.head);
  return anchor === null || head === null ? null : { shapeId: caret.shapeId, anchor, head };
}

export interface KeptCaret {
  /** Where the person's own caret belongs after what others changed; null where that is not known. */
  now(): TextCaret | null;
  stop(): void;
}

/** Holds the own caret at its letter while the document takes in what others did, until the open text shows it. */
export function keepOwnCaret(doc: Y.Doc, editor: Editor): KeptCaret {
  let held: PresenceCaret | null = null;
  const hold = ({ local }: Y.Transaction): void => {
    // What was held stays so until the text shows it: before, its letters are not those of the document.
    if (!local) held ??= caretToPoints(doc, readOwnCaret(editor));
  };
  doc.on('beforeTransaction', hold);
  const stopWatching = watchOwnCaret(editor, () => {
    held = null;
  });
  return {
    now: () => caretFromPoints(doc, held),
    stop: () => {
      doc.off('beforeTransaction', hold);
      stopWatching();
    },
  };
}
