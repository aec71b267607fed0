// A small picture of what would be exported, drawn anew when a choice changes.
import { useEffect, useState } from 'react';
import { FileHelpers, type Editor } from 'tldraw';
import { makePicture, pictureSize, type PictureOptions } from './export-picture.ts';

const previewSide = 640;

/** Address of the preview; null while it is being drawn or where there is nothing to draw. */
export function usePreview(editor: Editor, options: PictureOptions): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const key = JSON.stringify({ ...options, scale: 1, format: 'svg' });
  useEffect(() => {
    let isOver = false;
    const show = async (): Promise<void> => {
      const made = await drawPreview(editor, JSON.parse(key) as PictureOptions);
      if (!isOver) setAddress(made);
    };
    void show();
    return () => {
      isOver = true;
    };
  }, [editor, key]);
  return address;
}

async function drawPreview(editor: Editor, options: PictureOptions): Promise<string | null> {
  const size = pictureSize(editor, options.scope, 1);
  if (!size) return null;
  const scale = Math.min(1, previewSide / Math.max(size.width, size.height));
  try {
    const picture = await makePicture(editor, { ...options, format: 'png', scale });
    // Not an object URL: when the choice changes, that could be revoked while the browser is still loading it.
    return await FileHelpers.blobToDataUrl(picture);
  } catch {
    // Without a preview the export itself still says what went wrong.
    return null;
  }
}
