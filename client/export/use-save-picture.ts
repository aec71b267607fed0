// Makes the picture and hands it to the downloads; says what was written, or why nothing was.
import { useState } from 'react';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { fileNameFrom, saveFile } from '../ui/save-file.ts';
import { makePicture, type PictureOptions } from './export-picture.ts';
import { picturesMissingIn } from './missing-pictures.ts';

export interface Saving {
  busy: boolean;
  /** What to say of the last try; null before it. */
  words: string | null;
  start: () => void;
}

export function useSavePicture(editor: Editor, options: PictureOptions, name: string, title: string): Saving {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  async function save(): Promise<void> {
    const file = fileNameFrom(name === title ? title : `${title} - ${name}`, options.format);
    setBusy(true);
    setWords(null);
    try {
      const missing = await picturesMissingIn(editor, options.scope);
      saveFile(file, await makePicture(editor, options));
      setWords(missing > 0 ? t('export.saved-without', { file, count: missing }) : t('export.saved', { file }));
    } catch {
      setWords(t('export.failed'));
    } finally {
      setBusy(false);
    }
  }
  return { busy, words, start: () => void save() };
}
