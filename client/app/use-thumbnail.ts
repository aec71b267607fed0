// Keeps the start page's small picture of this board fresh: some seconds after the last change, and when the board is left.
import { useEffect, useEffectEvent } from 'react';
import type { Editor } from 'tldraw';
import { makeThumbnail } from '../export/export-picture.ts';

const quietMs = 5_000;
const thumbnailWidth = 360;

export function useThumbnail(editor: Editor | null, onThumbnail: (dataUrl: string) => void): void {
  const onDrawn = useEffectEvent(onThumbnail);
  useEffect(() => (editor ? watchForThumbnail(editor, onDrawn) : undefined), [editor]);
}

function watchForThumbnail(editor: Editor, onThumbnail: (dataUrl: string) => void): () => void {
  let timer = setTimeout(() => void draw(), quietMs);
  let isOver = false;
  async function draw(): Promise<void> {
    try {
      const picture = await makeThumbnail(editor, thumbnailWidth);
      if (picture !== null && !isOver) onThumbnail(picture);
    } catch {
      // The list shows the template's picture or none; nothing of the board depends on it.
    }
  }
  const stop = editor.store.listen(
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), quietMs);
    },
    { scope: 'document' },
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
  };
}
