// Keeps the start page's small picture of this board fresh: some seconds after the last change, and when the board is left.
import { useEffect, useEffectEvent } from 'react';
import type { Editor } from 'tldraw';
import { drawThumbnail } from '../../export/thumbnail.ts';

const quietMs = 5_000;

export function useThumbnail(editor: Editor | null, onThumbnail: (dataUrl: string) => void): void {
  const onDrawn = useEffectEvent(onThumbnail);
  useEffect(() => (editor ? watchForThumbnail(editor, onDrawn) : undefined), [editor]);
}

function watchForThumbnail(editor: Editor, onThumbnail: (dataUrl: string) => void): () => void {
  let timer = setTimeout(draw, quietMs);
  function draw(): void {
    const picture = drawThumbnail(editor);
    if (picture !== null) onThumbnail(picture);
  }
  const stop = editor.store.listen(
    () => {
      clearTimeout(timer);
      timer = setTimeout(draw, quietMs);
    },
    { scope: 'document' },
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
