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
  const [said, setSaid] = useState<{ of: string; words: string } | null>(null);
  // Words about a picture are gone when another one is chosen.
  const chosen = JSON.stringify(options);
  const setWords = (words: string): void => setSaid({ of: chosen, words });
  async function save(): Promise<void> {
    const file = fileNameFrom(name === title ? title : `${title} - ${name}`, options.format);
    setBusy(true);
    setSaid(null);
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
  return { busy, words: said?.of === chosen ? said.words : null, start: () => void save() };
}
